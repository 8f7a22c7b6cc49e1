import type { Gain } from '../attacks/attack.ts'
import type { DecisionId } from '../net/decisions.ts'
import { OPTIONS, type OptionName } from '../net/options.ts'
import type { Place } from './problem.ts'
import { decisionsLike, isDecision } from './step-ref.ts'
import type { YamlValue } from './yaml-value.ts'

/** What an assertion says, as data that the simulator's trace is asked about. */
export type Statement =
  | { readonly says: 'outcome'; readonly reached: boolean }
  /** The three-valued verdict over every open option; `depends` names exactly the options that matter. */
  | {
      readonly says: 'verdict'
      readonly verdict: 'works' | 'blocked' | 'depends'
      readonly on: readonly OptionName[]
    }
  | { readonly says: 'gains'; readonly gain: Gain }
  | {
      readonly says: 'operates'
      readonly device: string
      readonly port: string
      readonly as: 'access' | 'trunk'
    }
  | {
      readonly says: 'decides'
      readonly device: string
      readonly port: string
      readonly decision: DecisionId
    }
  | { readonly says: 'enters'; readonly device: string; readonly vlan: number }
  | {
      readonly says: 'carries'
      readonly device: string
      readonly port: string
      readonly stack: string
      readonly bytes: number | null
    }
  | {
      readonly says: 'setting'
      readonly device: string
      readonly port: string
      readonly setting: SettingWord
      readonly value: string
    }
  | { readonly says: 'nobody-in'; readonly vlan: number }
  /** A station noticed something, about a page of a migration where `page` is given. */
  | {
      readonly says: 'reports'
      readonly device: string
      readonly report: string
      readonly page: number | null
      readonly text: string | null
    }
  /** A switch refused one of the typed lines. */
  | { readonly says: 'refused' }

/** Settings that an assertion can ask for, as words of the subject. */
export const SETTING_WORDS = [
  'mode',
  'access-vlan',
  'native-vlan',
  'voice-vlan',
  'allowed',
  'negotiate',
] as const
export type SettingWord = (typeof SETTING_WORDS)[number]

/** A statement, or its opposite, and where the author wrote it. */
export type Assertion = {
  readonly not: boolean
  readonly statement: Statement
  readonly text: string
  readonly place: Place
}

const GAINS: readonly Gain[] = ['inject', 'read-floods', 'answered']

type Form = {
  /** Shown when nothing fits. */
  readonly example: string
  readonly pattern: RegExp
  readonly read: (words: readonly string[], fail: (message: string) => Error) => Statement
}

function oneOf<T extends string>(words: readonly T[], word: string, fail: (message: string) => Error): T {
  const found = words.find((each) => each === word)
  if (found === undefined) throw fail(`"${word}" is not known here. Choose one of ${words.join(', ')}.`)
  return found
}

/** Every form an assertion can take. A new one is an entry here, a statement above and its test in `flow/proof/holds.ts`. */
const FORMS: readonly Form[] = [
  {
    example: 'reached',
    pattern: /^(reached|stopped)$/,
    read: ([word]) => ({ says: 'outcome', reached: word === 'reached' }),
  },
  {
    example: 'verdict depends on tagOnAccess',
    pattern: /^verdict (works|blocked|depends)(?: on (.+))?$/,
    read: ([verdict = '', on = ''], fail) => ({
      says: 'verdict',
      verdict: oneOf(['works', 'blocked', 'depends'], verdict, fail),
      on: on
        .split(/[\s,]+/)
        .filter(Boolean)
        .map((name) => oneOf(Object.keys(OPTIONS) as OptionName[], name, fail)),
    }),
  },
  {
    example: 'attacker gains read-floods',
    pattern: /^attacker gains (\S+)$/,
    read: ([gain = ''], fail) => ({ says: 'gains', gain: oneOf(GAINS, gain, fail) }),
  },
  {
    example: 'SW1 Gi0/5 operates as trunk',
    pattern: /^(\S+) (\S+) operates as (access|trunk)$/,
    read: ([device = '', port = '', as]) => ({
      says: 'operates',
      device,
      port,
      as: as === 'trunk' ? 'trunk' : 'access',
    }),
  },
  {
    example: 'SW1 puts the frame in VLAN 1',
    pattern: /^(\S+) puts the frame in VLAN (\d+)$/,
    read: ([device = '', vlan]) => ({ says: 'enters', device, vlan: Number(vlan) }),
  },
  {
    example: 'SW1 Gi0/24 carries [20|IP]',
    pattern: /^(\S+) (?:(\S+) )?carries (\[\S+\])(?: of (\d+) bytes)?$/,
    read: ([device = '', port = '', stack = '', bytes]) => ({
      says: 'carries',
      device,
      port,
      stack,
      bytes: bytes === undefined ? null : Number(bytes),
    }),
  },
  {
    example: 'SW1 Gi0/5 has access-vlan 10',
    pattern: /^(\S+) (\S+) has (\S+) (.+)$/,
    read: ([device = '', port = '', setting = '', value = ''], fail) => ({
      says: 'setting',
      device,
      port,
      setting: oneOf(SETTING_WORDS, setting, fail),
      value,
    }),
  },
  {
    example: 'no access port is in VLAN 999',
    pattern: /^no access port is in VLAN (\d+)$/,
    read: ([vlan]) => ({ says: 'nobody-in', vlan: Number(vlan) }),
  },
  {
    example: 'ESX-B reports page-arrived 1 "door: locked"',
    pattern: /^(\S+) reports ([a-z-]+)(?: (\d+))?(?: "([^"]*)")?$/,
    read: ([device = '', report = '', page, text]) => ({
      says: 'reports',
      device,
      report,
      page: page === undefined ? null : Number(page),
      text: text ?? null,
    }),
  },
  {
    example: 'the lines are refused',
    pattern: /^(the lines are refused)$/,
    read: () => ({ says: 'refused' }),
  },
  {
    example: 'SW1 Gi0/24 decides out/native-untagged',
    pattern: /^(\S+) (?:(\S+) )?decides (\S+)$/,
    read: ([device = '', port = '', decision = ''], fail) => {
      if (!isDecision(decision)) {
        throw fail(`there is no decision "${decision}". Known ones: ${decisionsLike(decision)}.`)
      }
      return { says: 'decides', device, port, decision }
    },
  },
]

/** Reads one assertion; `not` in front of it says the opposite. */
function readAssertion(text: string, value: YamlValue): Assertion {
  const not = text.startsWith('not ')
  const bare = not ? text.slice(4).trim() : text
  for (const { pattern, read } of FORMS) {
    const [, ...words] = pattern.exec(bare) ?? []
    if (words.length === 0) continue
    return { not, statement: read(words, (message) => value.problem(message)), text, place: value.place }
  }
  const examples = FORMS.map(({ example }) => `"${example}"`).join(', ')
  throw value.problem(`"${text}" is no assertion. Write one like ${examples}, or any of them behind "not".`)
}

/** Reads assertions that must all hold, with semicolons between them: `reached; SW1 Gi0/24 carries [20|IP]`. */
export function readAssertions(value: YamlValue): Assertion[] {
  const texts = value
    .text()
    .split(';')
    .map((text) => text.trim())
  return texts.map((text) => readAssertion(text, value))
}
