import type { Vid } from '../../../net/vlan-set.ts'
import { type Command, globalCommand, harmless } from '../../command.ts'
import { commandTree } from '../../command-tree.ts'
import type { PortName } from '../../port-name.ts'
import type { Moment, Shown, ShownPort } from '../show/index.ts'
import {
  showBlockedPorts,
  showCdp,
  showCdpDetail,
  showDescriptions,
  showDtp,
  showDtpInterface,
  showEtherchannels,
  showInconsistentPorts,
  showMacTable,
  showNativeTagging,
  showRunningConfig,
  showRunningInterface,
  showSpanningTree,
  showSpanningTreeVlan,
  showStatus,
  showSwitchport,
  showTrunk,
  showVlan,
  showVlanBrief,
  showVlanNumber,
  showVtpStatus,
} from '../show/index.ts'

/** What a command of exec mode does. */
export type ExecAction =
  | { readonly does: 'show'; readonly show: (moment: Moment) => Shown }
  | { readonly does: 'show VLAN'; readonly show: (moment: Moment, vlan: Vid) => Shown }
  | { readonly does: 'show port'; readonly show: (moment: Moment, port: ShownPort) => Shown }
  | { readonly does: 'enable' | 'disable' | 'configure' | 'leave' | 'save' | 'nothing' }
  /** Lets simulated time pass: the argument is in seconds. */
  | { readonly does: 'wait' }

type Row = { readonly help: string; readonly action: ExecAction }

const show = (help: string, print: (moment: Moment) => Shown): Row => ({
  help,
  action: { does: 'show', show: print },
})

const showPort = (help: string, print: (moment: Moment, port: ShownPort) => Shown): Row => ({
  help,
  action: { does: 'show port', show: print },
})

const SHOW: Readonly<Record<string, Row>> = {
  'show interfaces switchport': show('How each port switches', (moment) => showSwitchport(moment)),
  'show interfaces trunk': show('The trunks and their VLANs', (moment) => showTrunk(moment)),
  'show interfaces <port> switchport': showPort('How this port switches', (moment, port) =>
    showSwitchport(moment, [port]),
  ),
  'show interfaces <port> trunk': showPort('This port as a trunk', (moment, port) =>
    showTrunk(moment, [port]),
  ),
  'show interfaces status': show('Whether each port is up, and its VLAN', (moment) => showStatus(moment)),
  'show interfaces <port> status': showPort('Whether this port is up, and its VLAN', (moment, port) =>
    showStatus(moment, [port]),
  ),
  'show interfaces description': show('The description of each port', showDescriptions),
  'show etherchannel summary': show('The port-channels and their members', showEtherchannels),
  'show cdp neighbors': show('The switches at the other ends of cables', showCdp),
  'show cdp neighbors detail': show('The same, with native VLANs and VTP domains', showCdpDetail),
  'show vtp status': show('Mode and domain of VTP', showVtpStatus),
  'show vlan': show('The VLANs and their access ports', showVlan),
  'show vlan id <vlan>': {
    help: 'One VLAN and its access ports',
    action: { does: 'show VLAN', show: showVlanNumber },
  },
  'show vlan brief': show('The VLANs and their access ports', showVlanBrief),
  'show vlan dot1q tag native': show('Whether native VLANs are tagged', showNativeTagging),
  'show dtp': show('The timers of DTP', showDtp),
  'show dtp interface': show('DTP on every port', (moment) => showDtpInterface(moment)),
  'show dtp interface <port>': showPort('DTP on this port', (moment, port) =>
    showDtpInterface(moment, [port]),
  ),
  'show mac address-table': show('Where addresses were learned', showMacTable),
  'show running-config': show('The configuration', showRunningConfig),
  'show running-config interface <port>': showPort('The configuration of this port', showRunningInterface),
  'show spanning-tree': show('The tree of each VLAN', showSpanningTree),
  'show spanning-tree vlan <vlan>': {
    help: 'The tree of one VLAN',
    action: { does: 'show VLAN', show: showSpanningTreeVlan },
  },
  'show spanning-tree blockedports': show('Where spanning tree lets a VLAN not pass', showBlockedPorts),
  'show spanning-tree inconsistentports': show(
    'Ports that spanning tree found inconsistent',
    showInconsistentPorts,
  ),
}

/** Rows of user mode. */
const USER: Readonly<Record<string, Row>> = {
  ...SHOW,
  enable: { help: 'Go to privileged mode', action: { does: 'enable' } },
  exit: { help: 'Leave', action: { does: 'leave' } },
  logout: { help: 'Leave', action: { does: 'leave' } },
  'terminal length <number>': { help: 'How many lines fit the screen', action: { does: 'nothing' } },
  'wait <number>': {
    help: 'On no real switch: let this many seconds of simulated time pass',
    action: { does: 'wait' },
  },
}

