import type { VoiceVlan } from '../../net/settings.ts'
import { type Command, portCommand } from '../command.ts'
import { resetPort } from '../port-draft.ts'

const WORDS: Readonly<Record<Extract<VoiceVlan, string>, string>> = {
  dot1p: 'The phone sends priority tags in the access VLAN',
  untagged: 'The phone sends without a tag',
  none: 'The phone is told no VLAN',
}

/** The voice VLAN: the port stays an access port, and the phone tags (facts D6). */
export const VOICE_VLAN: readonly Command[] = [
  portCommand('switchport voice vlan <vlan>', {
    help: "VLAN of a phone's tagged frames",
    port: (port, [vlan], by) => {
      port.settings.voiceVlan = { value: vlan, from: by }
    },
    noPort: (port, _args, by) => resetPort(port, 'voiceVlan', by),
    write: ({ voiceVlan }) =>
      voiceVlan.value === 'none' ? [] : [`switchport voice vlan ${voiceVlan.value}`],
  }),
  ...Object.entries(WORDS).map(([word, help]) =>
    portCommand(`switchport voice vlan ${word}`, {
      help,
      port: (port, _args, by) => {
        port.settings.voiceVlan = { value: word as VoiceVlan, from: by }
      },
      noPort: (port, _args, by) => resetPort(port, 'voiceVlan', by),
    }),
  ),
]
