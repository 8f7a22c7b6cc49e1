import { type Command, harmless, portCommand, unmodelled } from '../command.ts'
import { type PortDraft, resetPort } from '../port-draft.ts'
import { allowedVlanRows } from '../rows/allowed-vlans.ts'
import { BPDU_GUARD, edgeRows } from '../rows/edge.ts'
import { channelRows, LACP_MODES } from '../rows/port-channel.ts'
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
  UNTAGGED_MOVES,
  vrfRows,
} from '../rows/switchport.ts'
import { vlanListRanges } from '../vlan-list.ts'
import { PORT_TRUNK_GROUP } from './trunk-groups.ts'

function resetNative(port: PortDraft, by: readonly number[]): void {
  resetPort(port, 'nativeVlan', by)
  resetPort(port, 'tagNative', by)
}

/** On EOS a trunk tags its native VLAN or has one: each line takes the place of the other, and one `no` takes back both (facts C4). */
const NATIVE: readonly Command[] = [
  portCommand('switchport trunk native vlan <vlan>', {
    help: NATIVE_VLAN.help,
    port: (port, [vlan], by) => {
      resetNative(port, by)
      port.settings.nativeVlan = { value: vlan, from: by }
    },
    noPort: (port, _args, by) => resetNative(port, by),
    undoLine: 'no switchport trunk native vlan',
    cuts: () => UNTAGGED_MOVES,
    write: ({ nativeVlan, tagNative }) =>
      nativeVlan.value === 1 || tagNative.value === true
        ? []
        : [`switchport trunk native vlan ${nativeVlan.value}`],
  }),
  portCommand('switchport trunk native vlan tag', {
    help: NATIVE_TAG.help,
    port: (port, _args, by) => {
      resetNative(port, by)
      port.settings.tagNative = { value: true, from: by }
    },
    noPort: (port, _args, by) => resetNative(port, by),
    undoLine: 'no switchport trunk native vlan',
    cuts: () => UNTAGGED_MOVES,
    write: ({ tagNative }) => (tagNative.value === true ? ['switchport trunk native vlan tag'] : []),
  }),
]

/** A phone's VLAN on EOS (facts D6). */
const PHONE: readonly Command[] = [
  portCommand('switchport phone vlan <vlan>', {
    help: "VLAN of a phone's tagged frames",
    port: (port, [vlan], by) => {
      port.settings.voiceVlan = { value: vlan, from: by }
    },
    noPort: (port, _args, by) => resetPort(port, 'voiceVlan', by),
    write: ({ voiceVlan }) =>
      typeof voiceVlan.value === 'number' ? [`switchport phone vlan ${voiceVlan.value}`] : [],
  }),
]

/** A port that takes tagged frames only (facts C4, D8). */
const TAG_REQUIRED = portCommand('switchport dot1q vlan tag required', {
  help: 'Take tagged frames only',
  port: (port, _args, by) => {
    port.settings.untagged = { value: 'drop', from: by }
  },
  noPort: (port, _args, by) => resetPort(port, 'untagged', by),
  write: ({ untagged }) => (untagged.value === 'drop' ? ['switchport dot1q vlan tag required'] : []),
})

/** How EOS speaks of the spanning trees of VLANs, of late and of old. */
export const TREE_WORDS: TreeWords = { vlan: ['vlan-id', 'vlan'], elements: vlanListRanges }

/** Commands of a port on EOS, in the order in which they are written. There is no DTP (facts B7). */
export const PORT_COMMANDS: readonly Command[] = [
  DESCRIPTION,
  SHUTDOWN,
  ACCESS_VLAN,
  ...NATIVE,
  ...PHONE,
  ...allowedVlanRows(vlanListRanges),
  PORT_TRUNK_GROUP,
  ...modeRows([
    { mode: 'access', help: 'Be an access port' },
    { mode: 'trunk', help: 'Be a trunk' },
    { mode: 'dot1q-tunnel', help: "Carry a customer's tags inside the access VLAN", unmodelled: true },
  ]),
  SWITCHPORT,
  ...portSecurityRows(),
  ...channelRows({ bundle: 'Port-Channel', modes: LACP_MODES }),
  ...edgeRows({
    edge: ['spanning-tree portfast', 'spanning-tree portfast edge'],
    trunk: [],
    off: ['spanning-tree portfast normal', 'spanning-tree portfast network', 'spanning-tree portfast auto'],
  }),
  ...spanningTreePortRows(TREE_WORDS, '0-240/16'),
  TAG_REQUIRED,
  ...BPDU_GUARD,
  IP_ADDRESS,
  ...vrfRows('vrf <word>', 'vrf forwarding <word>'),
  ...unmodelled('port', 'port', {
    'switchport mode trunk phone': 'A trunk of the access VLAN and the phone VLAN',
    'switchport phone trunk': 'How a phone tags',
    'switchport trunk private-vlan': 'Private VLANs over this trunk',
    'switchport dot1q': 'Tag type of this port',
    'switchport vlan': 'Translate VLAN IDs at this trunk',
    'switchport tap': 'A port that watches',
    'switchport tool': 'A port that watches',
    'switchport source-interface': 'Filter frames by where they entered',
    'switchport backup': 'Pair this port with another as its backup',
    'switchport backup-link': 'Pair this port with another as its backup',
    'switchport pvlan': 'Private VLANs of this port',
    'ip access-group': 'Filter packets by an access list',
    'ipv6 access-group': 'Filter packets by an access list',
    'mac access-group': 'Filter frames by a MAC access list',
    dot1x: 'Admission by 802.1X',
    'spanning-tree bpdufilter': 'Neither send nor take BPDUs',
    encapsulation: 'Encapsulation of a sub-interface',
    l2: 'Forwarding of control frames',
    'l2-protocol': 'Forwarding of control frames',
    profile: 'Take the settings of an interface profile',
  }),
  ...unmodelled('port', 'tree', {
    'spanning-tree guard root': 'Block this port where a better root announces itself',
    mlag: 'A port-channel over two switches, which spanning tree takes for one',
  }),
  ...harmless(
    'port',
    'Nothing in our subject',
    `arp, bandwidth, bfd, dcbx, error-correction, evpn, exit, flowcontrol, hardware, ip, ipv6, isis, lacp, link, link-debounce, lldp,
    load-interval, logging, mac, mpls, mtu, ntp, phone, pim, poe, port-channel, priority-flow-control, ptp, qos, queue-monitor, service-policy,
    service-profile, sflow, snmp, spanning-tree guard, spanning-tree link-type, spanning-tree loop,
    spanning-tree mst, speed, storm-control, traffic-loopback, traffic-policy,
    transceiver, tx-queue, unidirectional, vrf, vxlan`,
  ),
]

/** Words that only lead to others. */
export const PORT_GROUPS: Readonly<Record<string, string>> = {
  'switchport mode': 'Access port or trunk',
  'switchport trunk': 'How the port behaves while it is a trunk',
  'switchport trunk allowed': 'VLANs that may cross the trunk',
  'switchport trunk allowed vlan': 'VLANs that may cross the trunk',
  'switchport trunk native': 'The VLAN without a tag',
  'spanning-tree': 'Spanning tree on this port',
  vrf: 'The VRF this interface is in',
}
