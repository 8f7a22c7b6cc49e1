import type { Command } from './command.ts'

const USAGE = `Usage: vlan-dojo attack PATH... PORT [options]

Shows one attack on one of your own ports, simulated: as a film on a terminal, as lines of text with --plain, in a pipe and
where there is no full screen. PATH is a file, a folder, a pattern, or - for standard input. Of several devices PORT says
which: SW1:Gi0/5. For the esxcli lists of a host, PORT is a port group whose guests tag; behind a port said to be for a
hypervisor such a guest is assumed.

Options:
  --attack NAME      switch-spoofing, plain-tagging, double-tagging, guest-tagging or native-mismatch; without it the
                     gravest one
  --vlan VLAN        the VLAN the attacker wants to be in
  --over PORT        of several ways out, the one over this port, which writes no tag; of several devices SW1:Gi0/24
  --site FILE        take all files as one site, with the links, purposes and services of this file
  --plain            lines of text, no film
  --pcap FILE        lines of text, and what the ports saw in a new capture file
  --purpose PORTS=WHAT, --platform NAME, --dialect NAME, --assume OPTION=VALUE   as for check, and as in .vlan-dojo.yaml
  --help, -h         this text

Exit status: 0 the attack is blocked, 1 it works or may work, 2 bad use.
`

export const attack: Command = {
  name: 'attack',
  summary: 'show one attack on one of your ports, step by step',
  usage: USAGE,
  run: async (args, io) => (await import('./run-attack.ts')).runAttack(args, io),
}
