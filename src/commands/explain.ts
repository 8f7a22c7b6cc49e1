import type { Command } from './command.ts'

const USAGE = `Usage: vlan-dojo explain [RULE]

Tells what a rule is about, why it matters, what it does not say, and shows configurations that it finds and that it does
not. Without a rule it lists them all.
`

export const explain: Command = {
  name: 'explain',
  summary: 'tell what a rule finds and why, with examples',
  usage: USAGE,
  run: async (args, io) => (await import('./run-explain.ts')).runExplain(args, io),
}
