import { shellCommands } from '../shell-line.ts'

/** A column that a command sets: `tag=10`, `other_config:vlan-limit=2`. */
export type Assignment = { readonly column: string; readonly value: string }

/** One command of a line of `ovs-vsctl`; several stand between `--`. */
export type OvsCommand =
  | { readonly does: 'add-bridge' | 'del-bridge' | 'del-port'; readonly name: string }
  | {
      readonly does: 'add-port'
      readonly bridge: string
      readonly port: string
      /** Cards of a bond; none for a port of one card. */
      readonly interfaces: readonly string[]
      readonly set: readonly Assignment[]
    }
  | { readonly does: 'set-port'; readonly port: string; readonly set: readonly Assignment[] }
  | { readonly does: 'clear-port'; readonly port: string; readonly columns: readonly string[] }
  | {
      readonly does: 'add-to-port' | 'remove-from-port'
      readonly port: string
      readonly column: string
      readonly values: readonly string[]
    }
  /** It prints, or changes nothing of our subject. */
  | { readonly does: 'nothing' }
  /** It changes how frames are passed in a way that is not simulated. */
  | { readonly does: 'unmodelled' }
  | { readonly does: 'not-understood'; readonly port: string | null }

/** The commands of a line; null for a line that is not one of `ovs-vsctl`. */
export function readOvsCommands(command: string): OvsCommand[] | null {
  const ours = shellCommands(command).filter(({ words }) => isOvsVsctl(words))
  if (ours.length === 0) return null
  return ours.flatMap(({ words, expands }): OvsCommand[] => {
    // What a shell puts in the place of a variable is not known here.
    return expands
      ? [{ does: 'not-understood', port: null }]
      : commandsOf(words.slice(words[0] === 'sudo' ? 2 : 1))
  })
}

function isOvsVsctl([first = '', second = '']: readonly string[]): boolean {
  return /(?:^|\/)ovs-vsctl$/.test(first === 'sudo' ? second : first)
}

function commandsOf(words: readonly string[]): OvsCommand[] {
  const groups: string[][] = [[]]
  for (const word of words) {
    if (word === '--') groups.push([])
    else groups.at(-1)?.push(word)
  }
  return groups
    .map(withoutOptions)
    .filter((group) => group.length > 0)
    .map(oneCommand)
}

/** Options stand before a command; two of them bring a value in a word of its own. */
function withoutOptions(words: readonly string[]): readonly string[] {
  let at = 0
  while (words[at]?.startsWith('-')) at += /^(?:-t|--db|-f|-d)$/.test(words[at] ?? '') ? 2 : 1
  return words.slice(at)
}

const PRINTS =
  /^(?:show|list|list-br|list-ports|list-ifaces|find|get|iface-to-br|port-to-br|br-exists|br-to-vlan|br-to-parent|init|get-.*|wait-until|comment|add-zone-tp|emer-reset)$/
const CONTROLS = /^(?:set-controller|del-controller|set-fail-mode|del-fail-mode)$/

function oneCommand(words: readonly string[]): OvsCommand {
  const [verb = '', first, second, ...rest] = words
  if (PRINTS.test(verb)) return { does: 'nothing' }
  if (CONTROLS.test(verb)) return { does: 'unmodelled' }
  if (first === undefined) return { does: 'not-understood', port: null }
  if (verb === 'add-br') {
    // A second name makes a bridge that is a VLAN of another: its ports are ports of that one.
    return second === undefined ? { does: 'add-bridge', name: first } : { does: 'unmodelled' }
  }
  if (verb === 'del-br') return { does: 'del-bridge', name: first }
  if (verb === 'del-port') return { does: 'del-port', name: second ?? first }
  if (second === undefined) return { does: 'not-understood', port: null }
  if (verb === 'add-port' || verb === 'add-bond') return added(verb, first, second, rest)
  return inTable(verb, first.toLowerCase(), second, rest)
}

function added(verb: string, bridge: string, port: string, rest: readonly string[]): OvsCommand {
  const interfaces = rest.filter((word) => !word.includes('='))
  const set = assignments(rest.filter((word) => word.includes('=')))
  const fits = verb === 'add-bond' ? interfaces.length > 0 : interfaces.length === 0
  return fits && set ? { does: 'add-port', bridge, port, interfaces, set } : { does: 'not-understood', port }
}

/** Tables whose rows say nothing of VLANs; the row of a bridge may, by its columns. */
const HARMLESS_TABLES = /^(?:interface|qos|queue|ssl|ipfix|sflow|netflow|manager|ct_zone|ct_timeout_policy)$/

function inTable(verb: string, table: string, record: string, rest: readonly string[]): OvsCommand {
  if (HARMLESS_TABLES.test(table)) return { does: 'nothing' }
  if (table === 'port') return onPort(verb, record, rest)
  if (!/^(?:set|add|remove|clear|create|destroy)$/.test(verb)) return { does: 'not-understood', port: null }
  return rest.some((word) => UNMODELLED_COLUMNS.test(word)) || table === 'mirror' || record === 'mirror'
    ? { does: 'unmodelled' }
    : { does: 'nothing' }
}

/** Columns of bridges and of the whole that change how frames with tags are passed. */
const UNMODELLED_COLUMNS =
  /^(?:controller|fail_mode|flood_vlans|mirrors|stp_enable|rstp_enable|flow_tables)\b|vlan-limit/

function onPort(verb: string, port: string, rest: readonly string[]): OvsCommand {
  const [column = ''] = rest
  if (verb === 'set') {
    const set = assignments(rest)
    return set ? { does: 'set-port', port, set } : { does: 'not-understood', port }
  }
  if (verb === 'clear') return { does: 'clear-port', port, columns: rest }
  if (verb === 'add') return { does: 'add-to-port', port, column, values: valuesOf(rest) }
  if (verb === 'remove') return { does: 'remove-from-port', port, column, values: valuesOf(rest) }
  return { does: 'not-understood', port }
}

function valuesOf(words: readonly string[]): string[] {
  return words.slice(1).flatMap((word) => word.replace(/,$/, '').split(','))
}

function assignments(words: readonly string[]): Assignment[] | null {
  const found = words.map((word) => /^([a-z_]+(?::[^=]+)?)=([\s\S]*)$/.exec(word))
  if (found.length === 0 || found.some((each) => each === null)) return found.length === 0 ? [] : null
  return found.map((each) => ({ column: each?.[1] ?? '', value: each?.[2] ?? '' }))
}
