import type { DialectName } from '../../config/index.ts'
import type { OptionValues } from '../../net/options.ts'
import type { ProfileName } from '../../net/profiles.ts'
import type { RuleId } from '../../rules/rule.ts'
import type { PurposeChoice } from './choices.ts'

/** A service as a settings file names it. Ports are `Gi0/1`, or `SW1 Gi0/1` where several devices are one site. */
export type ServiceChoice = {
  readonly name: string
  readonly vlan: number
  readonly ports: readonly string[]
}

/** What a settings file says. A cable is a pair of ports, each with its device. */
export type CheckSettings = {
  readonly purposes: readonly PurposeChoice[]
  readonly services: readonly ServiceChoice[]
  readonly links: readonly (readonly [string, string])[]
  readonly ignore: readonly RuleId[]
  readonly assume: OptionValues
  readonly dialect?: DialectName | undefined
  readonly platform?: ProfileName | undefined
  readonly failOn?: string | undefined
}

/** What is said where no file says anything. */
export const NO_SETTINGS: CheckSettings = { purposes: [], services: [], links: [], ignore: [], assume: {} }
