import { dependence } from '../net/depend.ts'
import { hasVlan, type Vid } from '../net/vlan-set.ts'
import { activeVlans } from '../rules/passage.ts'
import type { Attempt } from '../rules/rule.ts'
import type { DeviceView, PortView, SiteView } from '../rules/view.ts'
import { vlansOfSite } from '../rules/vlans-in-use.ts'
import { analyse } from './analyse.ts'
import { guestRows } from './guest-rows.ts'
import { Hops } from './hops.ts'

/** Every single way of attack that is not blocked on every switch: one entry, or one port group that was read, one VLAN, one way each. */
export function openAttempts(view: SiteView): Attempt[] {
  return attemptsOf(view).filter((attempt) => isOpen(view, attempt))
}

/** Whether an attack by this way gets through on some switch the configuration may stand for. */
export function isOpen(view: SiteView, attempt: Attempt): boolean {
  return dependence((under) => analyse(view, attempt, under)).verdict !== 'blocked'
}

function attemptsOf(view: SiteView): Attempt[] {
  const vlans = vlansOfSite(view)
  const guests = guestRows(view, vlans).flatMap(({ cells }) => cells.flatMap(({ targets }) => targets))
  return [...fromPorts(view, vlans), ...guests.flatMap(({ attempts }) => attempts)]
}

function fromPorts(view: SiteView, vlans: readonly Vid[]): Attempt[] {
  return [...view.devices.values()].flatMap((device) => {
    const hops = new Hops(view, device)
    return device.classes
      .filter(({ sample }) => sample.role === 'entry')
      .flatMap(({ names }) =>
        names.flatMap((name) => {
          const port = device.ports.get(name)
          return port ? attemptsFrom(device, port, vlans, hops) : []
        }),
      )
  })
}

function attemptsFrom(device: DeviceView, port: PortView, vlans: readonly Vid[], hops: Hops): Attempt[] {
  const from = { device: device.reading.name, port: port.name }
  const active = activeVlans(device)
  const { mode, nativeVlan, accessVlan } = port.port
  const own = mode.value === 'trunk' ? nativeVlan.value : accessVlan.value
  const others = vlans.filter((vlan) => vlan !== own)
  const inside = others.filter((vlan) => hasVlan(active, vlan))
  const direct = (['switch-spoofing', 'plain-tagging'] as const).flatMap((attack) =>
    inside.map((vlan): Attempt => ({ attack, from, vlan, way: [] })),
  )
  const hopping = hops
    .from(port)
    .flatMap((hop) => others.map((vlan): Attempt => ({ attack: 'double-tagging', from, vlan, ...hop })))
  return [...direct, ...hopping]
}
