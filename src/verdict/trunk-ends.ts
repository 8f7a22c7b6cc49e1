import { nativeTagging } from '../net/bridge-port.ts'
import type { Link } from '../net/network.ts'
import { carriedVlans } from '../net/trunk-groups.ts'
import { sameVlans, type VlanSet } from '../net/vlan-set.ts'
import { bridging } from '../rules/passage.ts'
import { deviceOf, type PortView, portOf, type SiteView } from '../rules/view.ts'

/** In what the two ends of a trunk may differ. */
type Agreement = { readonly native: boolean; readonly list: boolean; readonly tagging: boolean }

const NO_TRUNK: Agreement = { native: true, list: true, tagging: true }

/** Whether the ends of some trunk agreed on its native VLAN, on its list, or on whether the native VLAN is tagged, and do no longer. */
export function partsTrunkEnds(before: SiteView, after: SiteView): boolean {
  return before.site.links.some((link) => {
    const [was, is] = [agreementOf(before, link), agreementOf(after, link)]
    return (was.native && !is.native) || (was.list && !is.list) || (was.tagging && !is.tagging)
  })
}

/** What the ends of a cable agree on; an end that is told to be an access port makes it no trunk. */
function agreementOf(view: SiteView, { a, b }: Link): Agreement {
  const [near, far] = [portOf(view, a), portOf(view, b)]
  if (!near || !far || [near, far].some(({ port }) => port.mode.value === 'access')) return NO_TRUNK
  const [one, other] = [near, far].map((port) =>
    nativeTagging(bridging(deviceOf(view, port.device), port, true)),
  )
  return {
    native: near.port.nativeVlan.value === far.port.nativeVlan.value,
    list: sameVlans(carriedBy(view, near), carriedBy(view, far)),
    tagging: one?.value === other?.value,
  }
}

function carriedBy(view: SiteView, { device, port }: PortView): VlanSet {
  return carriedVlans(port, deviceOf(view, device).reading.device.vlans)
}
