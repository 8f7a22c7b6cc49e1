import { optionValue, shellCommands } from '../shell-line.ts'
import { readVlanRange, type VlanRange } from './port-vlans.ts'

/** What a command of iproute2 does to the bridges of a host. */
export type BridgeCommand =
  | {
      readonly does: 'add' | 'del'
      readonly port: string
      readonly range: VlanRange
      readonly pvid: boolean
      readonly untagged: boolean
    }
  /** `ip link add ... type bridge`, `ip link set ... type bridge`: what it says of VLANs. */
  | {
      readonly does: 'bridge'
      readonly name: string
      readonly made: boolean
      readonly filtering: boolean | null
      readonly defaultPvid: number | null
    }
  | { readonly does: 'join'; readonly port: string; readonly bridge: string }
  | { readonly does: 'leave'; readonly port: string }
  | { readonly does: 'enable'; readonly port: string; readonly up: boolean }
  /** It prints what follows, or has nothing to do with VLANs. */
  | { readonly does: 'nothing' }
  /** It is about VLANs and is not understood, or is refused; `port` is the one it names. */
  | { readonly does: 'not-understood'; readonly port: string | null }

/** What the commands of a line do; null for a line without one of `bridge` or `ip` that sets no switch of a bridge in /sys. */
export function readBridgeCommands(line: string): BridgeCommand[] | null {
  const set = echoed(line)
  if (set) return [set]
  const commands = shellCommands(line).flatMap(({ words, expands }) => {
    const [tool = '', ...rest] = words[0] === 'sudo' ? words.slice(1) : words
    const command = oneCommand(tool.replace(/^.*\//, ''), rest)
    // What a shell puts in the place of a variable is not known here.
    if (command && command.does !== 'nothing' && expands)
      return [{ does: 'not-understood', port: null } as const]
    return command ? [command] : []
  })
  return commands.length > 0 ? commands : null
}

function oneCommand(tool: string, words: readonly string[]): BridgeCommand | null {
  if (tool === 'bridge') return bridgeCommand(words)
  return tool === 'ip' ? ipCommand(words) : null
}

/** iproute2 takes any beginning of a word. */
function means(typed: string | undefined, word: string): boolean {
  return typed !== undefined && typed !== '' && word.startsWith(typed)
}

function bridgeCommand(words: readonly string[]): BridgeCommand {
  const [object, verb, ...args] = withoutOptions(words)
  if (!means(object, 'vlan')) return { does: 'nothing' }
  if (verb === undefined || means(verb, 'show') || verb === 'list' || verb === 'lst')
    return { does: 'nothing' }
  const port = optionValue(args, 'dev')
  const does = means(verb, 'add') ? 'add' : means(verb, 'delete') ? 'del' : null
  const range = readVlanRange(optionValue(args, 'vid') ?? '')
  const flags = new Set(args.filter((word, at) => !VALUED.has(word) && !VALUED.has(args[at - 1] ?? '')))
  const pvid = flags.delete('pvid')
  const untagged = flags.delete('untagged')
  flags.delete('self')
  flags.delete('master')
  const known = flags.size === 0 && does !== null && range !== null && port !== null
  if (!known || (pvid && does === 'add' && range.from !== range.to)) return { does: 'not-understood', port }
  return { does, port, range, pvid, untagged }
}

const VALUED = new Set(['dev', 'vid'])

function withoutOptions(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !word.startsWith('-'))
  return first < 0 ? [] : words.slice(first)
}

function ipCommand(words: readonly string[]): BridgeCommand {
  const [object, verb, ...args] = withoutOptions(words)
  if (!means(object, 'link')) return { does: 'nothing' }
  if (means(verb, 'add') && args.includes('type')) return linkAdded(args)
  return means(verb, 'set') ? linkSet(args) : { does: 'nothing' }
}

function linkAdded(args: readonly string[]): BridgeCommand {
  const type = args.indexOf('type')
  const name = optionValue(args, 'name', 'dev') ?? args[0]
  if (args[type + 1] !== 'bridge' || name === undefined) return { does: 'nothing' }
  return { does: 'bridge', name, made: true, ...bridgeOptions(args.slice(type)) }
}

function linkSet(args: readonly string[]): BridgeCommand {
  const name = optionValue(args, 'dev') ?? args[0]
  if (name === undefined) return { does: 'nothing' }
  const type = args.indexOf('type')
  if (type >= 0 && args[type + 1] === 'bridge') {
    return { does: 'bridge', name, made: false, ...bridgeOptions(args.slice(type)) }
  }
  const master = optionValue(args, 'master')
  if (master !== null) return { does: 'join', port: name, bridge: master }
  if (args.includes('nomaster')) return { does: 'leave', port: name }
  const up = args.includes('up')
  return up || args.includes('down') ? { does: 'enable', port: name, up } : { does: 'nothing' }
}

function bridgeOptions(args: readonly string[]): { filtering: boolean | null; defaultPvid: number | null } {
  const filtering = optionValue(args, 'vlan_filtering')
  const pvid = optionValue(args, 'vlan_default_pvid')
  return {
    filtering: filtering === null ? null : filtering === '1',
    defaultPvid: pvid !== null && /^\d{1,4}$/.test(pvid) ? Number(pvid) : null,
  }
}

/** `echo 1 > /sys/class/net/br0/bridge/vlan_filtering`. */
function echoed(command: string): BridgeCommand | null {
  const [, value, name, key] =
    /^echo[ \t]+["']?(\d{1,4})["']?[ \t]*>[ \t]*\/sys\/(?:class\/net|devices\/virtual\/net)\/([^/\s]{1,32})\/bridge\/(vlan_filtering|default_pvid)$/.exec(
      command,
    ) ?? []
  if (value === undefined || name === undefined) return null
  const filtering = key === 'vlan_filtering' ? value === '1' : null
  return {
    does: 'bridge',
    name,
    made: false,
    filtering,
    defaultPvid: key === 'default_pvid' ? Number(value) : null,
  }
}
