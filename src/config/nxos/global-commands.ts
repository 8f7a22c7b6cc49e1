import { type Command, globalCommand, harmless, harmlessBlocks, unmodelled, vlanCommand } from '../command.ts'
import { bridgePriorityRows, rootRows } from '../rows/bridge-priority.ts'
import { edgeByDefaultRows, guardEdgePortsRows } from '../rows/edge.ts'
import { PATH_COST_METHOD } from '../rows/path-cost-method.ts'
import { treeModeRows, treeVlanRows } from '../rows/trees.ts'
import { HOSTNAME, TAG_NATIVE, VLAN, VLAN_ROWS } from '../rows/vlans.ts'
import { vtpRows } from '../rows/vtp.ts'
import { TREE_WORDS } from './port-commands.ts'

/** Commands of the device itself on NX-OS. */
export const GLOBAL_COMMANDS: readonly Command[] = [
  HOSTNAME,
  globalCommand('switchname <word>', {
    help: "The device's name",
    device: (device, [name]) => {
      device.hostname = name
    },
  }),
  ...vtpRows('off'),
  VLAN,
  TAG_NATIVE,
  globalCommand('vlan dot1q tag native ...', {
    help: 'Tag the native VLAN on every trunk but for control frames',
    device: (device, _args, by) => {
      device.tagNative = { value: true, from: by }
    },
  }),
  ...treeModeRows({ perVlan: ['rapid-pvst'], others: ['mst'], isUsual: true }),
  ...bridgePriorityRows(TREE_WORDS),
  ...rootRows(TREE_WORDS),
  ...treeVlanRows(TREE_WORDS),
  ...PATH_COST_METHOD,
  ...edgeByDefaultRows('spanning-tree port type edge default'),
  ...guardEdgePortsRows(
    'spanning-tree port type edge bpduguard default',
    'spanning-tree portfast edge bpduguard default',
  ),
  globalCommand('system default switchport', {
    help: 'Ports are switch ports until told otherwise',
    device: () => undefined,
  }),
  ...unmodelled('global', 'switch', {
    'system default switchport shutdown': 'Switch ports are down until told otherwise',
    'system vlan': 'Move the range of VLAN IDs the switch keeps for itself',
    'vtp pruning': 'Prune VLANs from trunks that no switch beyond needs',
    'feature fabricpath': 'Bridge by FabricPath',
    'feature private-vlan': 'Private VLANs',
  }),
  globalCommand('spanning-tree pseudo-information', {
    help: 'Other priorities toward some neighbours',
    state: 'unmodelled',
    touches: 'tree',
    opensBlock: true,
  }),
  ...unmodelled('global', 'nothing', {
    vtp: 'VLAN Trunking Protocol',
    'ip arp inspection': 'Check ARP packets',
    'spanning-tree port type network default': 'Network port by default',
    'spanning-tree port type edge bpdufilter': 'Neither send nor take BPDUs on edge ports',
    'vlan access-map': 'A filter for frames inside VLANs; "vlan filter" puts it to use',
    'vlan configuration': 'Details of a VLAN',
    'port-profile': 'A template of settings',
    'vpc domain': 'Port-channels over two switches',
  }),
  globalCommand('vlan filter <word> vlan-list <vlans>', {
    help: 'Filter the frames inside these VLANs',
    state: 'unmodelled',
    touches: 'vlans',
  }),
  ...harmlessBlocks(
    'global',
    'Nothing in our subject',
    `aaa group, class-map, control-plane, evpn, flow, ip access-list, ip prefix-list, ipv6 access-list, key chain, line, mac access-list,
    monitor session, object-group, policy-map, role, route-map, router, system qos, telemetry, vdc, vrf context, fex, bfd-template,
    radius, tacacs`,
  ),
  ...harmless(
    'global',
    'Nothing in our subject',
    `aaa, apply, banner, bfd, boot, callhome, cdp, cfs, class, cli, clock, configure, copp, copy, crypto, cts, device-alias, diagnostic, dot1x, end,
    email-contact, enable, errdisable, event, exit, fabric, feature, feature-set, fips, glbp, hardware, hsrp, icam, install, ip, ipv6, key,
    lacp, ldap-server, license, lldp, load-interval, logging, login, mac, mpls, msdp, nv, nxapi, ngoam, ntp, nve, openflow, password, platform, policy,
    port-channel, port-security, power, ptp, radius-server, rmon, scheduler, security, service, session, sflow, show, slot, snmp-server,
    spanning-tree domain, spanning-tree loopguard, spanning-tree mst, ssh, switch-profile, switching-mode, system, tacacs-server, telnet, terminal, time-range, track, udld, user,
    username, userpassphrase, version, virtual-service, vrf, write, zone, zoneset, spanning-tree bridge, vlan internal, vlan oam`,
  ),
]

/** Commands under `vlan N` on NX-OS. */
export const VLAN_COMMANDS: readonly Command[] = [
  ...VLAN_ROWS,
  vlanCommand('mode ...', {
    help: 'Classical Ethernet or FabricPath',
    state: 'unmodelled',
    touches: 'vlans',
  }),
  ...unmodelled('vlan', 'vlans', {
    'private-vlan': 'A private VLAN',
    'vn-segment': 'Carry this VLAN through VXLAN',
    'remote-span': 'Carry watched frames in this VLAN',
    xconnect: 'Cross-connect the ports of this VLAN',
  }),
  ...harmless('vlan', 'Nothing in our subject', 'exit, ip, ipv6, mtu, service-policy, fabric, media'),
]
