import type { Endpoint } from '../net/network.ts'
import { hasVlan, type Vid } from '../net/vlan-set.ts'
import { type Escape, escapesFrom, vlansSentUntagged } from '../rules/escape.ts'
import { crossingVlans, permissive, untaggedVlan } from '../rules/passage.ts'
import type { Attempt } from '../rules/rule.ts'
import type { DeviceView, PortView, SiteView } from '../rules/view.ts'

/** One way of double tagging: the ports the frame leaves by, and its outer tag where that is none of the port's own VLANs. */
type Hop = Pick<Attempt, 'way' | 'outer'>

/** The ways of double tagging that lead from the ports of one switch; where each VLAN escapes is found once. */
export class Hops {
  readonly #view: SiteView
  readonly #device: DeviceView
  readonly #escapes = new Map<Vid, readonly Escape[]>()

  constructor(view: SiteView, device: DeviceView) {
    this.#view = view
    this.#device = device
  }

  /** Every way from a host on this port. */
  from(port: PortView): Hop[] {
    const own = ownVlans(this.#device, port).flatMap((vlan) => this.#ways(vlan))
    if (port.port.mode.value !== 'trunk') return own
    return [...own, ...this.tagged(port).filter(({ outer }) => outer !== port.port.nativeVlan.value)]
  }

  /** Every way for a host that sits on this trunk and writes an outer tag: into a VLAN that leaves untagged further on (facts C1). */
  tagged(port: PortView): Hop[] {
    const carried = crossingVlans(this.#device, port)
    const isBack = ({ way }: Hop) => way.some((out) => out.device === port.device && out.port === port.name)
    return vlansSentUntagged(this.#view)
      .filter((vlan) => hasVlan(carried, vlan))
      .flatMap((outer) => this.#ways(outer).map((hop) => ({ ...hop, outer })))
      .filter((hop) => !isBack(hop))
  }

  #ways(vlan: Vid): Hop[] {
    const known = this.#escapes.get(vlan) ?? escapesFrom(this.#view, this.#device.reading.name, vlan)
    this.#escapes.set(vlan, known)
    return known.map(({ way, out }): { way: Endpoint[] } => ({
      way: [...way, { device: out.device, port: out.name }],
    }))
  }
}

/** The VLANs that a host on this port can put a frame in without being a trunk: its own, and that of its phone. */
function ownVlans(device: DeviceView, port: PortView): Vid[] {
  const own = untaggedVlan(device, port, permissive(device.reading.device))
  const voice = port.port.voiceVlan.value
  return [...new Set([own, voice].filter((vlan): vlan is Vid => typeof vlan === 'number'))]
}
