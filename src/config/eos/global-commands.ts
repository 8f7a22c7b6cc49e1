import { type Command, globalCommand, harmless, harmlessBlocks, unmodelled } from '../command.ts'
import { bridgePriorityRows, COMMON_PRIORITY } from '../rows/bridge-priority.ts'
import { guardEdgePortsRows } from '../rows/edge.ts'
import { treeModeRows, treeVlanRows } from '../rows/trees.ts'
import { HOSTNAME, VLAN, VLAN_ROWS } from '../rows/vlans.ts'
import { TREE_WORDS } from './port-commands.ts'
import { VLAN_TRUNK_GROUP } from './trunk-groups.ts'

/** Commands of the device itself on EOS. */
export const GLOBAL_COMMANDS: readonly Command[] = [
  HOSTNAME,
  VLAN,
  ...treeModeRows({ perVlan: ['rapid-pvst'], others: ['mstp', 'rstp', 'none'], isUsual: false }),
  COMMON_PRIORITY,
  ...bridgePriorityRows(TREE_WORDS),
  ...treeVlanRows(TREE_WORDS),
  ...guardEdgePortsRows(
    'spanning-tree edge-port bpduguard default',
    'spanning-tree portfast bpduguard default',
  ),
  globalCommand('switchport default mode access', {
    help: 'Ports are switch ports until told otherwise',
    device: () => undefined,
  }),
  globalCommand('switchport default mode routed', {
    help: 'Ports are routed until told otherwise',
    device: () => undefined,
  }),
  ...unmodelled('global', 'switch', {
    'switchport default phone': 'A phone VLAN for every phone port',
    'tap aggregation': 'Watch instead of bridging',
  }),
  ...unmodelled('global', 'tree', {
    'spanning-tree root': 'Become the root, whatever priority that takes',
  }),
  ...unmodelled('global', 'nothing', {
    'ip arp inspection': 'Check ARP packets',
    'spanning-tree edge-port bpdufilter': 'Neither send nor take BPDUs on edge ports',
  }),
  ...harmlessBlocks(
    'global',
    'Nothing in our subject',
    `aaa group, agent, class-map, control-plane, daemon, event-handler, interface defaults, ip access-list, ip dhcp server, ip prefix-list,
    ip routing vrf, ipv6 access-list, ipv6 prefix-list, key chain, mac access-list, management, mlag configuration, mlag, monitor,
    mpls, peer-filter, policy-map, queue-monitor, redundancy, role, route-map, router, tap, traffic-policies, tunnel, vrf definition,
    vrf instance, vxlan`,
  ),
  ...harmless(
    'global',
    'Nothing in our subject',
    `aaa, alias, arp, banner, bfd, boot, clock, command-log, configure, copy, cvx, dcbx, default, dhcp, dot1x, dynamic, email, enable, end, environment,
    errdisable, exit, hardware, ip, ipv6, lacp, link, lldp, load-interval, logging, login, mac, maintenance, matches, mac-address, mirror, msrp, ntp,
    openconfig, password, patch, platform, poe, port-channel, prompt, ptp, qos, radius-server, sampled, schedule, security, service, sflow, show,
    snmp-server, spanning-tree bpduguard, spanning-tree forward-time, spanning-tree hello-time, spanning-tree loopguard,
    spanning-tree max-age, spanning-tree mst, spanning-tree portchannel, spanning-tree transmit, ssh, switch, system, tacacs-server, tcam, terminal,
    track, transceiver, username, version, virtual, vlan internal, vlan policy, vrf, write, zerotouch`,
  ),
]

/** Commands under `vlan N` on EOS. */
export const VLAN_COMMANDS: readonly Command[] = [
  ...VLAN_ROWS,
  VLAN_TRUNK_GROUP,
  ...unmodelled('vlan', 'vlans', { 'private-vlan': 'A private VLAN' }),
  ...harmless('vlan', 'Nothing in our subject', 'exit, ip, ipv6, mac, mtu, qos'),
]
