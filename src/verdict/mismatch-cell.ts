import type { Endpoint } from '../net/network.ts'
import type { Vid, VlanSet } from '../net/vlan-set.ts'
import { escapesFrom } from '../rules/escape.ts'
import { neighbourOf, permissive, untaggedVlan } from '../rules/passage.ts'
import type { Attempt } from '../rules/rule.ts'
import { deviceOf, type PortView, portOf, type SiteView } from '../rules/view.ts'
import { type Cell, cell } from './cells.ts'
import { VlanKinds } from './vlan-kinds.ts'

/**
 * What native VLAN mismatches come to for a host on this port: into each VLAN that its frames turn up in behind a cable that they cross
 * without a tag (facts C5). No column of the matrix, since such a host attacks nothing: it just is in two VLANs.
 */
export function mismatchCell(view: SiteView, from: Endpoint): Cell {
  const port = portOf(view, from)
  const own = port?.role === 'entry' ? readUntagged(view, port) : null
  const phone = port?.role === 'entry' ? port.port.voiceVlan.value : null
  const inside = [...new Set([own, phone])].filter((vlan): vlan is Vid => typeof vlan === 'number')
  const byVlan = new Map<Vid, Attempt[]>()
  for (const at of inside) {
    for (const { way, out } of escapesFrom(view, from.device, at)) {
      const vlan = readBeyond(view, out)
      if (vlan === null || inside.includes(vlan)) continue
      const last = { device: out.device, port: out.name }
      const attempt: Attempt = { attack: 'native-mismatch', from, vlan, way: [...way, last] }
      const written = at === own ? attempt : { ...attempt, outer: at }
      byVlan.set(vlan, [...(byVlan.get(vlan) ?? []), written])
    }
  }
  const vlans = new Set(byVlan.keys())
  const wanted = { kinds: new VlanKinds([...vlans]), yardsticks: { sets: new Set<VlanSet>(), vlans } }
  return cell(view, 'native-mismatch', wanted, (vlan) => byVlan.get(vlan) ?? null)
}

/** The VLAN that an untagged frame from this port is in at the far end of its cable; null where that was not read. */
function readBeyond(view: SiteView, out: PortView): Vid | null {
  const neighbour = neighbourOf(out)
  const far = neighbour.kind === 'switch' ? portOf(view, neighbour.at) : undefined
  return far ? readUntagged(view, far) : null
}

function readUntagged(view: SiteView, port: PortView): Vid | null {
  const device = deviceOf(view, port.device)
  return untaggedVlan(device, port, permissive(device.reading.device))
}
