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
  /**
   * Frames to link-local group addresses: flooded like any multicast; not relayed but for the bridge group itself, and still a
   * reason to learn (`ieee`, a Linux bridge with spanning tree off); or not relayed, Cisco's addresses among them (facts A3).
   */
  reservedAddresses: {
    values: ['flooded', 'ieee', 'ieee-and-cisco'],
    ordered: true,
    source: 'A3; measured on vde_switch 2.3, Linux 6.1, Open vSwitch 3.1',
  },
  /** A frame whose source is a group address or zero: relayed, a group source not learned; or dropped. */
  groupSource: {
    values: ['relayed', 'dropped'],
    ordered: true,
    source: 'measured on Open vSwitch 3.1 and vde_switch 2.3, Linux 6.1',
  },
  /** Whether drop eligibility lives through a tag that is written anew (facts A1). */
  dropEligible: {
    values: ['kept', 'lost'],
    ordered: false,
    source: 'measured on Linux 6.1, Open vSwitch 3.1',
  },
  /** An address that shows up behind another port: moved at once, or held where it was for a while. */
  macMove: { values: ['at-once', 'held'], ordered: true, source: 'A3 step 4; measured on vde_switch 2.3' },
  /** Which spanning tree a platform speaks, where a run has spanning tree on (facts A4, B3). */
  bpdu: { values: ['none', 'ieee', 'pvst'], ordered: true, source: 'A4, B3, C5' },
  /** Which end of a trunk blocks on a native VLAN mismatch (facts C5, J6). */
  pvidMismatch: {
    values: ['far-from-root', 'near-root', 'both'],
    ordered: false,
    source: 'C5, J6',
  },
  /**
   * By which table of 802.1D a port costs that no line tells a cost: 16 bits wide (1998) or 32 bits (2004). Both are in use, by
   * platform and release, and no source here grades which is where. Asked only where the two make different trees.
   */
  pathCosts: { values: ['short', 'long'], ordered: false, source: '802.1D-1998 and 802.1D-2004; not graded' },
  /** What two ports on `encapsulation negotiate` agree on where both can do ISL; frames in ISL are not modelled (facts B5). */
  bothNegotiate: { values: ['dot1q', 'isl'], ordered: true, source: 'B5' },
  /** Whether a switch that is transparent in VTP still refuses to negotiate with another domain (facts B4). */
  transparentDomain: { values: ['disregarded', 'compared'], ordered: true, source: 'B4' },
  /**
   * An end whose far end makes no port-channel with it: its members forward all the same, each by itself or, in mode `on`, as if there
   * were one; or they stop, suspended or put out by a guard. Models of one platform differ in that, as documented.
   */
  unbundledMember: { values: ['forwards', 'stops'], ordered: true, source: 'J10' },
  /** A single tag written by a guest whose port group has a VLAN of its own (facts E1). */
  guestTagOnVst: { values: ['inside', 'dropped'], ordered: true, source: 'E1' },
  /** A tag written by a guest whose port group has no VLAN (facts E1). */
  guestTagOnEst: { values: ['passed', 'dropped'], ordered: true, source: 'E1' },
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
