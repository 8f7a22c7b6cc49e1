import { cliDialect } from '../cli-dialect.ts'
import { separating } from '../pasted/separate-outputs.ts'
import { iosDefaults } from './defaults.ts'
import { GLOBAL_COMMANDS, VLAN_COMMANDS } from './global-commands.ts'
import { maybeRoutedPorts } from './maybe-routed.ts'
import { iosPlatform } from './platform.ts'
import { PORT_COMMANDS, PORT_GROUPS } from './port-commands.ts'
import { IOS_OUTPUTS } from './show/read/index.ts'
import { settleIosVlans } from './vlans.ts'

/** Cisco IOS and IOS XE. It has no signs: what holds commands in Cisco's style and signs of no other dialect is taken for it. */
export const IOS = cliDialect({
  name: 'ios',
  title: 'Cisco IOS',
  signs: [],
  globalCommands: GLOBAL_COMMANDS,
  vlanCommands: VLAN_COMMANDS,
  portCommands: PORT_COMMANDS,
  // Older images want the blanks, newer ones take them.
  ranges: { word: 'range ', to: ' - ', and: ' , ' },
  portGroups: PORT_GROUPS,
  platform: iosPlatform,
  defaults: iosDefaults,
  settleVlans: settleIosVlans,
  maybeRouted: maybeRoutedPorts,
  separateOutputs: separating(IOS_OUTPUTS),
})
