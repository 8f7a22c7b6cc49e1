import { OPTIONS, type OptionName, type OptionValue, type OptionValues } from './options.ts'

/** A family of switches: the options its documents settle; every other option is open for it. */
export type Profile = {
  readonly name: string
  /** How people call it. */
  readonly title: string
  readonly settled: OptionValues
  /** Options left open within bounds: the values this family may have, the most permissive first. */
  readonly among?: { readonly [N in OptionName]?: readonly [OptionValue<N>, ...OptionValue<N>[]] }
  /** What the settled values rest on. Catalyst rests on documents alone: "as documented", never "proved" (facts J11). */
  readonly source: string
}

/** What every Catalyst has in common. A MAC that moves is believed at once (facts J9: a forged source steals a port). */
const CISCO: OptionValues = {
  dtp: 'yes',
  tagTypes: '8100',
  nativeOutsideList: 'refused',
  reservedAddresses: 'ieee-and-cisco',
  dropEligible: 'kept',
  macMove: 'at-once',
  bpdu: 'pvst',
}

/** What the platforms without DTP have in common (facts B7). */
const WITHOUT_DTP: OptionValues = { dtp: 'no', macMove: 'at-once', dropEligible: 'kept' }

/** The bridge of Linux 6.1 with VLAN filtering, spanning tree off (facts A3, C3, E4). */
const LINUX: OptionValues = {
  ...WITHOUT_DTP,
  tagOnAccess: 'accept-own',
  priorityTag: 'as-untagged',
  untaggedOnTaggedNative: 'accept',
  defaultMode: 'access',
  tagTypes: '8100',
  nativeOutsideList: 'refused',
  reservedAddresses: 'ieee',
  groupSource: 'dropped',
  bpdu: 'none',
}

/** Open vSwitch 3.1 (facts C3, E4, J8). */
const OPEN_VSWITCH: OptionValues = {
  ...WITHOUT_DTP,
  tagOnAccess: 'drop',
  priorityTag: 'as-untagged',
  untaggedOnTaggedNative: 'accept',
  defaultMode: 'access',
  tagTypes: '8100+88a8',
  nativeOutsideList: 'carried',
  reservedAddresses: 'ieee-and-cisco',
  groupSource: 'relayed',
  dropEligible: 'lost',
  bpdu: 'none',
}

/** Every behaviour profile by name. */
export const PROFILES = {
  'catalyst-2950': {
    name: 'catalyst-2950',
    title: 'Catalyst 2950/3550',
    settled: { ...CISCO, tagOnAccess: 'accept-own', defaultMode: 'dynamic desirable' },
    source: 'B6, C3, J1 (as documented)',
  },
  'catalyst-2960': {
    name: 'catalyst-2960',
    title: 'Catalyst 2960/3560/3750',
    settled: { ...CISCO, tagOnAccess: 'drop', defaultMode: 'dynamic auto' },
    source: 'B6, C3, J1 (as documented)',
  },
  'catalyst-9000': {
    name: 'catalyst-9000',
    title: 'Catalyst 3650/3850/9000',
    settled: { ...CISCO, defaultMode: 'dynamic auto' },
    source: 'B6 (as documented); ingress is open (J1)',
  },
  'iosv-l2': {
    name: 'iosv-l2',
    title: 'IOSv-L2 and IOL (virtual IOS)',
    settled: { ...CISCO, defaultMode: 'dynamic auto' },
    source: 'B6; ingress is open',
  },
  ios: {
    name: 'ios',
    title: 'Cisco IOS, model not known',
    settled: CISCO,
    among: { defaultMode: ['dynamic desirable', 'dynamic auto'] },
    source: 'B6, C3; the model decides',
  },
  nxos: {
    name: 'nxos',
    title: 'Cisco NX-OS',
    settled: {
      ...WITHOUT_DTP,
      tagTypes: '8100',
      tagOnAccess: 'accept-own',
      defaultMode: 'access',
      nativeOutsideList: 'refused',
    },
    source: 'B6, B7, C3, J1 (as documented)',
  },
  eos: {
    name: 'eos',
    title: 'Arista EOS',
    settled: { ...WITHOUT_DTP, tagTypes: '8100', defaultMode: 'access', nativeOutsideList: 'refused' },
    source: 'B6, B7, A3',
  },
  'linux-bridge': {
    name: 'linux-bridge',
    title: 'Linux bridge with VLAN filtering',
    settled: LINUX,
    source: 'A3, C3, E4; proved against Linux 6.1',
  },
  'open-vswitch': {
    name: 'open-vswitch',
    title: 'Open vSwitch',
    settled: OPEN_VSWITCH,
    source: 'C3, E4, J8; proved against Open vSwitch 3.1, the native VLAN outside the list by its manual',
  },
  esxi: {
    name: 'esxi',
    title: 'VMware standard vSwitch',
    settled: {
      ...WITHOUT_DTP,
      tagTypes: '8100',
      nativeOutsideList: 'refused',
      defaultMode: 'access',
      bpdu: 'none',
    },
    source: 'E1 (as documented)',
  },
  'oracle-linux': {
    name: 'oracle-linux',
    title: 'the recorded Linux 6.1 bridge',
    settled: LINUX,
    source: 'measured',
  },
  'oracle-ovs': {
    name: 'oracle-ovs',
    title: 'the recorded Open vSwitch 3.1, its ports set so that the native VLAN keeps to the list',
    settled: { ...OPEN_VSWITCH, nativeOutsideList: 'refused' },
    source: 'measured',
  },
  'oracle-vde': {
    name: 'oracle-vde',
    title: 'the recorded vde_switch 2.3',
    settled: {
      ...WITHOUT_DTP,
      tagOnAccess: 'accept-own',
      priorityTag: 'drop',
      untaggedOnTaggedNative: 'drop',
      defaultMode: 'access',
      tagTypes: '8100',
      nativeOutsideList: 'refused',
      reservedAddresses: 'flooded',
      groupSource: 'relayed',
      macMove: 'held',
      bpdu: 'none',
    },
    source: 'measured',
  },
} as const satisfies Record<string, Profile>

export type ProfileName = keyof typeof PROFILES

/**
 * The values an open option may have on the profile of this name, most permissive first: all of the option's, unless the
 * family bounds them.
 */
export function openValues(profile: string, option: OptionName): readonly string[] {
  const known: Readonly<Record<string, Profile>> = PROFILES
  return known[profile]?.among?.[option] ?? OPTIONS[option].values
}
