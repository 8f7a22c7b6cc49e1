import type { Command } from './command.ts'

const USAGE = `Usage: vlan-dojo check FILE... [options]

Attacks a simulation of each switch and tells what gets through, what would stop it, and what that costs.

Options:
  --format FORMAT   human (default) or json
  --fail-on LEVEL   lowest level that makes the exit status 1: error, warning (default), advice or never
  --help, -h        this text

Exit status: 0 nothing at or above --fail-on, 1 findings, 2 bad use or a file that cannot be read.
`

export const check: Command = {
  name: 'check',
  summary: 'attack a simulation of your configuration and report what gets through',
  usage: USAGE,
  run: async (args, io) => (await import('./run-check.ts')).runCheck(args, io),
}
