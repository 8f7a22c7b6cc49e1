import type { AttackId } from '../attacks/attack.ts'
import { hasVlan, type Vid } from '../net/vlan-set.ts'
import { activeVlans, isNegotiable, permissive } from '../rules/passage.ts'
import { type Purpose, type Role, UNASKED } from '../rules/purpose.ts'
import type { Attempt } from '../rules/rule.ts'
import type { Site } from '../rules/site.ts'
import { type DeviceView, type PortClass, type SiteView, viewSite } from '../rules/view.ts'
import { anyOtherVlan, vlansOfSite } from '../rules/vlans-in-use.ts'
import { blockedTarget, type Cell, cell, target } from './cells.ts'
import { ASSUMED_GUESTS, guestCell, guestRows } from './guest-rows.ts'
import { Hops } from './hops.ts'
import type { Doubt } from './judgement.ts'
import { judgeServices, type ServiceVerdict } from './services.ts'

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
  const vlans = [...new Set([...vlansOfSite(view), ...also])]
  const rows = [...view.devices.values()].flatMap((device) => {
    const hops = new Hops(view, device)
    return device.classes.map((each) => judgeClass(view, device, each, vlans, hops))
  })
  const guests = rows.some(({ cells }) => cells.some(({ attack }) => attack === 'guest-tagging'))
  const isAssumed = guests && (view.site.hypervisors ?? []).length === 0
  const unasked = rows.some(({ purpose, role }) => purpose === undefined && role === 'entry')
  const services = judgeServices(view)
  const read = [...view.devices.values()].flatMap(({ reading }) => reading.assumptions)
  const trees = services.flatMap(({ assumptions }) => assumptions.map(({ text }) => text))
  return {
    rows: [...rows, ...guestRows(view, vlans)],
    services,
    assumptions: [
      ...(unasked ? [UNASKED] : []),
      ...(isAssumed ? [ASSUMED_GUESTS] : []),
      ...new Set([...read, ...trees]),
    ],
  }
}

function judgeClass(
  view: SiteView,
  device: DeviceView,
  { sample, names }: PortClass,
  vlans: readonly Vid[],
  hops: Hops,
): Row {
  const { role, purpose } = sample
  const doubts = sample.doubts.map(({ line, text }) => ({ device: device.reading.name, line, text }))
  const row = { device: device.reading.name, ports: names, purpose, role, doubts }
  if (role === 'hypervisor') return { ...row, cells: [guestCell(view, device, sample, vlans)] }
  if (role !== 'entry') return { ...row, cells: [] }
  const { mode, nativeVlan, accessVlan } = sample.port
  const own = mode.value === 'trunk' ? nativeVlan.value : accessVlan.value
  const active = activeVlans(device)
  const others = vlans.filter((vlan) => vlan !== own)
  const wanted = others.length > 0 ? others : anyOtherVlan(active, own)
  const from = { device: device.reading.name, port: sample.name }
  const inside = wanted.filter((vlan) => hasVlan(active, vlan))
  const direct = (attack: AttackId, isPossible: boolean) =>
    cell(
      attack,
      inside.map((vlan) => {
        const attempts: Attempt[] = [{ attack, from, vlan, way: [] }]
        return isPossible || doubts.length > 0
          ? target(view, vlan, attempts)
          : blockedTarget(view, vlan, attempts)
      }),
    )
  const ask = permissive(device.reading.device)
  const ways = hops.from(sample)
  const hopping = wanted.map((vlan) =>
    target(
      view,
      vlan,
      ways.map((hop): Attempt => ({ attack: 'double-tagging', from, vlan, ...hop })),
    ),
  )
  return {
    ...row,
    cells: [
      direct('switch-spoofing', isNegotiable(sample, ask)),
      direct('plain-tagging', mode.value === 'trunk'),
      cell('double-tagging', hopping),
    ],
  }
}
