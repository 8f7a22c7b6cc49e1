import type { PortMode } from '../../../net/settings.ts'
import { commonVlans, type VlanSet, withoutVlans } from '../../../net/vlan-set.ts'
import type { Moment } from './moment.ts'
import { type Shown, shown } from './shown.ts'
import { modeNotes, type ShownPort, shownPorts } from './shown-ports.ts'
import { shownVlans, VLANS_NOT_KNOWN, vlanListText } from './vlans.ts'
import { wrappedList } from './wrap.ts'

/** Widths of the columns of `show interfaces trunk` (facts D5). */
const PORT = 12
const MODE = 17
const ENCAPSULATION = 15
const STATUS = 14

/** What stands in the column "Mode". */
const MODE_WORDS: Readonly<Partial<Record<PortMode, string>>> = {
  access: 'off',
  trunk: 'on',
  'dynamic auto': 'auto',
  'dynamic desirable': 'desirable',
}

/** `show interfaces trunk`: the trunking ports; with ports named, those, trunking or not (facts D5). */
export function showTrunk(moment: Moment, named: readonly ShownPort[] | null = null): Shown {
  const ports = named ?? shownPorts(moment).filter(isTrunking)
  const trunks = ports.filter(isTrunking)
  if (ports.length === 0) return shown()
  const vlans = shownVlans(moment)
  const active = (port: ShownPort) => commonVlans(port.settings.allowedVlans.value, vlans.active)
  const forwarding = (port: ShownPort) => withoutVlans(active(port), port.blocked)
  const lines = [
    'Port        Mode             Encapsulation  Status        Native vlan',
    ...ports.map(row),
    ...section('Vlans allowed on trunk', trunks, ({ settings }) => settings.allowedVlans.value),
    ...section('Vlans allowed and active in management domain', trunks, active),
    ...section('Vlans in spanning tree forwarding state and not pruned', trunks, forwarding),
  ]
  const unlisted = vlans.assumed && trunks.length > 0 ? [VLANS_NOT_KNOWN] : []
  return { lines, notes: [...modeNotes(moment, ports), ...unlisted] }
}

function isTrunking({ operating, memberOf }: ShownPort): boolean {
  return operating === 'trunk' && memberOf === null
}

function row(port: ShownPort): string {
  const { shortName, mode, settings } = port
  const status = isTrunking(port) ? 'trunking' : 'not-trunking'
  return [
    shortName.padEnd(PORT),
    (MODE_WORDS[mode] ?? '').padEnd(MODE),
    encapsulation(port).padEnd(ENCAPSULATION),
    status.padEnd(STATUS),
    `${settings.nativeVlan.value}`,
  ].join('')
}

/** `n-802.1q` where it was negotiated, `802.1q` where it was configured, `negotiate` where it is still open (facts B5). */
function encapsulation(port: ShownPort): string {
  const { value } = port.settings.encapsulation
  if (value === 'negotiate') {
    if (!isTrunking(port)) return 'negotiate'
    return port.encapsulation === 'isl' ? 'n-isl' : 'n-802.1q'
  }
  return value === 'isl' ? 'isl' : '802.1q'
}

function section(
  title: string,
  ports: readonly ShownPort[],
  vlans: (port: ShownPort) => VlanSet,
): readonly string[] {
  if (ports.length === 0) return []
  const rows = ports.flatMap((port) =>
    wrappedList(port.shortName.padEnd(PORT), vlanListText(vlans(port)), PORT),
  )
  return ['', `${'Port'.padEnd(PORT)}${title}`, ...rows]
}
