import { type Command, portCommand } from '../command.ts'
import { resetPort } from '../port-draft.ts'
import { allowedVlanRows } from '../rows/allowed-vlans.ts'
import { BPDU_GUARD, edgeRows } from '../rows/edge.ts'
import { channelRows, LACP_MODES, PAGP_MODES } from '../rows/port-channel.ts'
import { portSecurityRows } from '../rows/port-security.ts'
import { spanningTreePortRows, type TreeWords } from '../rows/spanning-tree-port.ts'
import {
  ACCESS_VLAN,
  DESCRIPTION,
  IP_ADDRESS,
  modeRows,
  NATIVE_TAG,
  NATIVE_VLAN,
  SHUTDOWN,
  SWITCHPORT,
  vrfRows,
} from '../rows/switchport.ts'
import { VOICE_VLAN } from '../rows/voice.ts'
import { vlanListElements } from '../vlan-list.ts'
import { OTHER_PORT_COMMANDS } from './other-port-commands.ts'
import {
  dynamicRefusal,
  negotiateEncapsulationRefusal,
  nonegotiateRefusal,
  securityRefusal,
  trunkRefusal,
} from './refusals.ts'

const ENCAPSULATION: readonly Command[] = [
  portCommand('switchport trunk encapsulation dot1q', {
    help: 'Tag with 802.1Q',
    port: (port, _args, by) => {
      port.settings.encapsulation = { value: 'dot1q', from: by }
    },
    noPort: (port, _args, by) => resetPort(port, 'encapsulation', by),
    undoLine: 'no switchport trunk encapsulation',
    write: ({ encapsulation }, isDefault) =>
      isDefault('encapsulation') ? [] : [`switchport trunk encapsulation ${encapsulation.value}`],
  }),
  portCommand('switchport trunk encapsulation isl', {
    help: "Tag with Cisco's ISL",
    port: (port, _args, by) => {
      port.settings.encapsulation = { value: 'isl', from: by }
    },
    noPort: (port, _args, by) => resetPort(port, 'encapsulation', by),
  }),
  portCommand('switchport trunk encapsulation negotiate', {
    help: 'Agree on the encapsulation with the neighbour by DTP',
    refuse: negotiateEncapsulationRefusal,
    port: (port, _args, by) => {
      port.settings.encapsulation = { value: 'negotiate', from: by }
    },
    noPort: (port, _args, by) => resetPort(port, 'encapsulation', by),
  }),
]

const MODES: readonly Command[] = [
  ...modeRows([
    { mode: 'access', help: 'Be an access port, whatever the neighbour says' },
    { mode: 'trunk', help: 'Be a trunk, whatever the neighbour says', refuse: trunkRefusal },
    { mode: 'dynamic auto', help: 'Become a trunk if the neighbour asks for one', refuse: dynamicRefusal },
    { mode: 'dynamic desirable', help: 'Ask the neighbour for a trunk', refuse: dynamicRefusal },
    { mode: 'dot1q-tunnel', help: "Carry a customer's tags inside the access VLAN", unmodelled: true },
  ]),
  portCommand('switchport mode private-vlan ...', {
    help: 'Be a port of a private VLAN',
    state: 'unmodelled',
    touches: 'port',
    port: (port, _args, by) => {
      port.settings.mode = { value: 'private-vlan', from: by }
    },
  }),
]

const NONEGOTIATE = portCommand('switchport nonegotiate', {
  help: 'Neither send nor read DTP on this port',
  refuse: nonegotiateRefusal,
  port: (port, _args, by) => {
    port.settings.negotiate = { value: false, from: by }
  },
  noPort: (port, _args, by) => resetPort(port, 'negotiate', by),
  cuts: (from) => (from.mode.value === 'trunk' ? 'A far end in a dynamic mode falls back to access.' : null),
  write: ({ negotiate }) => (negotiate.value ? [] : ['switchport nonegotiate']),
})

/** How IOS speaks of the spanning trees of VLANs. */
export const TREE_WORDS: TreeWords = { vlan: ['vlan'], elements: vlanListElements }

/**
 * Commands of a port, in the order in which a device writes them and accepts them: encapsulation before `mode trunk`, mode before
 * `nonegotiate` (facts D3, D5b).
 */
export const PORT_COMMANDS: readonly Command[] = [
  DESCRIPTION,
  SWITCHPORT,
  ACCESS_VLAN,
  ...ENCAPSULATION,
  NATIVE_VLAN,
  NATIVE_TAG,
  ...allowedVlanRows(vlanListElements),
  ...MODES,
  NONEGOTIATE,
  ...VOICE_VLAN,
  ...portSecurityRows(securityRefusal),
  SHUTDOWN,
  ...channelRows({ bundle: 'Port-channel', modes: { ...LACP_MODES, ...PAGP_MODES } }),
  ...edgeRows({
    edge: ['spanning-tree portfast', 'spanning-tree portfast edge'],
    trunk: ['spanning-tree portfast trunk', 'spanning-tree portfast edge trunk'],
    off: ['spanning-tree portfast disable', 'spanning-tree portfast network'],
  }),
  ...spanningTreePortRows(TREE_WORDS, '0-240/16'),
  ...BPDU_GUARD,
  IP_ADDRESS,
  ...vrfRows('vrf forwarding <word>', 'ip vrf forwarding <word>'),
  ...OTHER_PORT_COMMANDS,
]

/** Words that only lead to others. */
export const PORT_GROUPS: Readonly<Record<string, string>> = {
  switchport: 'Make this a switch port, and how it handles VLANs',
  'switchport access': 'How the port behaves while it is an access port',
  'switchport mode': 'Access port, trunk, or by negotiation',
  'switchport mode dynamic': 'Let DTP decide with the neighbour',
  'switchport trunk': 'How the port behaves while it is a trunk',
  'switchport trunk allowed': 'VLANs that may cross the trunk',
  'switchport trunk allowed vlan': 'VLANs that may cross the trunk',
  'switchport trunk encapsulation': 'How the trunk tags',
  'switchport trunk native': 'The VLAN without a tag',
  'switchport trunk native vlan': 'The VLAN without a tag',
  'switchport voice': 'Where a phone sends',
  'switchport voice vlan': 'Where a phone sends',
  ip: 'Addresses, and filters and checks of packets',
  ipv6: 'Addresses, and filters of packets',
  mac: 'Filters by MAC address',
  service: 'Services that classify frames by rules of their own',
  'spanning-tree': 'Spanning tree on this port',
  'spanning-tree guard': 'Refuse a better root, or notice a loop',
  'spanning-tree vlan': 'The trees of some VLANs',
  'spanning-tree portfast': 'Forward at once: this port leads to a host',
  'spanning-tree bpduguard': 'Guard against BPDUs on an edge port',
  vrf: 'The VRF this interface is in',
}
