import { type Command, harmless, portCommand, unmodelled } from '../command.ts'
import { allowedVlanRows } from '../rows/allowed-vlans.ts'
import { BPDU_GUARD, edgeRows } from '../rows/edge.ts'
import { channelRows, LACP_MODES } from '../rows/port-channel.ts'
import { portSecurityRows } from '../rows/port-security.ts'
import { autoCostRows, spanningTreePortRows, type TreeWords } from '../rows/spanning-tree-port.ts'
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
import { vlanListRanges } from '../vlan-list.ts'

/** How NX-OS speaks of the spanning trees of VLANs. */
export const TREE_WORDS: TreeWords = { vlan: ['vlan'], elements: vlanListRanges }

/** Commands of a port on NX-OS, in the order in which they are written. There is no DTP and no other encapsulation (facts B5, B7). */
export const PORT_COMMANDS: readonly Command[] = [
  DESCRIPTION,
  SWITCHPORT,
  ...modeRows([
    { mode: 'access', help: 'Be an access port' },
    { mode: 'trunk', help: 'Be a trunk' },
    { mode: 'dot1q-tunnel', help: "Carry a customer's tags inside the access VLAN", unmodelled: true },
  ]),
  ...['private-vlan ...', 'fex-fabric', 'monitor', 'fabricpath', 'vntag'].map((mode) =>
    portCommand(`switchport mode ${mode}`, {
      help: 'A kind of port that is not simulated',
      state: 'unmodelled',
      touches: 'port',
      ...(mode.startsWith('private')
        ? {
            port: (port, _args, by) => {
              port.settings.mode = { value: 'private-vlan', from: by }
            },
          }
        : {}),
    }),
  ),
  ACCESS_VLAN,
  NATIVE_VLAN,
  NATIVE_TAG,
  ...allowedVlanRows(vlanListRanges),
  ...VOICE_VLAN,
  ...portSecurityRows(),
  portCommand('switchport host', {
    help: 'Make this an access port and an edge port',
    port: (port, _args, by) => {
      port.settings.mode = { value: 'access', from: by }
      port.settings.portFast = { value: 'edge', from: by }
    },
  }),
  SHUTDOWN,
  ...edgeRows({
    edge: ['spanning-tree port type edge'],
    trunk: ['spanning-tree port type edge trunk'],
    off: ['spanning-tree port type normal', 'spanning-tree port type network'],
  }),
  ...spanningTreePortRows(TREE_WORDS, '0-224/32'),
  ...autoCostRows(TREE_WORDS),
  ...BPDU_GUARD,
  ...channelRows({ bundle: 'port-channel', modes: LACP_MODES, force: true }),
  IP_ADDRESS,
  ...vrfRows('vrf member <word>'),
  ...unmodelled('port', 'port', {
    'switchport private-vlan': 'Private VLANs of this port',
    'switchport vlan': 'Translate VLAN IDs at this trunk',
    'switchport dot1q': 'Change the tag type of this port',
    'switchport isolated': 'Bridge in no VLAN',
    'switchport monitor': 'Send a copy of watched frames out of this port',
    'switchport block': 'Hold back flooded frames at this port',
    'ip port access-group': 'Filter packets by an access list',
    'mac port access-group': 'Filter frames by a MAC access list',
    'mac packet-classify': 'Filter frames by a MAC access list',
    l2protocol: 'Treatment of control frames from a tunnel',
    dot1x: 'Admission by 802.1X',
    'spanning-tree bpdufilter': 'Neither send nor take BPDUs',
    encapsulation: 'Encapsulation of a sub-interface',
    'fex associate': 'A fabric extender behind this port',
    inherit: 'Take the settings of a port profile',
    'service instance': 'Ethernet service that classifies frames by its own rules',
    xconnect: 'Carry this port through a pseudowire',
  }),
  ...unmodelled('port', 'tree', {
    'spanning-tree guard root': 'Block this port where a better root announces itself',
    vpc: 'A port-channel over two switches, which spanning tree takes for one',
  }),
  ...unmodelled('port', 'nothing', {
    'ip arp inspection': 'Check ARP packets of this port',
    'ip verify': 'Check source addresses of this port',
  }),
  ...harmless(
    'port',
    'Nothing in our subject',
    `bandwidth, beacon, bfd, carrier-delay, cdp, cts, delay, device, duplex, errdisable, exit, fec, flow, flowcontrol,
    hardware, hsrp, ip, ipv6, isis, itd, lacp, lldp, link, load-balance, load-interval, logging, mac, mac-address, macsec, management,
    mdix, media-type, medium, mpls, mtu, negotiate, ngoam, ntp, pagp, pim, power, priority-flow-control, ptp, rate-limit, router,
    service-policy, snmp, spanning-tree guard, spanning-tree link-type, spanning-tree loopguard,
    spanning-tree mst, speed, storm-control, switchport autostate, trust, tunnel,
    udld, vrf, vrrp, vtp`,
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
  'spanning-tree port': 'Kind of this port for spanning tree',
  vrf: 'The VRF this interface is in',
}
