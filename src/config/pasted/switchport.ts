import type { PortMode, VoiceVlan } from '../../net/settings.ts'
import type { Operation } from '../observed.ts'
import { readPortName } from '../port-name.ts'
import type { Output, PastedLine, PortSaid, Said } from './pasted.ts'
import { vlanIn } from './vlan-in.ts'
import { readVlans } from './vlan-sets.ts'

/** A line of `show interfaces switchport`: what is told, and what. */
const FIELD = /^([A-Z][\w ./-]{0,60}?):[ \t]*(.*)$/
/** The rest of a wrapped list of VLANs. */
const LIST_GOES_ON = /^[\d,\- \t]+$/

/** Reads `show interfaces switchport` (facts D5): one entry a port. */
export function readSwitchport(lines: readonly PastedLine[]): PortSaid[] {
  return blocks(lines)
    .map(readBlock)
    .filter((port) => port !== null)
}

type Fields = Map<string, Said<string>>

function blocks(lines: readonly PastedLine[]): Fields[] {
  const found: Fields[] = []
  let list: { fields: Fields; label: string } | null = null
  for (const at of lines) {
    const text = at.text.trim()
    const [, label, value = ''] = FIELD.exec(text) ?? []
    if (label === 'Name') found.push(new Map())
    const fields = found.at(-1)
    if (!fields) continue
    if (label !== undefined) {
      fields.set(label, { value, at })
      list = { fields, label }
    } else if (list && text !== '' && LIST_GOES_ON.test(text)) {
      const before = list.fields.get(list.label)
      if (before) list.fields.set(list.label, { ...before, value: before.value + text })
    } else list = null
  }
  return found
}

function readBlock(fields: Fields): PortSaid | null {
  const port = readPortName(fields.get('Name')?.value.trim() ?? '')
  if (!port) return null
  const told = <T>(label: string, read: (value: string) => T | null): Said<T> | undefined => {
    const field = fields.get(label)
    const value = field ? read(field.value.trim()) : null
    return field && value !== null ? { value, at: field.at } : undefined
  }
  const switching = told('Switchport', (value) => /^enabled/i.test(value))
  const mode = told('Administrative Mode', administrativeMode)
  const operating = told('Operational Mode', operation)
  const encapsulation = told('Administrative Trunking Encapsulation', (value) =>
    value === 'dot1q' || value === 'isl' || value === 'negotiate' ? value : null,
  )
  const negotiation = told('Negotiation of Trunking', (value) => /^on/i.test(value))
  const negotiate = mode?.value === 'access' ? undefined : negotiation
  const accessVlan = told('Access Mode VLAN', vlanIn)
  const nativeVlan = told('Trunking Native Mode VLAN', vlanIn)
  const voiceVlan = told('Voice VLAN', voice)
  const allowedVlans = told('Trunking VLANs Enabled', readVlans) ?? told('Trunking VLANs Allowed', readVlans)
  const trunkGroups = told('Static Trunk Groups', names)
  const channel = told('Operational Mode', bundle)
  return {
    port,
    settings: {
      ...(switching && { switching }),
      ...(mode && { mode }),
      ...(encapsulation && { encapsulation }),
      ...(negotiate && { negotiate }),
      ...(accessVlan && { accessVlan }),
      ...(nativeVlan && { nativeVlan }),
      ...(voiceVlan && { voiceVlan }),
      ...(allowedVlans && { allowedVlans }),
      ...(trunkGroups && { trunkGroups }),
      ...(channel && { channel }),
    },
    ...(operating && { operating }),
  }
}

function administrativeMode(value: string): PortMode | null {
  switch (value) {
    case 'static access':
      return 'access'
    case 'trunk':
    case 'dynamic auto':
    case 'dynamic desirable':
      return value
    case 'tunnel':
      return 'dot1q-tunnel'
    default:
      return value.startsWith('private-vlan') ? 'private-vlan' : null
  }
}

function operation(value: string): Operation | null {
  if (value.startsWith('trunk')) return 'trunk'
  if (/^(?:static )?access/.test(value)) return 'access'
  return value.startsWith('down') ? 'down' : null
}

/** `trunk (member of bundle Po12)`, `down (suspended member of bundle Po2)` (facts D5). */
function bundle(value: string): string | null {
  const name = /member of bundle (\S+?)\)/.exec(value)?.[1]
  return name === undefined ? null : (readPortName(name)?.key ?? null)
}

/** Names between blanks or commas: the manual shows one. */
function names(value: string): readonly string[] {
  return [...new Set(value.split(/[\s,]+/).filter((name) => name !== ''))].sort()
}

function voice(value: string): VoiceVlan | null {
  if (value === 'none' || value === 'dot1p' || value === 'untagged') return value
  return vlanIn(value)
}

/** How `show interfaces switchport` is found, whichever dialect prints it. */
export const SWITCHPORT_BLOCKS: Omit<Output, 'read'> = {
  command: 'show interfaces switchport',
  signatures: ['Switchport: '],
  begins: (line, next) => /^[ \t]*Name: ?\S+$/.test(line) && /^[ \t]*Switchport:/.test(next),
  goesOn: /^[ \t]*(?:[A-Z][\w ()./-]{0,80}:|Capture Mode (?:Dis|En)abled$|[\d,-]+$)/,
}
