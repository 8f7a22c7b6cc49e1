import { PROFILES, type ProfileName } from '../../net/profiles.ts'
import type { SourceId } from '../../net/settings.ts'
import { vlanSet } from '../../net/vlan-set.ts'
import { cliDialect, type Platform, type PlatformTraits } from '../cli-dialect.ts'
import { portDefaults, spanningTreeDefaults } from '../defaults.ts'
import type { DeviceDefaults } from '../device-draft.ts'
import { settleListedVlans } from '../listed-vlans.ts'
import { separating } from '../pasted/separate-outputs.ts'
import { GLOBAL_COMMANDS, VLAN_COMMANDS } from './global-commands.ts'
import { PORT_COMMANDS, PORT_GROUPS } from './port-commands.ts'
import { EOS_OUTPUTS } from './show/index.ts'

function platform(sample: string, forced: ProfileName | undefined): Platform {
  return {
    profile: forced ?? 'eos',
    reasons: [
      forced
        ? `The platform was said to be ${PROFILES[forced].title}.`
        : 'EOS has no DTP, and its ports are access ports by default.',
    ],
    assumptions: [],
    twoEncapsulations: false,
    routedByDefault: /^switchport default mode routed/m.test(sample),
  }
}

/** What EOS has without a line: access ports, no DTP, VLANs in the configuration (facts B6, D8). */
function defaults(traits: PlatformTraits, source: (text: string) => SourceId): DeviceDefaults {
  const modeText = 'No "switchport mode" line: the default of EOS is access.'
  return {
    port: portDefaults({ mode: 'access', modeText, routed: traits.routedByDefault }, source),
    tagNative: { value: false, from: [source('EOS tags a native VLAN by a line on the trunk only.')] },
    vtpMode: { value: 'off', from: [source('EOS keeps its VLANs in its configuration.')] },
    vtpDomain: { value: '', from: [source('EOS has no VTP domain.')] },
    ...spanningTreeDefaults(source),
    builtInVlans: vlanSet(1),
  }
}

/** Arista EOS. */
export const EOS = cliDialect({
  name: 'eos',
  title: 'Arista EOS',
  signs: [
    {
      sign: /^! device: .*EOS-|^! Command: show running-config.*\n! device:/m,
      reason: 'It begins as "show running-config" does on Arista EOS.',
    },
    {
      sign: /^(?:transceiver qsfp default-mode|service routing protocols model|daemon TerminAttr|mlag configuration[ \t]*\r?$|management api http-commands|switchport default mode |no aaa root|interface[ \t]+Port-Channel\d)|^[ \t]*switchport (?:trunk group|mode trunk phone|phone vlan)|^[ \t]+trunk group \S/m,
      reason: 'It holds lines that only Arista EOS has.',
    },
    {
      sign: /^[ \t]*(?:Default switchport mode|MAC Address Learning|Static Trunk Groups):|^Interface \S+ detected \d+ LLDP neighbor|^VLAN {2}Name {2}/m,
      reason: 'It holds what show commands of Arista EOS print.',
    },
  ],
  globalCommands: GLOBAL_COMMANDS,
  vlanCommands: VLAN_COMMANDS,
  portCommands: PORT_COMMANDS,
  ranges: { word: '', to: '-', and: ',' },
  portGroups: PORT_GROUPS,
  platform,
  defaults,
  settleVlans: settleListedVlans,
  maybeRouted: () => [],
  separateOutputs: separating(EOS_OUTPUTS),
})
