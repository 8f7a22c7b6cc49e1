import type { AttackId } from '../attacks/attack.ts'
import { hasVlan, type Vid } from '../net/vlan-set.ts'
import { activeVlans, isNegotiable, ownVlan, permissive } from '../rules/passage.ts'
import { type Purpose, type Role, UNASKED } from '../rules/purpose.ts'
import type { Attempt } from '../rules/rule.ts'
import type { Site } from '../rules/site.ts'
import { type DeviceView, type PortClass, type SiteView, viewSite } from '../rules/view.ts'
import { anyOtherVlan, vlansOfSite } from '../rules/vlans-in-use.ts'
import { type Cell, cell, OUT_OF_REACH } from './cells.ts'
import { ASSUMED_GUESTS, guestCell, guestRows } from './guest-rows.ts'
import { Hops } from './hops.ts'
import type { Doubt } from './judgement.ts'
import { judgeServices, type ServiceVerdict } from './services.ts'
import { VlanKinds } from './vlan-kinds.ts'
import { yardsticksOf } from './yardsticks.ts'

/** Ports that cannot be told apart, with what every attack from them comes to. Ports that cannot hold an attacker have no cells. */
export type Row = {
  readonly device: string
  readonly ports: readonly string[]
  readonly purpose: Purpose | undefined
  readonly role: Role
  readonly doubts: readonly Doubt[]
  readonly cells: readonly Cell[]
}

/** Every port x attack x VLAN of a site, under every setting of the open options. */
export type SiteVerdict = {
  readonly rows: readonly Row[]
  readonly services: readonly ServiceVerdict[]
  /** What all of it rests on, as sentences. */
  readonly assumptions: readonly string[]
}

/** The attacks of the matrix, in the order of its columns. */
export const MATRIX_ATTACKS: readonly AttackId[] = [
  'switch-spoofing',
  'plain-tagging',
  'double-tagging',
  'guest-tagging',
]

/**
 * Judges every port of a site. The verdicts come from the decisions along each way; a cell's film is simulated when it is
 * opened. Ports with equal settings, purpose and neighbours are judged once.
 */
export function judgeSite(site: Site): SiteVerdict {
  return judgeView(viewSite(site))
}

/** The same for a site that is sorted out already; into the VLANs that somebody would miss, and into `also`. */
export function judgeView(view: SiteView, also: readonly Vid[] = []): SiteVerdict {
  const rows = judgeRows(view, also)
  const guests = rows.some(({ cells }) => cells.some(({ attack }) => attack === 'guest-tagging'))
  const isAssumed = guests && (view.site.hypervisors ?? []).length === 0
  const unasked = rows.some(({ purpose, role }) => purpose === undefined && role === 'entry')
  const services = judgeServices(view)
  const read = [...view.devices.values()].flatMap(({ reading }) => reading.assumptions)
  const trees = services.flatMap(({ assumptions }) => assumptions.map(({ text }) => text))
  return {
    rows,
    services,
    assumptions: [
      ...(unasked ? [UNASKED] : []),
      ...(isAssumed ? [ASSUMED_GUESTS] : []),
      ...new Set([...read, ...trees]),
    ],
  }
}

/** The attacks alone: services are simulated, which takes longer. */
export function judgeRows(view: SiteView, also: readonly Vid[] = []): Row[] {
  const kinds = new VlanKinds([...new Set([...vlansOfSite(view), ...also])])
  const rows = [...view.devices.values()].flatMap((device) => {
    const hops = new Hops(view, device)
    return device.classes.map((each) => judgeClass(view, device, each, kinds, hops))
  })
  return [...rows, ...guestRows(view, kinds.vlans)]
}

function judgeClass(
  view: SiteView,
  device: DeviceView,
  { sample, names }: PortClass,
  kinds: VlanKinds,
  hops: Hops,
): Row {
  const { role, purpose } = sample
  const doubts = sample.doubts.map(({ line, text }) => ({ device: device.reading.name, line, text }))
  const row = { device: device.reading.name, ports: names, purpose, role, doubts }
  if (role === 'hypervisor') return { ...row, cells: [guestCell(view, device, sample, kinds)] }
  if (role !== 'entry') return { ...row, cells: [] }
  const own = ownVlan(sample.port)
  const active = activeVlans(device)
  const from = { device: device.reading.name, port: sample.name }
  const ways = hops.from(sample).map((hop) => ({ from, ...hop }))
  const wanted = {
    kinds: kinds.vlans.some((vlan) => vlan !== own) ? kinds : new VlanKinds(anyOtherVlan(active, own)),
    yardsticks: yardsticksOf(view, [{ from, way: [] }, ...ways]),
  }
  const direct = (attack: AttackId, isPossible: boolean) => {
    const into = (vlan: Vid) =>
      vlan !== own && hasVlan(active, vlan) ? [{ attack, from, vlan, way: [] }] : null
    return isPossible || doubts.length > 0
      ? cell(view, attack, wanted, into)
      : cell(view, attack, wanted, into, () => OUT_OF_REACH)
  }
  const ask = permissive(device.reading.device)
  return {
    ...row,
    cells: [
      direct('switch-spoofing', isNegotiable(sample, ask)),
      direct('plain-tagging', sample.port.mode.value === 'trunk'),
      // Who can write the tag of a VLAN needs no second one for it.
      cell(view, 'double-tagging', wanted, (vlan) =>
        vlan === own
          ? null
          : ways
              .filter(({ outer }) => outer !== vlan)
              .map((way): Attempt => ({ attack: 'double-tagging', vlan, ...way })),
      ),
    ],
  }
}
