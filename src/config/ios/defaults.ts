import { PROFILES } from '../../net/profiles.ts'
import type { PortMode, SourceId } from '../../net/settings.ts'
import type { PlatformTraits } from '../cli-dialect.ts'
import { portDefaults, spanningTreeDefaults } from '../defaults.ts'
import { BUILT_IN_VLANS, type DeviceDefaults } from '../device-draft.ts'

/** What IOS does where the text has no line. The default mode hangs on the model; where that is not known it stays open (facts B6). */
export function iosDefaults(traits: PlatformTraits, source: (text: string) => SourceId): DeviceDefaults {
  const { title, settled } = PROFILES[traits.profile]
  const mode: PortMode = 'defaultMode' in settled ? settled.defaultMode : 'platform-default'
  const modeText =
    mode === 'platform-default'
      ? 'No "switchport mode" line: the default depends on the switch model, which is not known.'
      : `No "switchport mode" line: the default of ${title} is ${mode}.`
  return {
    port: portDefaults(
      { mode, modeText, encapsulation: traits.twoEncapsulations ? 'negotiate' : 'dot1q' },
      source,
    ),
    tagNative: {
      value: false,
      from: [source('No "vlan dot1q tag native" line: native VLANs leave untagged.')],
    },
    vtpMode: { value: 'server', from: [source('No "vtp mode" line: the default is server.')] },
    vtpDomain: { value: '', from: [source('No "vtp domain" line.')] },
    ...spanningTreeDefaults(source),
    builtInVlans: BUILT_IN_VLANS,
  }
}
