import { hasVlan, showVlans, type VlanSet, vlanSet } from '../net/vlan-set.ts'
import { advise } from './advice.ts'
import { unusedNative } from './native-fix.ts'
import type { Rule } from './rule.ts'
import { groupTrunks, LEGACY_VLANS } from './trunks.ts'
import type { DeviceView } from './view.ts'

/** VLANs that a platform keeps for itself (facts D7). On NX-OS the range can be moved; where it is then is not read. */
const NXOS_RESERVED: VlanSet = vlanSet([3968, 4094])

function reservedOn({ reading }: DeviceView): VlanSet {
  switch (reading.dialect) {
    case 'nxos':
      return NXOS_RESERVED
    case 'ios':
      return LEGACY_VLANS
    default:
      return []
  }
}

/** Trunks whose native VLAN is one that their platform keeps for itself. */
export const nativeReserved: Rule = {
  id: 'native/reserved',
  kind: 'advice',
  title: 'A native VLAN that the platform reserves',
  why:
    'A native VLAN should be one that nothing uses, and the platform itself uses some. NX-OS keeps 3968-4094 for itself, so the ' +
    'often recommended 4094 cannot be used there; 1002-1005 belong to dead technologies on every IOS switch.',
  limits:
    'Internal VLANs of routed ports take extended IDs too, from 1006 up or from 4094 down; "show vlan internal usage" tells.',
  references: ['NCN08', 'ESXI-70-000065', 'V-256426', 'VCSA-80-000274', 'V-258941'],
  examples: {
    bad: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/24
 switchport trunk native vlan 1002
 switchport mode trunk
`,
      },
      {
        dialect: 'nxos',
        text: `hostname EDGE
interface Ethernet1/24
 switchport
 switchport trunk native vlan 4094
 switchport mode trunk
`,
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
  check: (view) =>
    [...view.devices.values()].flatMap((device) => {
      const reserved = reservedOn(device)
      const groups = groupTrunks(
        device,
        ({ port }) => hasVlan(reserved, port.nativeVlan.value),
        ({ port, role }) => `${role}|${port.nativeVlan.value}`,
      )
      return groups.map((group) => {
        const trunks = group.names.flatMap((name) => device.ports.get(name) ?? [])
        const claim = advise(device, group, {
          message: `This platform keeps VLANs ${showVlans(reserved)} for itself, and the native VLAN is one of them.`,
          effective: `native VLAN ${group.sample.port.nativeVlan.value}`,
          settings: ['nativeVlan'],
          lines: [],
        })
        return { ...claim, ...unusedNative(view, trunks) }
      })
    }),
}
