import { type Command, globalCommand, harmless, harmlessBlocks, unmodelled, vlanCommand } from '../command.ts'
import { bridgePriorityRows, rootRows } from '../rows/bridge-priority.ts'
import { edgeByDefaultRows, guardEdgePortsRows } from '../rows/edge.ts'
import { PATH_COST_METHOD } from '../rows/path-cost-method.ts'
import { treeModeRows, treeVlanRows } from '../rows/trees.ts'
import { HOSTNAME, NAMED_VLAN, TAG_NATIVE, VLAN, VLAN_ROWS } from '../rows/vlans.ts'
import { vtpRows } from '../rows/vtp.ts'
import { TREE_WORDS } from './port-commands.ts'

/** Commands of the device itself: those of our subject, those that may touch it, and those that cannot. */
export const GLOBAL_COMMANDS: readonly Command[] = [
  HOSTNAME,
  ...vtpRows('server'),
  VLAN,
  NAMED_VLAN,
  globalCommand('vlan database', { help: 'The old mode for VLANs', state: 'harmless' }),
  TAG_NATIVE,
  ...treeModeRows({ perVlan: ['pvst', 'rapid-pvst'], others: ['mst'], isUsual: true }),
  ...bridgePriorityRows(TREE_WORDS),
  ...rootRows(TREE_WORDS),
  ...treeVlanRows(TREE_WORDS),
  ...PATH_COST_METHOD,
  ...edgeByDefaultRows('spanning-tree portfast default', 'spanning-tree portfast edge default'),
  ...guardEdgePortsRows(
    'spanning-tree portfast bpduguard default',
    'spanning-tree portfast edge bpduguard default',
  ),
  globalCommand('template <word>', {
    help: 'Settings that "source template" gives a port',
    touches: 'nothing',
    device: () => undefined,
  }),
  ...unmodelled('global', 'switch', {
    'vtp pruning': 'Prune VLANs from trunks that no switch beyond needs',
    'macro auto': 'Apply macros to ports by what is plugged in',
    'macro global apply': 'Apply a macro that may hold any command',
    'macro global trace': 'Apply a macro that may hold any command, and show its lines',
    'dot1q tunneling': 'Change the tag type of the whole switch',
    'bridge irb': 'Bridge and route together',
  }),
  ...unmodelled('global', 'tree', {
    'spanning-tree uplinkfast': 'Raise the priority of this switch and the costs of its ports',
  }),
  ...unmodelled('global', 'nothing', {
    'ip arp inspection': 'Check ARP packets',
    'spanning-tree portfast bpdufilter': 'Neither send nor take BPDUs on edge ports',
    'spanning-tree portfast edge bpdufilter': 'Neither send nor take BPDUs on edge ports',
    'vlan access-map': 'A filter for frames inside VLANs; "vlan filter" puts it to use',
    vtp: 'VLAN Trunking Protocol',
  }),
  globalCommand('vlan filter <word> vlan-list <vlans>', {
    help: 'Filter the frames inside these VLANs',
    state: 'unmodelled',
    touches: 'vlans',
  }),
  globalCommand('monitor session <number> destination interface <port> ...', {
    help: 'Send a copy of watched frames out of this port',
    state: 'unmodelled',
    touches: 'port',
  }),
  ...harmlessBlocks(
    'global',
    'Nothing in our subject',
    `aaa group, archive, call-home, class-map, control-plane, crypto, event manager, flow, interface-template, ip access-list,
    ip dhcp pool, ip sla, ip vrf, ipv6 access-list, key chain, line, mac access-list, macro name, parameter-map, policy-map,
    radius server, redundancy, route-map, router, service-template, tacacs server, track, vlan configuration, voice,
    vrf definition`,
  ),
  ...harmless(
    'global',
    'Nothing in our subject',
    `aaa, access-list, access-session, alias, ap, app-hosting, arp, authentication, auto, avb, banner, boot, boot-end-marker,
    boot-start-marker, buffers, card, cdp, clear, clock, cns, coap, configure, controller, copy, cts, debug, default-gateway,
    device-sensor, device-tracking, diagnostic, dialer-list, dot1x, dying-gasp, eap, enable, end, energywise, environment, epm,
    errdisable, ethernet, event, exception, exit, fabric, facility-alarm, fhrp, file, frame-relay, hw-module, identity, iox, ip,
    ipv6, isdn, key, kron, l2, lacp, ldap, license, lldp, logging, login, logout, mab, mac, mac-address-table, macro, memory,
    memory-size, menu, mls, mmi, module, monitor, mpls, multicast, multilink, nat, netconf, netconf-yang, network-policy, nmsp,
    ntp, object-group, openflow, parser, password, ping, platform, pnp, port-channel, power, privilege, process,
    product-analytics, profile, prompt, ptp, qos, queue-monitor, quit, radius, radius-server, reload, rep, resource, restconf,
    rmon, route-tag, sampler, scheduler, scripting, sdm, security, service, session, setup, shell, show, snmp, snmp-server,
    software, source, spanning-tree backbonefast, spanning-tree etherchannel, spanning-tree extend, spanning-tree logging,
    spanning-tree loopguard, spanning-tree mst, spanning-tree optimize, spanning-tree portfast network,
    spanning-tree portfast normal, spanning-tree transmit, ssh, stackwise-virtual, standby, storm-control,
    subscriber, switch, system, table-map, tacacs, tacacs-server, tclsh, telnet, terminal, tftp-server, time-range, traceroute,
    transceiver, udld, upgrade, username, version, virtual-service, vlan group, vlan internal, vrf, wireless, write, wsma, x25,
    xdr, zone`,
  ),
]

/** Commands under `vlan N`. */
export const VLAN_COMMANDS: readonly Command[] = [
  ...VLAN_ROWS,
  vlanCommand('remote-span', {
    help: 'Carry watched frames in this VLAN',
    state: 'unmodelled',
    touches: 'vlans',
  }),
  ...unmodelled('vlan', 'vlans', { 'private-vlan': 'A private VLAN' }),
  ...harmless(
    'vlan',
    'Nothing in our subject',
    `apply, are, backupcrf, bridge, exit, ip, lldp, media, member, mtu, parent, ring, said, service-policy, ste, stp, tb-vlan1,
    tb-vlan2, uni-vlan, vni`,
  ),
]
