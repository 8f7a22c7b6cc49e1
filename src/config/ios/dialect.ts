import type { CliDialect } from '../cli-dialect.ts'
import { commandTree } from '../command-tree.ts'
import { iosDefaults } from './defaults.ts'
import { GLOBAL_COMMANDS, VLAN_COMMANDS } from './global-commands.ts'
import { iosPlatform } from './platform.ts'
import { PORT_COMMANDS, PORT_GROUPS } from './port-commands.ts'
import { settleIosVlans } from './vlans.ts'

/** Cisco IOS and IOS XE. */
export const IOS: CliDialect = {
  name: 'ios',
  commands: [...GLOBAL_COMMANDS, ...VLAN_COMMANDS, ...PORT_COMMANDS],
  trees: {
    global: commandTree(GLOBAL_COMMANDS),
    port: commandTree(PORT_COMMANDS, PORT_GROUPS),
    vlan: commandTree(VLAN_COMMANDS),
  },
  platform: iosPlatform,
  defaults: iosDefaults,
  settleVlans: settleIosVlans,
}
