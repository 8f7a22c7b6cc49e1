import { portInWords } from '../config/port-name.ts'
import type { SourceId } from '../net/settings.ts'
import type { Vid } from '../net/vlan-set.ts'
import { attemptsOn, type DoubleTagPath, doubleTagPaths } from './double-tag-paths.ts'
import type { Escape } from './escape.ts'
import { isNativeOf, leavesBeside, movedNative } from './native-fix.ts'
import type { Claim, Rule } from './rule.ts'
import type { PortView, SiteView } from './view.ts'

/** Trunks that are named one by one; of more the rest are counted. */
const NAMED = 4

function namesOf(own: string, escapes: readonly Escape[]): string {
  const names = escapes.map(({ out: { device, name } }) =>
    device === own ? portInWords(name) : `${device} ${portInWords(name)}`,
  )
  const more = names.length - NAMED
  return more > 1 ? `${names.slice(0, NAMED).join(', ')} and ${more} more trunks` : names.join(', ')
}

function claim(view: SiteView, path: DoubleTagPath): Claim {
  const { device, entry, vlan, escapes } = path
  const trunks = namesOf(device.reading.name, escapes)
  const voice = entry.sample.port.voiceVlan.value === vlan && entry.sample.port.accessVlan.value !== vlan
  const { fix, caution } = movedNative(view, vlan as Vid, escapes)
  const own = voice ? 'voice' : 'access'
  const isNative = escapes.every(({ out }) => isNativeOf(view, out, vlan))
  return {
    device: device.reading.name,
    ports: entry.names,
    message: `${voice ? 'Voice VLAN' : 'VLAN'} ${vlan} ${isNative ? 'is the native VLAN of' : 'leaves untagged by'} ${trunks}: a frame with two tags sent from here loses the outer one there and goes on in the VLAN of the inner one.`,
    effective: `${own} VLAN ${vlan} ${isNative ? '= native VLAN of' : 'untagged on'} ${trunks}`,
    settings: [voice ? 'voiceVlan' : 'accessVlan'],
    also: escapes
      .filter(({ out }) => out.device === device.reading.name)
      .flatMap(({ out }) => sourcesOf(view, out, vlan)),
    whenBlocked: 'silence',
    attempts: attemptsOn(view, path),
    fix,
    caution,
  }
}

/** The lines that let a VLAN leave this port without a tag. */
function sourcesOf(view: SiteView, out: PortView, vlan: Vid): readonly SourceId[] {
  if (isNativeOf(view, out, vlan)) return out.port.nativeVlan.from
  return leavesBeside(out, vlan) ? out.port.egressUntagged.from : out.port.accessVlan.from
}

/** Live untagged ports in a VLAN that is native on a trunk their frames can leave by: the entry of double tagging. */
export const nativeInUse: Rule = {
  id: 'native/in-use',
  kind: 'witnessed',
  title: 'A port in a VLAN that is the native VLAN of a trunk',
  why:
    'A host in the native VLAN of a trunk can send a frame with two tags. The switch reads the outer one, sends the frame on ' +
    'untagged, and the next device reads the inner tag: the frame has changed its VLAN. One frame at a time, one way only.',
  limits:
    'Whether an access port takes a frame with its own tag, or with VLAN ID 0, differs between switches; where the platform is ' +
    'not known the verdict depends on it. The hop needs a device beyond the trunk that carries the target VLAN.',
  references: ['CISC-L2-000270', 'V-220647', 'V-220673', 'V-220696', 'ARST-L2-000230', 'CVE-2005-4440'],
  examples: {
    bad: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/1
 switchport access vlan 20
 switchport mode access
interface GigabitEthernet0/5
 switchport access vlan 10
 switchport mode access
interface GigabitEthernet0/24
 switchport trunk native vlan 10
 switchport mode trunk
 switchport nonegotiate
`,
      },
      {
        dialect: 'ios',
        text: `version 12.1
hostname EDGE
interface FastEthernet0/5
 switchport mode access
interface FastEthernet0/24
 switchport mode trunk
`,
      },
      {
        dialect: 'nxos',
        text: `hostname EDGE
interface Ethernet1/1
 switchport
 switchport access vlan 20
interface Ethernet1/5
 switchport
 switchport access vlan 10
interface Ethernet1/24
 switchport
 switchport trunk native vlan 10
 switchport mode trunk
`,
      },
      {
        dialect: 'eos',
        text: `hostname EDGE
interface Ethernet1
 switchport access vlan 20
interface Ethernet5
 switchport access vlan 10
interface Ethernet24
 switchport trunk native vlan 10
 switchport mode trunk
`,
      },
      {
        dialect: 'linux-bridge',
        text: `port              vlan-id
eth0              1 PVID Egress Untagged
                  20
vnet1             1 PVID Egress Untagged
vnet2             20 PVID Egress Untagged
3: br0: <BROADCAST,UP> mtu 1500
    bridge forward_delay 0 vlan_filtering 1 vlan_default_pvid 1
`,
      },
      {
        dialect: 'ovs',
        text: `ovs-vsctl add-br br0
ovs-vsctl set port br0 tag=30
ovs-vsctl add-port br0 eth0 tag=10 trunks=20 vlan_mode=native-untagged
ovs-vsctl add-port br0 vnet1 tag=10
ovs-vsctl add-port br0 vnet2 tag=20
`,
      },
    ],
    good: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/1
 switchport access vlan 20
 switchport mode access
interface GigabitEthernet0/5
 switchport access vlan 10
 switchport mode access
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport mode trunk
 switchport nonegotiate
`,
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
vlan dot1q tag native
interface GigabitEthernet0/5
 switchport access vlan 10
 switchport mode access
interface GigabitEthernet0/24
 switchport trunk native vlan 10
 switchport mode trunk
`,
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/5
 switchport access vlan 10
 switchport mode access
interface GigabitEthernet0/24
 switchport trunk native vlan 10
 switchport trunk allowed vlan 20,30
 switchport mode trunk
`,
      },
      {
        dialect: 'nxos',
        text: `hostname EDGE
interface Ethernet1/1
 switchport
 switchport access vlan 20
interface Ethernet1/5
 switchport
 switchport access vlan 10
interface Ethernet1/24
 switchport
 switchport trunk native vlan 999
 switchport mode trunk
`,
      },
      {
        dialect: 'eos',
        text: `hostname EDGE
interface Ethernet1
 switchport access vlan 20
interface Ethernet5
 switchport access vlan 10
interface Ethernet24
 switchport trunk native vlan 999
 switchport mode trunk
`,
      },
      {
        dialect: 'linux-bridge',
        text: `port              vlan-id
eth0              999 PVID Egress Untagged
                  1
                  20
vnet1             1 PVID Egress Untagged
vnet2             20 PVID Egress Untagged
3: br0: <BROADCAST,UP> mtu 1500
    bridge forward_delay 0 vlan_filtering 1 vlan_default_pvid 1
`,
      },
      {
        dialect: 'ovs',
        text: `ovs-vsctl add-br br0
ovs-vsctl set port br0 tag=30
ovs-vsctl add-port br0 eth0 tag=10 trunks=20 vlan_mode=native-tagged
ovs-vsctl add-port br0 vnet1 tag=10
ovs-vsctl add-port br0 vnet2 tag=20
`,
      },
    ],
  },
  check: (view) =>
    doubleTagPaths(view)
      .map((path) => claim(view, path))
      // Where the trunk carries nothing that the host is not in already, there is nowhere to go.
      .filter(({ attempts }) => attempts.length > 0),
}
