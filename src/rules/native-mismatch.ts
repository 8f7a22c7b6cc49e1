import type { Vid } from '../net/vlan-set.ts'
import { doubleTagPaths } from './double-tag-paths.ts'
import { nativeSteps, whileEndsDiffer } from './native-fix.ts'
import { permissive, sentUntagged, untaggedVlan } from './passage.ts'
import type { Attempt, Claim, Rule } from './rule.ts'
import { isStaticTrunk } from './trunks.ts'
import { deviceOf, type PortView, portOf, type SiteView } from './view.ts'
import { inhabited, unusedVlan } from './vlans-in-use.ts'

/** Trunks whose two ends, both read, have different native VLANs. */
export const nativeMismatch: Rule = {
  id: 'native/mismatch',
  kind: 'witnessed',
  title: 'Two ends of a trunk with different native VLANs',
  why:
    'An untagged frame is in one VLAN at one end and in another at the other end: the two VLANs are one. Where PVST+ runs, the ' +
    'port that notices blocks both VLANs instead, and hosts lose their network.',
  limits:
    'Needs both ends: give both switches and the cable between them. Between two switches that speak PVST+ no frame crosses, as ' +
    'documented, and this is advice; which end blocks is not settled. Where the platform leaves its spanning tree open the verdict ' +
    'depends on it.',
  references: ['CISC-L2-000260', 'V-220646', 'V-220672'],
  examples: {
    bad: [
      {
        dialect: 'nxos',
        text: `hostname EDGE
interface Ethernet1/5
  switchport
  switchport access vlan 10
interface Ethernet1/48
  switchport
  switchport mode trunk
  switchport trunk native vlan 10
`,
        neighbour: {
          text: `hostname CORE
interface Ethernet1/1
  switchport
  switchport mode trunk
  switchport trunk native vlan 20
`,
          cable: ['Ethernet1/48', 'Ethernet1/1'],
        },
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/24
 switchport trunk native vlan 10
 switchport mode trunk
`,
        neighbour: {
          text: `hostname CORE
interface GigabitEthernet0/1
 switchport trunk native vlan 20
 switchport mode trunk
`,
          cable: ['GigabitEthernet0/24', 'GigabitEthernet0/1'],
        },
      },
    ],
    good: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport mode trunk
`,
        neighbour: {
          text: `hostname CORE
interface GigabitEthernet0/1
 switchport trunk native vlan 999
 switchport mode trunk
`,
          cable: ['GigabitEthernet0/24', 'GigabitEthernet0/1'],
        },
      },
    ],
  },
  check: (view) =>
    view.site.links.flatMap(({ a, b }): Claim[] => {
      const [near, far] = [portOf(view, a), portOf(view, b)]
      if (!near || !far || !isTrunk(view, near) || !isTrunk(view, far)) return []
      if (near.port.nativeVlan.value === far.port.nativeVlan.value) return []
      const nearIsBetter =
        isEmpty(view, near.port.nativeVlan.value) && !isEmpty(view, far.port.nativeVlan.value)
      return [nearIsBetter ? claim(view, far, near) : claim(view, near, far)]
    }),
}

function isTrunk(view: SiteView, port: PortView): boolean {
  return isStaticTrunk(deviceOf(view, port.device), port)
}

/** Whether a VLAN is fit to be native at both ends: nobody is in it, and it is not the one that every port falls into. */
function isEmpty(view: SiteView, vlan: Vid): boolean {
  return vlan !== 1 && !inhabited(view).has(vlan)
}

/** The claim on the end that is to change. */
function claim(view: SiteView, near: PortView, far: PortView): Claim {
  const own = near.port.nativeVlan.value
  const other = far.port.nativeVlan.value
  return {
    device: near.device,
    ports: [near.name],
    message: `The native VLAN is ${own} here and ${other} at ${far.device} ${far.name}: ${consequence(view, near, far)}.`,
    effective: `native VLAN ${own}, far end ${other}`,
    settings: ['nativeVlan'],
    whenBlocked: 'advice',
    attempts: [...attemptsOver(view, near, far), ...attemptsOver(view, far, near)],
    fix: nativeSteps(view, [near, far], isEmpty(view, other) ? other : unusedVlan(view, 'native')),
    caution: 'Hosts that are reached untagged over this cable lose it: give them a VLAN of their own first.',
  }
}

function consequence(view: SiteView, near: PortView, far: PortView): string {
  return crosses(view, near, far) || crosses(view, far, near)
    ? whileEndsDiffer(view, [near, far])
    : 'untagged frames do not get over this cable'
}

/** Whether a frame that one end sends without a tag is taken by the other, on any platform. */
function crosses(view: SiteView, out: PortView, into: PortView): boolean {
  const [near, far] = [deviceOf(view, out.device), deviceOf(view, into.device)]
  return (
    sentUntagged(near, out, 'trunk', permissive(near.reading.device)) !== null &&
    untaggedVlan(far, into, permissive(far.reading.device)) !== null
  )
}

/** Hosts in the native VLAN of one end whose untagged frames are in another VLAN at the other end. */
function attemptsOver(view: SiteView, out: PortView, into: PortView): Attempt[] {
  const paths = doubleTagPaths(view, (vlan) => vlan === out.port.nativeVlan.value)
  return paths.flatMap(({ device, entry, escapes }) =>
    escapes
      .filter((each) => each.out === out)
      .map(({ way }) => ({
        attack: 'native-mismatch',
        from: { device: device.reading.name, port: entry.sample.name },
        vlan: into.port.nativeVlan.value,
        way: [...way, { device: out.device, port: out.name }],
      })),
  )
}
