import type { Command } from './command.ts'

const USAGE = `Usage: vlan-dojo explain [RULE | FILE | FILE:LINE] [--json]

Tells what a rule is about, why it matters, what it does not say, and shows configurations that it finds and that it does
not. Without a rule it lists them all.

For a line of a file it tells why the line is there: which attacks and which of the services in .vlan-dojo.yaml come out
otherwise when it goes. For a file it tells so of every line that is simulated.

Options:
  --json      lines as data
  --help, -h  this text

Exit status: 0, or 2 for bad use.
`

export const explain: Command = {
  name: 'explain',
  summary: 'tell what a rule finds and why, with examples',
  usage: USAGE,
  run: async (args, io) => (await import('./run-explain.ts')).runExplain(args, io),
}