/** Rows of privileged mode. */
const EXEC: Readonly<Record<string, Row>> = {
  ...USER,
  disable: { help: 'Go back to user mode', action: { does: 'disable' } },
  'configure terminal': { help: 'Change the configuration', action: { does: 'configure' } },
  'write memory': { help: 'Save the configuration', action: { does: 'save' } },
  write: { help: 'Save the configuration', action: { does: 'save' } },
  'copy running-config startup-config': { help: 'Save the configuration', action: { does: 'save' } },
}

/** Commands that a switch has and this console does not. */
const ABSENT_SHOWS = `access-lists, arp, authentication, boot, cdp entry, cdp interface, cdp neighbors <port>, cdp tlv, cdp traffic,
  class-map, clock, controllers, crypto, debugging, device-tracking, dot1x, env, environment, errdisable, etherchannel detail,
  etherchannel load-balance, etherchannel port, etherchannel port-channel, etherchannel protocol, file, flash, history, hosts,
  interfaces accounting, interfaces capabilities, interfaces counters, interfaces etherchannel, interfaces pruning, interfaces stats,
  interfaces summary, inventory, ip, ipv6, lacp, license, line, lldp, logging, mac address-table address, mac address-table aging-time,
  mac address-table count, mac address-table dynamic, mac address-table interface, mac address-table multicast,
  mac address-table static, mac address-table vlan, mac-address-table, macro, memory, module, monitor, ntp, pagp, platform, policy-map,
  port-security, power, privilege, processes, radius, redundancy, running-config all, running-config brief, running-config full,
  running-config vlan, sessions, snmp, spanning-tree, ssh, startup-config, storm-control, switch, tacacs, tech-support, template,
  terminal, udld, users, version, vlan access-map, vlan filter, vlan group, vlan internal, vlan mtu, vlan name, vlan private-vlan,
  vlan remote-span, vlan summary, vtp counters, vtp devices, vtp interface, vtp password`
const ABSENT = `archive, boot, cd, clear, clock, connect, debug, delete, dir, erase, format, lock, monitor, more, ping, pwd, reload,
  rename, rsh, send, setup, ssh, systat, telnet, terminal monitor, terminal width, test, traceroute, undebug, verify, vlan, where, who`

/** Commands that a switch has and this console does not, as they stand: a word more makes them none. */
const ABSENT_AS_IS = [
  'show interfaces',
  'show interfaces <port>',
  'show cdp',
  'show etherchannel',
  'show vtp',
]

const ABSENT_ROWS: readonly Command[] = [
  ...harmless('global', 'Not in this console', words(ABSENT_SHOWS, 'show ')),
  ...harmless('global', 'Not in this console', words(ABSENT, '')),
  ...ABSENT_AS_IS.map((syntax) => globalCommand(syntax, { help: 'Not in this console', state: 'harmless' })),
]

function words(list: string, before: string): string {
  return list
    .split(',')
    .map((word) => before + word.trim().replace(/\s+/g, ' '))
    .join(', ')
}

function rows(table: Readonly<Record<string, Row>>): Command[] {
  return Object.entries(table).map(([syntax, { help }]) => globalCommand(syntax, { help }))
}

/** Help for words that only lead to others. */
const GROUPS: Readonly<Record<string, string>> = {
  show: 'Show what the switch does',
  'show interfaces': 'Ports',
  'show cdp': 'What Cisco devices announce to each other',
  'show cdp neighbors': 'The switches at the other ends of cables',
  'show etherchannel': 'Port-channels',
  'show vtp': 'VLAN Trunking Protocol',
  'show dtp': 'Dynamic Trunking Protocol',
  'show mac': 'Addresses',
  'show spanning-tree': 'Spanning tree',
  configure: 'Change the configuration',
  copy: 'Copy files',
  terminal: 'Settings of the terminal',
}

/** Every command of user mode as a tree of words. */
export const USER_TREE = commandTree([...rows(USER), ...ABSENT_ROWS], GROUPS)
/** Every command of privileged mode as a tree of words. */
export const EXEC_TREE = commandTree([...rows(EXEC), ...ABSENT_ROWS], GROUPS)

/** What a command of exec mode does; null for one that this console does not have. */
export function execAction({ syntax }: Command): ExecAction | null {
  return EXEC[syntax]?.action ?? null
}

/** The port that a matched line names. */
export function portArgument(args: readonly unknown[]): PortName | null {
  const [name] = args
  return typeof name === 'object' && name !== null && 'key' in name ? (name as PortName) : null
}
