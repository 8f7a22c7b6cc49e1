import { dependence } from '../net/depend.ts'
import { hasVlan, type Vid } from '../net/vlan-set.ts'
import { escapesFrom } from '../rules/escape.ts'
import { activeVlans, permissive, untaggedVlan } from '../rules/passage.ts'
import type { Attempt } from '../rules/rule.ts'
import type { DeviceView, PortView, SiteView } from '../rules/view.ts'
import { vlansOfSite } from '../rules/vlans-in-use.ts'
import { analyse } from './analyse.ts'

/** Every single way of attack that is not blocked on every switch: one entry, one VLAN, one way each. */
export function openAttempts(view: SiteView): Attempt[] {
  return attemptsOf(view).filter((attempt) => isOpen(view, attempt))
}

/** Whether an attack by this way gets through on some switch the configuration may stand for. */
export function isOpen(view: SiteView, attempt: Attempt): boolean {
  return dependence((under) => analyse(view, attempt, under)).verdict !== 'blocked'
}

function attemptsOf(view: SiteView): Attempt[] {
  const vlans = vlansOfSite(view)
  return [...view.devices.values()].flatMap((device) => {
    const known = new Map<Vid, ReturnType<typeof escapesFrom>>()
    const escapes = (vlan: Vid) => {
      const found = known.get(vlan) ?? escapesFrom(view, device.reading.name, vlan)
      known.set(vlan, found)
      return found
    }
    return device.classes
      .filter(({ sample }) => sample.role === 'entry')
      .flatMap(({ names }) =>
        names.flatMap((name) => {
          const port = device.ports.get(name)
          return port ? attemptsFrom(device, port, vlans, escapes) : []
        }),
      )
  })
}

function attemptsFrom(
  device: DeviceView,
  port: PortView,
  vlans: readonly Vid[],
  escapes: (vlan: Vid) => ReturnType<typeof escapesFrom>,
): Attempt[] {
  const from = { device: device.reading.name, port: port.name }
  const active = activeVlans(device)
  const others = vlans.filter((vlan) => vlan !== port.port.accessVlan.value)
  const inside = others.filter((vlan) => hasVlan(active, vlan))
  const direct = (['switch-spoofing', 'plain-tagging'] as const).flatMap((attack) =>
    inside.map((vlan): Attempt => ({ attack, from, vlan, way: [] })),
  )
  const voice = port.port.voiceVlan.value
  const entries = [untaggedVlan(device, port, permissive(device.reading.device)), voice]
  const ways = [...new Set(entries)].flatMap((vlan) => (typeof vlan === 'number' ? escapes(vlan) : []))
  const hops = ways.flatMap(({ way, out }) =>
    others.map(
      (vlan): Attempt => ({
        attack: 'double-tagging',
        from,
        vlan,
        way: [...way, { device: out.device, port: out.name }],
      }),
    ),
  )
  return [...direct, ...hops]
}
