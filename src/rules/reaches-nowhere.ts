import { portInWords } from '../config/port-name.ts'
import { carriedVlans } from '../net/trunk-groups.ts'
import {
  commonVlans,
  countVlans,
  showVlans,
  unionVlans,
  type VlanSet,
  vlanSet,
  withoutVlans,
} from '../net/vlan-set.ts'
import { advise } from './advice.ts'
import { intoGroups } from './into-groups.ts'
import type { Claim, FixStep } from './rule.ts'
import { isStaticTrunk, LEGACY_VLANS } from './trunks.ts'
import { deviceOf, type PortView, portOf, type SiteView } from './view.ts'

/** A list of more VLANs than this was not written VLAN by VLAN. */
export const TELLING = 64

/** VLANs that one end of a cable between two trunks lists and the other end takes no frame of: they reach nowhere over it. */
export function reachesNowhere(view: SiteView): Claim[] {
  return view.site.links.flatMap(({ a, b }) => {
    const [near, far] = [portOf(view, a), portOf(view, b)]
    if (!near || !far || !isTrunk(view, near) || !isTrunk(view, far)) return []
    return [...oneWay(view, near, far), ...oneWay(view, far, near)]
  })
}

function isTrunk(view: SiteView, port: PortView): boolean {
  return isStaticTrunk(deviceOf(view, port.device), port)
}

function oneWay(view: SiteView, near: PortView, far: PortView): Claim[] {
  const listed = near.port.allowedVlans.value
  if (countVlans(listed) > TELLING) return []
  const lost = withoutVlans(withoutVlans(carried(view, near), carried(view, far)), untagged(near, far))
  const wanted = commonVlans(lost, vlanSet(...view.site.services.map(({ vlan }) => vlan)))
  return [wanted, withoutVlans(lost, wanted)].flatMap((vlans) =>
    vlans.length === 0 ? [] : claim(view, near, far, { vlans, areWanted: vlans === wanted }),
  )
}

/** Of what a service needs the far end takes more; of other VLANs this end carries less. */
function claim(
  view: SiteView,
  near: PortView,
  far: PortView,
  { vlans, areWanted }: { vlans: VlanSet; areWanted: boolean },
): Claim {
  const said = showVlans(vlans)
  const there = `${far.device} ${portInWords(far.name)}`
  const { lines: groups } = intoGroups(far.port, deviceOf(view, far.device).reading.device.vlans, vlans)
  const instead =
    groups.length > 0 ? `put ${there} into a trunk group of it` : `make and allow it at ${there}`
  const advice = advise(
    deviceOf(view, near.device),
    { names: [near.name] },
    {
      message: `The trunk carries VLAN ${said}, and ${there} takes no frame of it: it reaches nowhere over this cable${areWanted ? ', and a service needs it' : ''}.`,
      effective: `VLAN ${said} at this end only`,
      settings: ['allowedVlans'],
      lines: areWanted ? [] : [`switchport trunk allowed vlan remove ${said}`],
      caution: areWanted
        ? `Whoever is in VLAN ${said} at either end reaches the other end then.`
        : `Where hosts of VLAN ${said} are meant to reach each other over this cable, ${instead} instead.`,
    },
  )
  return areWanted ? { ...advice, fix: taken(view, far, vlans) } : advice
}

/** The commands by which a trunk takes frames of these VLANs: they are made on its switch and allowed on it. */
function taken(view: SiteView, { device, name, port }: PortView, vlans: VlanSet): FixStep[] {
  const database = deviceOf(view, device).reading.device.vlans
  const missing = withoutVlans(vlans, database.existing.value)
  const unlisted = withoutVlans(vlans, port.allowedVlans.value)
  const add = unlisted.length > 0 ? [`switchport trunk allowed vlan add ${showVlans(unlisted)}`] : []
  const lines = [...add, ...intoGroups(port, database, vlans).lines]
  return [
    ...(missing.length > 0 ? [{ device, port: null, lines: [`vlan ${showVlans(missing)}`] }] : []),
    ...(lines.length > 0 ? [{ device, port: name, lines }] : []),
  ]
}

/** The VLANs of a trunk that its switch has. */
function carried(view: SiteView, { device, port }: PortView): VlanSet {
  const { vlans } = deviceOf(view, device).reading.device
  return withoutVlans(commonVlans(carriedVlans(port, vlans), vlans.existing.value), LEGACY_VLANS)
}

/** VLANs that change on the cable are another rule's business: their frames do arrive, in another VLAN. */
function untagged(near: PortView, far: PortView): VlanSet {
  const natives = vlanSet(near.port.nativeVlan.value, far.port.nativeVlan.value)
  return unionVlans(natives, near.port.egressUntagged.value)
}
