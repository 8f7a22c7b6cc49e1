import type { Command } from './command.ts'

const USAGE = `Usage: vlan-dojo check PATH... [options]

Attacks a simulation of each switch and tells what gets through, what would stop it, and what that costs. PATH is a file,
a folder that is searched, a pattern such as 'site/**/*.cfg', or - for standard input. Nothing is sent anywhere, no file is
changed.

Options:
  --format FORMAT        human (default), json, jsonl (a line a file), sarif, junit, github or markdown
  --fail-on LEVEL        lowest level that makes the exit status 1: error, warning (default), advice or never
  --rule ID[,ID]         run these rules only; native/ stands for all that begin so
  --explain              also tell what was understood and what was not
  --purpose PORTS=WHAT   what hangs on ports: host, uplink, hypervisor, phone or unused; may be given several times
  --platform NAME        the switch family, where the text does not tell it
  --dialect NAME         the language of the text, where it is not recognised
  --assume OPTION=VALUE  settle an option that the platform leaves open
  --site FILE            take all files as one site, with the links, purposes and services of this file
  --baseline FILE        leave out what this file knows; --write-baseline FILE writes one
  --smallest             search for the fewest commands that close everything and keep the services
  --fix-to FILE          write the fixes of errors and warnings as commands to a new file
  --pcap DIR             write the witness of each finding as a capture into this folder
  --help, -h             this text

A file .vlan-dojo.yaml in the folder of a configuration or above it may hold purposes, services, ignore, assume, dialect,
platform and fail-on. A comment "! vlan-dojo-ignore RULE -- reason" on the line above keeps a rule quiet there.

Exit status: 0 nothing at or above --fail-on, 1 findings, 2 bad use or a file that cannot be read. A line that was not
understood and leaves a verdict open counts as a warning.
`

export const check: Command = {
  name: 'check',
  summary: 'attack a simulation of your configuration and report what gets through',
  usage: USAGE,
  run: async (args, io) => {
    const { startAhead } = await import('./check/first-thread.ts')
    startAhead(args, io.cwd)
    const { runCheck } = await import('./check/run-check.ts')
    return runCheck(args, io)
  },
}
