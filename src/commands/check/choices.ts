import type { DialectName } from '../../config/index.ts'
import { BadUse } from '../../edge/bad-use.ts'
import { OPTIONS, type OptionName, type OptionValues } from '../../net/options.ts'
import { PROFILES, type ProfileName } from '../../net/profiles.ts'
import type { Vid } from '../../net/vlan-set.ts'
import { RULE_IDS } from '../../rules/index.ts'
import { PURPOSES, type Purpose } from '../../rules/purpose.ts'
import type { RuleId } from '../../rules/rule.ts'
import type { Level } from '../../verdict/finding.ts'
import { nearest } from '../nearest.ts'

/** Configuration languages as `--dialect` takes them. */
const DIALECTS: readonly DialectName[] = ['ios', 'nxos', 'eos', 'ovs', 'linux-bridge', 'esxi']

/** Levels that make a check fail, by the lowest of them. */
export const FAIL_ON: Readonly<Record<string, readonly Level[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  advice: ['error', 'warning', 'advice'],
  never: [],
}

/** Ports that a user names, and what hangs on them. */
export type PurposeChoice = { readonly ports: string; readonly purpose: Purpose }

/** A value of a list by its name; throws `BadUse` with the name that is near, else with all of them. */
export function oneOf<const T extends string>(names: readonly T[], what: string, given: string): T {
  const found = names.find((name) => name === given)
  if (found !== undefined) return found
  const near = nearest(given, [...names])
  throw new BadUse(
    near
      ? `${what} takes no ${JSON.stringify(given)}; is ${near} meant?`
      : `${what} takes ${names.join(', ')}; not ${JSON.stringify(given)}.`,
  )
}

/** The dialect of this name. */
export function dialectNamed(given: string): DialectName {
  return oneOf(DIALECTS, '--dialect', given)
}

/** The platform of this name. */
export function platformNamed(given: string): ProfileName {
  return oneOf(Object.keys(PROFILES) as ProfileName[], '--platform', given)
}

/** Rule ids, also several with commas between; `native/` stands for all that begin so. */
export function rulesNamed(given: readonly string[]): RuleId[] {
  return given.flatMap((text) =>
    text.split(',').flatMap((name) => {
      const id = name.trim()
      const group = id.endsWith('/') ? RULE_IDS.filter((each) => each.startsWith(id)) : []
      return group.length > 0 ? group : [oneOf(RULE_IDS, '--rule', id)]
    }),
  )
}

/** The VLAN of this number. */
export function vlanNamed(given: string): Vid {
  const vlan = /^\d+$/.test(given) ? Number(given) : 0
  if (vlan < 1 || vlan > 4094)
    throw new BadUse(`--vlan takes a VLAN from 1 to 4094; not ${JSON.stringify(given)}.`)
  return vlan
}

/** `PORTS=PURPOSE`, as `Gi0/1-12=host`. */
export function purposeNamed(given: string): PurposeChoice {
  const at = given.lastIndexOf('=')
  if (at < 1)
    throw new BadUse(`--purpose takes PORTS=PURPOSE, such as Gi0/1-12=host; not ${JSON.stringify(given)}.`)
  return {
    ports: given.slice(0, at).trim(),
    purpose: oneOf(PURPOSES, '--purpose', given.slice(at + 1).trim()),
  }
}

/** `OPTION=VALUE`, several with commas between: options that the user settles for all platforms. */
export function assumptionsNamed(given: readonly string[]): OptionValues {
  const settled: Record<string, string> = {}
  for (const each of given.flatMap((text) => text.split(','))) {
    const [name = '', value = ''] = each.split('=').map((part) => part.trim())
    const option = oneOf(Object.keys(OPTIONS) as OptionName[], '--assume', name)
    settled[option] = oneOf(OPTIONS[option].values, `--assume ${option}`, value)
  }
  return settled as OptionValues
}
