import { readdirSync, readFileSync } from 'node:fs'

/** Numbers from 0 up to below `limit`, the same for the same seed. */
export type Dice = (limit: number) => number

/** Dice that fall the same way for the same seed. */
export function diceOf(seed: number): Dice {
  let state = (seed + 0x9e3779b9) | 0
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

const here = new URL('.', import.meta.url).pathname

/** The project's own fixtures, which the mutations start from. */
export const SEEDS: readonly string[] = ['ios', 'nxos', 'eos'].flatMap((dialect) =>
  readdirSync(`${here}${dialect}`)
    .filter((name) => name.endsWith('.cfg'))
    .map((name) => readFileSync(`${here}${dialect}/${name}`, 'utf8')),
)

/** Lines that may stand where nobody expects them. */
const LINES: readonly string[] = [
  'interface range Gi1/0/1 - 48 , Te1/1/1-4',
  'interface range Gi1/0/9 - 2',
  'interface Ethernet1/1-1/16',
  'interface',
  'interface Gi',
  'interface Vlan99999',
  'default interface Gi0/1',
  'no interface Port-channel2',
  ' switchport trunk allowed vlan 1-4094',
  ' switchport trunk allowed vlan add 4094,4095',
  ' switchport trunk allowed vlan remove 2-4093',
  ' switchport trunk allowed vlan except 1',
  ' switchport trunk allowed vlan 20-10',
  ' switchport trunk allowed vlan ,,,',
  ' switchport trunk native vlan 0',
  ' switchport access vlan 4095',
  ' switchport mode',
  ' switchport mode dynamic',
  ' no switchport',
  ' no switchport mode',
  ' default switchport trunk native vlan',
  ' trunk group peers',
  ' no trunk group',
  ' switchport trunk group peers',
  ' no switchport trunk group',
  ' default switchport trunk group peers',
  ' channel-group 2 mode active',
  'spanning-tree vlan 1-4094 priority 4096',
  'no spanning-tree vlan 10-20 priority',
  'spanning-tree vlan 10 priority 4095',
  ' spanning-tree vlan 2-4094 cost 200000000',
  ' spanning-tree vlan 30',
  ' no spanning-tree port-priority',
  'spanning-tree portfast default',
  ' channel-group 999999999 mode on',
  ' source template NOPE',
  'template NOPE',
  'vlan 1-4094',
  'no vlan 1-4094',
  'vlan 10,,20',
  'vtp mode off',
  'vtp domain "',
  'banner motd ^C',
  'banner login x',
  '^C',
  'end',
  'exit',
  '!',
  'sw1#show vlan brief',
  'sw1(config-if)#shutdown',
  '------------------ show running-config ------------------',
  '------------------ show clock ------------------',
  ' --More-- \b\b\b\b\b\b\b\b\b        \b\b\b\b\b\b\b\b\b switchport mode trunk',
  'hostname other',
  '\u001b[2J\u0007',
  '\u0000\u0000',
  'ünïcödé ñame',
]

const CHARACTERS = [
  '\u0000',
  '\u001b',
  '\t',
  ' ',
  '\r',
  '-',
  ',',
  '/',
  '.',
  '#',
  '>',
  '9',
  '0',
  'é',
  '\ud800',
  '"',
  '!',
]

type Mutation = (lines: string[], dice: Dice) => void

function anyOf<T>(choices: readonly T[], dice: Dice, otherwise: T): T {
  return choices[dice(choices.length)] ?? otherwise
}

function changeLine(lines: string[], dice: Dice, change: (line: string) => string): void {
  const at = dice(lines.length)
  lines[at] = change(lines[at] ?? '')
}

const MUTATIONS: readonly Mutation[] = [
  (lines, dice) => lines.splice(dice(lines.length + 1), 0, anyOf(LINES, dice, '')),
  (lines, dice) => lines.splice(dice(lines.length), 1 + dice(5)),
  (lines, dice) => lines.splice(dice(lines.length + 1), 0, ...lines.slice(dice(lines.length)).slice(0, 12)),
  (lines, dice) => changeLine(lines, dice, (line) => line.trimStart()),
  (lines, dice) => changeLine(lines, dice, (line) => `${' '.repeat(dice(9))}${line}`),
  (lines, dice) => changeLine(lines, dice, (line) => line.slice(0, dice(line.length + 1))),
  (lines, dice) => changeLine(lines, dice, (line) => `${line}\r`),
  (lines, dice) => changeLine(lines, dice, (line) => `${line}${line.repeat(dice(40))}`),
  (lines, dice) => changeLine(lines, dice, (line) => line.toUpperCase()),
  (lines, dice) =>
    changeLine(lines, dice, (line) => {
      const at = dice(line.length + 1)
      return line.slice(0, at) + anyOf(CHARACTERS, dice, ' ') + line.slice(at + dice(2))
    }),
  (lines, dice) =>
    changeLine(lines, dice, (line) => line.replace(/[a-z]{4,}/g, (word) => word.slice(0, 2 + dice(4)))),
  (lines) => {
    for (const [at, line] of lines.entries()) lines[at] = line.trim()
  },
  (lines, dice) => lines.reverse().splice(dice(lines.length)),
]

/** A configuration that has been through an editor, a terminal and a bad cable: the same for the same number. */
export function mutated(number: number): string {
  const dice = diceOf(number)
  const lines = anyOf(SEEDS, dice, '').split('\n')
  for (let times = 1 + dice(8); times > 0; times--) anyOf(MUTATIONS, dice, () => undefined)(lines, dice)
  return lines.join(dice(12) === 0 ? '\r\n' : '\n')
}
