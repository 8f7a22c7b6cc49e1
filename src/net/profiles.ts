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

const CISCO: OptionValues = { dtp: 'yes', tagTypes: '8100', nativeOutsideList: 'refused' }

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
      dtp: 'no',
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
    settled: { dtp: 'no', tagTypes: '8100', defaultMode: 'access', nativeOutsideList: 'refused' },
    source: 'B6, B7, A3',
  },
} as const satisfies Record<string, Profile>

export type ProfileName = keyof typeof PROFILES

/** The options a profile leaves open: the ones a verdict on it may depend on. */
export function openOptions(profile: ProfileName): OptionName[] {
  const settled: OptionValues = PROFILES[profile].settled
  return (Object.keys(OPTIONS) as OptionName[]).filter((name) => settled[name] === undefined)
}

/**
 * The values an open option may have on the profile of this name, most permissive first: all of the option's, unless the
 * family bounds them.
 */
export function openValues(profile: string, option: OptionName): readonly string[] {
  const known: Readonly<Record<string, Profile>> = PROFILES
  return known[profile]?.among?.[option] ?? OPTIONS[option].values
}
