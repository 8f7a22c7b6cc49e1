import type { DialectName } from '../../config/index.ts'
import type { OptionValues } from '../../net/options.ts'
import type { ProfileName } from '../../net/profiles.ts'
import type { ToldAgain } from '../../report/checked.ts'
import type { FormatName } from '../../report/index.ts'
import type { RuleId } from '../../rules/rule.ts'
import type { Baseline } from '../../verdict/baseline.ts'
import type { Level } from '../../verdict/finding.ts'
import type { PurposeChoice } from './choices.ts'
import type { ServiceChoice } from './settings.ts'

/** Everything a check of one file needs to know. Plain data, so that a worker thread can be told. */
export type CheckRequest = {
  readonly format: FormatName
  readonly columns: number
  readonly explain: boolean
  readonly version: string
  readonly dialect: DialectName | undefined
  readonly platform: ProfileName | undefined
  readonly assume: OptionValues
  /** The only rules to run; all of them where it is empty. */
  readonly rules: readonly RuleId[]
  readonly ignore: readonly RuleId[]
  readonly purposes: readonly PurposeChoice[]
  readonly services: readonly ServiceChoice[]
  readonly links: readonly (readonly [string, string])[]
  /** How the command line told all this, for a command that is to see the same. */
  readonly again: ToldAgain
  readonly baseline: Baseline | null
  /** Folder for captures of witnesses, absolute. */
  readonly pcap: string | null
  readonly failOn: readonly Level[]
  /** Whether the smallest fix of each site is searched for. */
  readonly smallest: boolean
  /** What is wanted of each file besides its report: commands that fix it, keys for a baseline. */
  readonly wants: readonly ('patch' | 'known')[]
}
