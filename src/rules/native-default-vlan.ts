import { nativeTagging } from '../net/bridge.ts'
import { carriedVlans } from '../net/trunk-groups.ts'
import { hasVlan } from '../net/vlan-set.ts'
import { attemptsOn, type DoubleTagPath, doubleTagPaths } from './double-tag-paths.ts'
import { movedNative, unusedNative } from './native-fix.ts'
import { bridging } from './passage.ts'
import type { PortGroup } from './ports.ts'
import type { Claim, Rule } from './rule.ts'
import { groupTrunks } from './trunks.ts'
import type { DeviceView, PortView, SiteView } from './view.ts'

const DEFAULT = 1
/** More attempts than these prove nothing more. */
const ATTEMPTS = 4

/** The ways out of VLAN 1 that go by this trunk. */
function through(paths: readonly DoubleTagPath[], { device, name }: PortView): DoubleTagPath[] {
  return paths.flatMap((path) => {
    const escapes = path.escapes.filter(({ out }) => out.device === device && out.name === name)
    return escapes.length > 0 ? [{ ...path, escapes }] : []
  })
}

function carriesDefault({ reading }: DeviceView, { port }: PortView): boolean {
  return hasVlan(carriedVlans(port, reading.device.vlans), DEFAULT)
}

function claim(
  view: SiteView,
  device: DeviceView,
  { sample, names }: PortGroup,
  ways: readonly DoubleTagPath[],
): Claim {
  const carried = carriesDefault(device, sample)
  const attempts = ways.flatMap((path) => attemptsOn(view, path)).slice(0, ATTEMPTS)
  const trunks = names.flatMap((name) => device.ports.get(name) ?? [])
  const escapes = ways.flatMap((path) => path.escapes)
  return {
    device: device.reading.name,
    ports: names,
    message: attempts.length
      ? 'The native VLAN is 1, and live ports in VLAN 1 can send frames out of this trunk: see native/in-use.'
      : carried
        ? 'The native VLAN is 1, the VLAN that every port without a VLAN falls into: the next forgotten port opens a way to double tagging.'
        : 'The native VLAN is 1. This trunk does not carry it, so no frame of a host crosses in it; an unused VLAN says so more plainly.',
    effective: `native VLAN ${DEFAULT}`,
    settings: ['nativeVlan'],
    whenBlocked: 'advice',
    attempts,
    ...(attempts.length > 0 ? movedNative(view, DEFAULT, escapes) : unusedNative(view, trunks)),
  }
}

/** Trunks whose native VLAN is 1, written or not. */
export const nativeDefaultVlan: Rule = {
  id: 'native/default-vlan',
  kind: 'witnessed',
  title: 'A trunk whose native VLAN is VLAN 1',
  why:
    'VLAN 1 is where every port ends up that nobody gave a VLAN. As the native VLAN of a trunk it lets any such port hop to ' +
    'other VLANs by double tagging. A configuration does not print it: no native line means VLAN 1.',
  limits:
    'Without a live untagged port in VLAN 1 whose frames can leave by the trunk this is advice and no more. Tagging the native ' +
    'VLAN on both ends settles it as well.',
  references: ['CISC-L2-000260', 'V-220646', 'V-220672', 'V-220695', 'ARST-L2-000220'],
  examples: {
    bad: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/5
 switchport mode access
interface GigabitEthernet0/24
 switchport mode trunk
 switchport nonegotiate
`,
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/24
 switchport trunk allowed vlan 10,20
 switchport mode trunk
`,
      },
      {
        dialect: 'nxos',
        text: `hostname EDGE
interface Ethernet1/24
 switchport
 switchport mode trunk
`,
      },
      {
        dialect: 'eos',
        text: `hostname EDGE
interface Ethernet24
 switchport mode trunk
`,
      },
    ],
    good: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/5
 switchport mode access
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport mode trunk
`,
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
vlan dot1q tag native
interface GigabitEthernet0/24
 switchport mode trunk
`,
      },
      {
        dialect: 'nxos',
        text: `hostname EDGE
interface Ethernet1/24
 switchport
 switchport trunk native vlan 999
 switchport mode trunk
`,
      },
      {
        dialect: 'eos',
        text: `hostname EDGE
interface Ethernet24
 switchport trunk native vlan 999
 switchport mode trunk
`,
      },
    ],
  },
  check: (view) => {
    const claims: Claim[] = []
    const paths = doubleTagPaths(view, (vlan) => vlan === DEFAULT)
    for (const device of view.devices.values()) {
      const isSuch = (port: PortView) =>
        port.port.nativeVlan.value === DEFAULT && !nativeTagging(bridging(device, port, true)).value
      const key = (port: PortView) =>
        `${port.role}|${carriesDefault(device, port)}|${through(paths, port).length > 0}`
      for (const group of groupTrunks(device, isSuch, key))
        claims.push(claim(view, device, group, through(paths, group.sample)))
    }
    return claims
  },
}
