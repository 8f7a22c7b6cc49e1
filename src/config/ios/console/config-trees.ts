import { type Command, type CommandMode, globalCommand, portCommand, vlanCommand } from '../../command.ts'
import { type CommandNode, commandTree } from '../../command-tree.ts'
import { IOS } from '../dialect.ts'

/**
 * Words that the reader of pasted text knows and that are not typed in configuration modes: those of exec mode, and one that would
 * make `int` ambiguous.
 */
const NOT_TYPED = new Set(
  `clear, configure, copy, debug, end, exit, interface-template, logout, ping, quit, reload, show, ssh, telnet, terminal, traceroute, write`.split(
    ', ',
  ),
)

/** What the console itself does in configuration modes. */
export const LEAVE = 'exit'
export const END = 'end'
export const INTERFACE = 'interface <text>'
export const INTERFACE_RANGE = 'interface range <text>'
export const DO = 'do <text>'

/** Forms of the old VLAN database mode, which the reader knows too. */
const OLD_FORMS = new Set([
  'vlan <vlan> name <word> ...',
  'vtp server',
  'vtp client',
  'vtp transparent',
  'vtp off',
])

function typed(commands: readonly Command[]): Command[] {
  return commands.filter(({ syntax }) => !NOT_TYPED.has(syntax.split(' ')[0] ?? '') && !OLD_FORMS.has(syntax))
}

const everywhere = (command: typeof globalCommand): Command[] => [
  command(LEAVE, { help: 'Go one mode up' }),
  command(END, { help: 'Go back to privileged mode; Ctrl-Z does the same' }),
  command(DO, { help: 'Do a command of privileged mode from here' }),
]

/** The configuration commands of each mode as a tree of words: the dialect's own table, and the ways between modes. */
export const CONFIG_TREES: Readonly<Record<CommandMode, CommandNode>> = {
  global: commandTree(
    [
      ...typed(IOS.globalCommands),
      ...everywhere(globalCommand),
      globalCommand(INTERFACE, { help: 'Configure a port' }),
      globalCommand(INTERFACE_RANGE, { help: 'Configure several ports at once: Gi0/1 - 4, Gi0/7' }),
    ],
    {
      vlan: 'Make VLANs, and settings of all of them',
      vtp: 'VLAN Trunking Protocol',
      'vtp mode': 'What this switch does in VTP',
      'spanning-tree': 'Spanning tree',
      'spanning-tree mode': 'Which trees the switch runs',
      'spanning-tree pathcost': 'What ports cost that are told nothing',
      'spanning-tree pathcost method': 'What ports cost that are told nothing',
      'spanning-tree portfast': 'Edge ports, and what guards them',
      'spanning-tree vlan': 'The trees of some VLANs',
      interface: 'Configure a port, or several at once with "range"',
      ip: 'Addresses, and checks of packets',
      monitor: 'Copies of frames for a watcher',
      macro: 'Macros, which may hold any command',
      dot1q: 'Tags of the whole switch',
      bridge: 'The old bridging of routers',
    },
  ),
  port: commandTree([...typed(IOS.portCommands), ...everywhere(portCommand)], IOS.portGroups),
  vlan: commandTree([...typed(IOS.vlanCommands), ...everywhere(vlanCommand)]),
}

const VLAN_INTERFACE_ROWS: readonly Command[] = [
  portCommand('ip address <text>', { help: 'Give this VLAN interface an address' }),
  portCommand('shutdown', { help: 'Take this VLAN interface down; "no shutdown" brings it up' }),
  portCommand('description <text>', { help: 'A comment', state: 'harmless' }),
]

/** What stands under a VLAN interface. */
export const VLAN_INTERFACE_TREE = commandTree([...VLAN_INTERFACE_ROWS, ...everywhere(portCommand)])
