import { PROFILES } from '../../net/profiles.ts'
import type { PortMode, SourceId } from '../../net/settings.ts'
import { ALL_VLANS } from '../../net/vlan-set.ts'
import type { PlatformTraits } from '../cli-dialect.ts'
import type { DeviceDefaults } from '../device-draft.ts'

/** What IOS does where the text has no line (facts B6, D5b). Each default is a source of its own, so that it can be named. */
export function iosDefaults(traits: PlatformTraits) {
  return (source: (text: string) => SourceId): DeviceDefaults => {
    const by = <T>(value: T, text: string) => ({ value, from: [source(text)] })
    const { title, settled } = PROFILES[traits.profile]
    const mode: PortMode = 'defaultMode' in settled ? settled.defaultMode : 'platform-default'
    const modeText =
      mode === 'platform-default'
        ? 'No "switchport mode" line: the default depends on the switch model, which is not known.'
        : `No "switchport mode" line: the default of ${title} is ${mode}.`
    return {
      port: {
        switching: by(true, 'No "no switchport" line: a switch port.'),
        enabled: by(true, 'No "shutdown" line: the port is up.'),
        mode: by(mode, modeText),
        negotiate: by(true, 'No "switchport nonegotiate" line: the port speaks DTP if its mode lets it.'),
        accessVlan: by(1, 'No "switchport access vlan" line: the default is VLAN 1.'),
        nativeVlan: by(1, 'No "switchport trunk native vlan" line: the default is VLAN 1.'),
        allowedVlans: by(ALL_VLANS, 'No "switchport trunk allowed vlan" line: the default is all VLANs.'),
        voiceVlan: by('none', 'No "switchport voice vlan" line: no voice VLAN.'),
        encapsulation: traits.twoEncapsulations
          ? by(
              'negotiate',
              'No "switchport trunk encapsulation" line: the default of this hardware is negotiate.',
            )
          : by('dot1q', 'No "switchport trunk encapsulation" line: taken for 802.1Q.'),
        tagNative: by('inherit', 'No "switchport trunk native vlan tag" line: the global setting holds.'),
        channel: by(null, 'No "channel-group" line: not a member of a port-channel.'),
      },
      tagNative: by(false, 'No "vlan dot1q tag native" line: native VLANs leave untagged.'),
      vtpMode: by('server', 'No "vtp mode" line: the default is server.'),
      vtpDomain: by('', 'No "vtp domain" line.'),
    }
  }
}
