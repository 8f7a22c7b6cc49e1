import { readName } from './values.ts'

/** A line of `ovs-vsctl show`. What it belongs to follows from the lines before it, however it is indented. */
export type ShowLine =
  | { readonly is: 'bridge' | 'port' | 'interface'; readonly name: string }
  | { readonly is: 'tag' | 'trunks'; readonly value: string }
  | { readonly is: 'options' | 'fail-mode'; readonly value: string }
  /** OpenFlow rules of a controller decide, not the VLAN columns. */
  | { readonly is: 'controller' }
  | { readonly is: 'harmless' }

const NAMED = { Bridge: 'bridge', Port: 'port', Interface: 'interface' } as const

/** A line of `ovs-vsctl show`; null for what is none. */
export function readShowLine(line: string): ShowLine | null {
  const text = line.trim()
  const [, word, name] = /^(Bridge|Port|Interface)[ \t]+("(?:[^"\\]|\\.)*"|[^\s"]\S*)$/.exec(text) ?? []
  if (word !== undefined && name !== undefined)
    return { is: NAMED[word as keyof typeof NAMED], name: readName(name) }
  if (/^Controller[ \t]+\S/.test(text)) return { is: 'controller' }
  if (/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(text) || /^Manager[ \t]+\S/.test(text))
    return { is: 'harmless' }
  const [, key, value = ''] = /^([a-z_]+):[ \t]*(.*)$/.exec(text) ?? []
  switch (key) {
    case 'tag':
    case 'trunks':
      return { is: key, value }
    case 'options':
      return { is: key, value }
    case 'fail_mode':
      return { is: 'fail-mode', value }
    case 'type':
    case 'is_connected':
    case 'ovs_version':
    case 'datapath_type':
    case 'error':
    case 'db_version':
      return { is: 'harmless' }
    default:
      return null
  }
}
