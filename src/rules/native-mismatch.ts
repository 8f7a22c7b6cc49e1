import { portInWords } from '../config/port-name.ts'
import { hasVlan, showVlans, type Vid, vlanSet, withoutVlans } from '../net/vlan-set.ts'
import { doubleTagPaths } from './double-tag-paths.ts'
import { nativeSteps, whileEndsDiffer } from './native-fix.ts'
import { permissive, sentUntagged, untaggedVlan } from './passage.ts'
import type { Attempt, Claim, Rule } from './rule.ts'
import { READ_UNTAGGED, taggedAgain } from './tagged-again.ts'
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
    'port that notices blocks both VLANs instead, and hosts lose their network. A Linux bridge may send more VLANs untagged than its ' +
    'native one: those change on the cable, one way only.',
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
      {
        dialect: 'linux-bridge',
        text: `port              vlan-id
eth0              10 PVID Egress Untagged
                  20 Egress Untagged
vnet1             10 PVID Egress Untagged
vnet2             20 PVID Egress Untagged
3: br0: <BROADCAST,UP> mtu 1500
    bridge forward_delay 0 vlan_filtering 1 vlan_default_pvid 1
`,
        neighbour: {
          dialect: 'ios',
          text: `hostname CORE
interface GigabitEthernet0/1
 switchport trunk native vlan 10
 switchport mode trunk
`,
          cable: ['eth0', 'GigabitEthernet0/1'],
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
      return [
        ...nativesDiffer(view, near, far),
        ...leaveBeside(view, near, far),
        ...leaveBeside(view, far, near),
      ]
    }),
}

function nativesDiffer(view: SiteView, near: PortView, far: PortView): Claim[] {
  const [own, other] = [near.port.nativeVlan.value, far.port.nativeVlan.value]
  if (own === other) return []
  const nearIsBetter = isEmpty(view, own) && !isEmpty(view, other)
  return [nearIsBetter ? claim(view, far, near) : claim(view, near, far)]
}

/** VLANs that a Linux bridge sends untagged beside its native one, and that are in another VLAN at the far end. */
function leaveBeside(view: SiteView, near: PortView, far: PortView): Claim[] {
  const taken = untaggedVlan(
    deviceOf(view, far.device),
    far,
    permissive(deviceOf(view, far.device).reading.device),
  )
  if (taken === null) return []
  const changing = withoutVlans(near.port.egressUntagged.value, vlanSet(taken))
  if (changing.length === 0) return []
  const vlans = showVlans(changing)
  return [
    {
      device: near.device,
      ports: [near.name],
      message: `VLAN ${vlans} leaves untagged here beside the native VLAN, and is VLAN ${taken} at ${far.device} ${portInWords(far.name)}: frames change their VLAN on the cable, one way only.`,
      effective: `VLAN ${vlans} untagged, far end ${taken}`,
      settings: ['egressUntagged'],
      whenBlocked: 'advice',
      attempts: attemptsOver(view, near, taken, (vlan) => hasVlan(changing, vlan)),
      fix: [taggedAgain(near, changing)],
      caution: READ_UNTAGGED,
    },
  ]
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
    message: `The native VLAN is ${own} here and ${other} at ${far.device} ${portInWords(far.name)}: ${consequence(view, near, far)}.`,
    effective: `native VLAN ${own}, far end ${other}`,
    settings: ['nativeVlan'],
    whenBlocked: 'advice',
    attempts: [
      ...attemptsOver(view, near, other, (vlan) => vlan === own),
      ...attemptsOver(view, far, own, (vlan) => vlan === other),
    ],
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
    sentUntagged(near, out, 'trunk', permissive(near.reading.device)).includes(out.port.nativeVlan.value) &&
    untaggedVlan(far, into, permissive(far.reading.device)) !== null
  )
}

/**
 * Hosts in such VLANs, which one end sends untagged, whose frames are in another one at the other end. Into the VLAN of a phone they get
 * by its tag.
 */
function attemptsOver(view: SiteView, out: PortView, into: Vid, of: (vlan: Vid) => boolean): Attempt[] {
  const paths = doubleTagPaths(view, of).filter(({ inside }) => !inside.includes(into))
  return paths.flatMap(({ device, entry, vlan, escapes }) => {
    const own = untaggedVlan(device, entry.sample, permissive(device.reading.device))
    return escapes
      .filter((each) => each.out === out)
      .map(({ way }) => ({
        attack: 'native-mismatch',
        from: { device: device.reading.name, port: entry.sample.name },
        vlan: into,
        way: [...way, { device: out.device, port: out.name }],
        ...(vlan !== own && { outer: vlan }),
      }))
  })
}
