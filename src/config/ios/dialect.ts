import { cliDialect } from '../cli-dialect.ts'
import { separating } from '../pasted/separate-outputs.ts'
import { iosDefaults } from './defaults.ts'
import { GLOBAL_COMMANDS, VLAN_COMMANDS } from './global-commands.ts'
import { maybeRoutedPorts } from './maybe-routed.ts'
import { iosPlatform } from './platform.ts'
import { PORT_COMMANDS, PORT_GROUPS } from './port-commands.ts'
import { settleNonegotiate } from './refused-nonegotiate.ts'
import { IOS_OUTPUTS } from './show/read/index.ts'
import { settleIosVlans } from './vlans.ts'

/** Cisco IOS and IOS XE. A text without its sign that holds commands in Cisco's style, and signs of no other dialect, is taken for it too. */
export const IOS = cliDialect({
  name: 'ios',
  title: 'Cisco IOS',
  signs: [
    {
      // NX-OS numbers its versions otherwise: 9.3(5).
      sign: /^version 1[2-7]\.\d{1,2}[ \t]*\r?$/m,
      reason: 'It begins with a version as Cisco IOS prints it.',
    },
  ],
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
  settlePorts: settleNonegotiate,
  separateOutputs: separating(IOS_OUTPUTS),
})
