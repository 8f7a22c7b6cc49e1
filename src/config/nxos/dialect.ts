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
import { NXOS_OUTPUTS } from './show/index.ts'

const L2_UNLESS_SAID =
  'Ports without a "switchport" or "no switchport" line are taken for switch ports: whether they are depends on the Nexus model.'

/**
 * Ports are switch ports on some models and routed on others (facts D8). A running-config prints only what differs from that: a bare
 * `no switchport` shows that ports are switch ports by default, a bare `switchport` alone that they are routed.
 */
function platform(sample: string, forced: ProfileName | undefined): Platform {
  const saysSwitch = /^[ \t]+switchport[ \t]*\r?$/m.test(sample)
  const saysRouted = /^[ \t]+no switchport[ \t]*\r?$/m.test(sample)
  const told = /^system default switchport[ \t]*\r?$/m.test(sample)
  const profile = forced ?? 'nxos'
  return {
    profile,
    reasons: [
      forced
        ? `The platform was said to be ${PROFILES[forced].title}.`
        : 'NX-OS has no DTP, and its ports are access ports by default.',
    ],
    assumptions: saysSwitch || saysRouted || told ? [] : [L2_UNLESS_SAID],
    twoEncapsulations: false,
    routedByDefault: saysSwitch && !saysRouted && !told,
  }
}

/** What NX-OS has without a line: access ports, no DTP, VLANs in the configuration (facts B6, D8). */
function defaults(traits: PlatformTraits, source: (text: string) => SourceId): DeviceDefaults {
  const modeText = 'No "switchport mode" line: the default of NX-OS is access.'
  return {
    port: portDefaults({ mode: 'access', modeText, routed: traits.routedByDefault }, source),
    tagNative: {
      value: false,
      from: [source('No "vlan dot1q tag native" line: native VLANs leave untagged.')],
    },
    vtpMode: { value: 'off', from: [source('No "feature vtp" line: VTP is off.')] },
    vtpDomain: { value: '', from: [source('No "vtp domain" line.')] },
    ...spanningTreeDefaults(source),
    builtInVlans: vlanSet(1),
  }
}

/** Cisco NX-OS. */
export const NXOS = cliDialect({
  name: 'nxos',
  title: 'Cisco NX-OS',
  signs: [
    {
      sign: /^!Command: show running-config.*\n!Running configuration last done/m,
      reason: 'It begins as "show running-config" does on NX-OS.',
    },
    {
      sign: /^!Command: show |^version \d+\.\d+\(\d/m,
      reason: 'It begins as outputs do on NX-OS, or names its version as NX-OS does.',
    },
    {
      sign: /^(?:vdc \S+ id \d|feature [a-z]|boot nxos |vpc domain \d|install feature-set |vrf context |no feature )/m,
      reason: 'It holds commands that only NX-OS has, such as "feature".',
    },
    {
      sign: /^interface Ethernet\d+\/\d+[\s\S]*^interface (?:mgmt0|port-channel\d)/m,
      reason: 'Its interfaces are named as NX-OS names them.',
    },
    {
      sign: /^[ \t]*(?:Switchport Monitor|Trunking VLANs Allowed|Local Port id):|^Port[ \t]+(?:Native[ \t]+(?:Vlan[ \t]+)?Status[ \t]+Port|Vlans Err-disabled on Trunk|STP Forwarding)|^\d+[ \t]+\S.*[ \t](?:active|suspended)[ \t]+.*\bEth\d+\/\d+/m,
      reason: 'It holds what show commands of NX-OS print.',
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
  separateOutputs: separating(NXOS_OUTPUTS),
})
