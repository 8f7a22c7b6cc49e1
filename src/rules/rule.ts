import type { AttackId } from '../attacks/attack.ts'
import type { DialectName } from '../config/reading.ts'
import type { Endpoint } from '../net/network.ts'
import type { PortSettingName, SourceId } from '../net/settings.ts'
import type { Vid } from '../net/vlan-set.ts'
import type { Purposes, Service } from './site.ts'
import type { SiteView } from './view.ts'

/** A family and a name. Ids stay put, since people write them into suppressions and baselines. */
export type RuleId = `${string}/${string}`

/** Configuration lines to type: under a port's `interface` line, or globally where `port` is null. */
export type FixStep = {
  readonly device: string
  readonly port: string | null
  readonly lines: readonly string[]
}

/** One attack that would prove a claim: from this port into this VLAN. */
export type Attempt = {
  readonly attack: AttackId
  readonly from: Endpoint
  readonly vlan: Vid
  /** The ports the frame leaves by, switch after switch, where the claim knows them. */
  readonly way: readonly Endpoint[]
  /** The outer tag of an attacker on a trunk, or of one who writes a phone's; absent where it brings the frame into the port's own VLAN. */
  readonly outer?: Vid
  /** For a guest that tags, the port group it is in; absent where its hypervisor was not read and is assumed behind `from`. */
  readonly guestOf?: GuestSeat
}

/** A port group of a hypervisor that was read. */
export type GuestSeat = { readonly host: string; readonly portGroup: string }

/** What a rule says about a site, before anything is proved. */
export type Claim = {
  readonly device: string
  /** Names as written. All of them share what is claimed. */
  readonly ports: readonly string[]
  /** One sentence for people. */
  readonly message: string
  /** The value the claim rests on, as people write it: `dynamic auto`, `native VLAN 1`. */
  readonly effective: string
  /** The settings of these ports that it rests on; a default is a value too and is called one. */
  readonly settings: readonly PortSettingName[]
  /** Further sources of `device` that it rests on. */
  readonly also?: readonly SourceId[]
  /** Lines of the file that it rests on, where no setting of a port says them. */
  readonly atLines?: readonly number[]
  /** The file of these lines, for a host, which several files may tell of. */
  readonly inFile?: string
  /** What is left when no attack gets through: advice, or nothing at all. */
  readonly whenBlocked: 'advice' | 'silence'
  /** Attacks that would prove it, likeliest first. Advice has none. */
  readonly attempts: readonly Attempt[]
  readonly fix: readonly FixStep[]
  /** Why the fix may cut something even though nothing that was named is cut; null where it does not. */
  readonly caution: string | null
}

/** A configuration that shows a rule, in one dialect. `purposes` where the rule needs what the user would say. */
export type Example = {
  readonly dialect: DialectName
  readonly text: string
  readonly purposes?: Purposes[string]
  readonly services?: readonly Service[]
  /** A second device of the same site, and the cable between two switches as [port of this one, port of the neighbour]. */
  readonly neighbour?: {
    readonly text: string
    readonly dialect?: DialectName
    readonly purposes?: Purposes[string]
    readonly cable?: readonly [string, string]
  }
}

/** One rule: what it is about, why, shown by examples that are its tests, and the check itself. */
export type Rule = {
  readonly id: RuleId
  /** `witnessed` claims are attacked in simulation; `advice` is never called exploitable. */
  readonly kind: 'witnessed' | 'advice'
  /** One line, without a full stop. */
  readonly title: string
  /** Why it matters, a few plain sentences. */
  readonly why: string
  /** Where the facts stand, and what the rule does not say. */
  readonly limits: string
  /** Ids of the public checklists that ask for the same (checks.md section 2), and CVE ids. */
  readonly references: readonly string[]
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] }
  readonly check: (view: SiteView) => readonly Claim[]
}
