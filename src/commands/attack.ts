import type { Command } from './command.ts'

const USAGE = `Usage: vlan-dojo attack FILE PORT [options]

Tells one attack on one of your own ports, step by step, from its simulation. FILE may be - for standard input.

Options:
  --attack NAME      switch-spoofing, plain-tagging or double-tagging; without it the gravest one
  --vlan VLAN        the VLAN the attacker wants to be in
  --pcap FILE        also write what the ports saw to a new capture file
  --plain            lines of text (they are what is printed in any case)
  --purpose PORTS=WHAT, --platform NAME, --dialect NAME, --assume OPTION=VALUE   as for check
  --help, -h         this text

Exit status: 0 the attack is blocked, 1 it works or may work, 2 bad use.
`

export const attack: Command = {
  name: 'attack',
  summary: 'tell one attack on one of your ports, step by step',
  usage: USAGE,
  run: async (args, io) => (await import('./run-attack.ts')).runAttack(args, io),
}
