/**
 * Where platforms differ, or the facts are unsure, the simulator has an option instead of a guess. Each option lists its
 * values from the most permissive for an attacker to the strictest, and says which facts it rests on.
 */
export const OPTIONS = {
  /** What an access port does with a frame tagged with its own VLAN (facts C3, J1). */
  tagOnAccess: { values: ['accept-own', 'drop'], ordered: true, source: 'C3, J1' },
  /** What a port does with VLAN ID 0: like untagged, or dropped (facts C3). */
  priorityTag: { values: ['as-untagged', 'drop'], ordered: true, source: 'C3, J7' },
  /** Untagged data on a trunk that tags its native VLAN: taken into the native VLAN, or dropped (facts C4). */
  untaggedOnTaggedNative: { values: ['accept', 'drop'], ordered: true, source: 'C4, J7' },
  /** The mode of a port without a mode line (facts B6, D5b). */
  defaultMode: { values: ['dynamic desirable', 'dynamic auto', 'access'], ordered: true, source: 'B6, D5b' },
  /** Whether the platform speaks DTP at all (facts B7). */
  dtp: { values: ['yes', 'no'], ordered: true, source: 'B7' },
  /** Whether a port in `mode access` without `nonegotiate` sends DTP; it never turns into a trunk by it (facts D2). */
  accessSpeaksDtp: { values: ['no', 'yes'], ordered: false, source: 'D2' },
  /** Tag types that count as a tag at ingress; any other is payload (facts A3). */
  tagTypes: { values: ['8100', '8100+88a8'], ordered: false, source: 'A3' },
  /** Whether a native VLAN that is not in the allowed list is carried all the same (facts C6, J8). */
  nativeOutsideList: { values: ['carried', 'refused'], ordered: true, source: 'C6, J8' },
} as const satisfies Record<string, OptionSpec>

/** One option: its values, most permissive first where they are an order, and the facts it rests on. */
export type OptionSpec = {
  readonly values: readonly [string, string, ...string[]]
  /** False where no value is more permissive than another: a verdict then tries them all. */
  readonly ordered: boolean
  /** The sections of facts this rests on. */
  readonly source: string
}

export type OptionName = keyof typeof OPTIONS
export type OptionValue<N extends OptionName = OptionName> = (typeof OPTIONS)[N]['values'][number]
/** A value for each option that is settled. */
export type OptionValues = { readonly [N in OptionName]?: OptionValue<N> }

/** That an option was asked for, on which platform, and what was answered: `depends` names these. */
export type OptionReading = {
  readonly profile: string
  readonly option: OptionName
  readonly value: string
  /** False where the profile leaves the option open, so that the value was assumed for this run. */
  readonly settled: boolean
}
