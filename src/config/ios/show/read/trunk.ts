import type { PortMode, PortSettings } from '../../../../net/settings.ts'
import { type PortName, readPortName } from '../../../port-name.ts'
import type { PastedLine, PortSaid, Said } from './pasted.ts'
import { readVlans } from './switchport.ts'
import { vlanIn } from './vlan-in.ts'

const MODES: Readonly<Record<string, PortMode>> = {
  on: 'trunk',
  nonegotiate: 'trunk',
  off: 'access',
  auto: 'dynamic auto',
  desirable: 'dynamic desirable',
}

const ENCAPSULATIONS: Readonly<Record<string, PortSettings['encapsulation']['value']>> = {
  '802.1q': 'dot1q',
  isl: 'isl',
  'n-802.1q': 'negotiate',
  'n-isl': 'negotiate',
  negotiate: 'negotiate',
}

const SECTION = /^Port[ \t]+(\S.*)$/
const LIST_GOES_ON = /^[\d,-]+$/

type Entry = { readonly port: PortName; row: readonly Said<string>[]; allowed: Said<string> | null }

/** Reads `show interfaces trunk` (facts D5): the rows of its first table, and the list of allowed VLANs of each port. */
export function readTrunk(lines: readonly PastedLine[]): PortSaid[] {
  const entries = new Map<string, Entry>()
  let section = ''
  let last: Entry | null = null
  for (const at of lines) {
    const text = at.text.trim()
    const title = SECTION.exec(text)?.[1]
    if (title !== undefined || text === '') {
      section = title ?? section
      last = null
      continue
    }
    const words = text.split(/[ \t]+/)
    const port = readPortName(words[0] ?? '')
    if (port) {
      last = entries.get(port.key) ?? { port, row: [], allowed: null }
      entries.set(port.key, last)
      const cells = words.slice(1).map((value) => ({ value, at }))
      if (/^Mode\b/.test(section)) last.row = cells
      else if (isAllowed(section)) last.allowed = { value: cells.map(({ value }) => value).join(''), at }
    } else if (last?.allowed && isAllowed(section) && LIST_GOES_ON.test(text)) {
      last.allowed = { ...last.allowed, value: last.allowed.value + text }
    }
  }
  return [...entries.values()].map(readEntry).filter((entry) => entry !== null)
}

function isAllowed(section: string): boolean {
  return /^Vlans allowed on trunk/i.test(section)
}

function readEntry({ port, row, allowed }: Entry): PortSaid | null {
  const [mode, encapsulation, status, native] = row
  if (!mode || !status) return null
  const as = <T>(cell: Said<string> | null | undefined, read: (value: string) => T | null | undefined) => {
    const value = cell ? read(cell.value) : null
    return cell && value !== null && value !== undefined ? { value, at: cell.at } : undefined
  }
  const isTrunk = status.value === 'trunking'
  const modeSaid = as(mode, (word) => MODES[word])
  const encapsulationSaid = as(encapsulation, (word) => ENCAPSULATIONS[word])
  const nativeVlan = as(native, vlanIn)
  const allowedVlans = as(allowed, readVlans)
  const negotiate = mode.value === 'nonegotiate' ? { value: false, at: mode.at } : undefined
  return {
    port,
    by: 'show interfaces trunk',
    settings: {
      ...(modeSaid && { mode: modeSaid }),
      ...(negotiate && { negotiate }),
      ...(encapsulationSaid && { encapsulation: encapsulationSaid }),
      ...(nativeVlan && { nativeVlan }),
      ...(allowedVlans && { allowedVlans }),
    },
    ...(isTrunk && { operating: { value: 'trunk', at: status.at } }),
  }
}
