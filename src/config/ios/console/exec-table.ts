import { type Command, globalCommand, harmless } from '../../command.ts'
import { commandTree } from '../../command-tree.ts'
import type { PortName } from '../../port-name.ts'
import type { Moment, Shown, ShownPort } from '../show/index.ts'
import {
  showDtp,
  showDtpInterface,
  showInconsistentPorts,
  showMacTable,
  showNativeTagging,
  showRunningConfig,
  showRunningInterface,
  showSwitchport,
  showTrunk,
  showVlanBrief,
} from '../show/index.ts'

/** What a command of exec mode does. */
export type ExecAction =
  | { readonly does: 'show'; readonly show: (moment: Moment) => Shown }
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
const ABSENT_SHOWS = `access-lists, arp, authentication, cdp, class-map, clock, controllers, crypto, debugging, device-tracking, env,
  errdisable, etherchannel, flash, history, hosts, interfaces capabilities, interfaces counters, interfaces description,
  interfaces status, inventory, ip, ipv6, lacp, license, line, lldp, logging, mac-address-table, module, monitor, ntp, pagp, platform,
  policy-map, port-security, power, privilege, processes, sessions, snmp, spanning-tree, ssh, startup-config, storm-control, switch,
  tech-support, terminal, udld, users, version, vlan, vlan access-map, vlan filter, vlan internal, vlan name, vtp`
const ABSENT = `archive, boot, cd, clear, clock, connect, debug, delete, dir, erase, format, lock, monitor, more, ping, pwd, reload,
  rename, rsh, send, setup, ssh, systat, telnet, terminal monitor, test, traceroute, undebug, verify, vlan, where, who`

const ABSENT_ROWS: readonly Command[] = [
  ...harmless('global', 'Not in this console', words(ABSENT_SHOWS, 'show ')),
  ...harmless('global', 'Not in this console', words(ABSENT, '')),
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
  'show vlan': 'VLANs',
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
