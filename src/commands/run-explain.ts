import { BadUse } from '../edge/bad-use.ts'
import { EXIT } from '../edge/exit.ts'
import type { Io } from '../edge/io.ts'
import { ruleList, rulePage } from '../report/rule-page.ts'
import { RULES } from '../rules/index.ts'
import { readArguments } from './arguments.ts'
import { oneOf } from './check/choices.ts'
import { explainLine } from './explain-line.ts'

/** Prints a rule's page, or the list of rules. */
export async function runExplain(args: readonly string[], io: Io): Promise<number> {
  const { positionals } = readArguments(args, {})
  const [id, more] = positionals
  if (more !== undefined) throw new BadUse('Name one rule at a time: vlan-dojo explain RULE.')
  if (id === undefined) {
    io.stdout(ruleList(RULES))
    return EXIT.ok
  }
  const place = /^(.+):(\d+)$/.exec(id)
  if (place?.[1] && place[2]) {
    io.stdout(await explainLine(place[1], Number(place[2]), io))
    return EXIT.ok
  }
  const wanted = oneOf(
    RULES.map((rule) => rule.id),
    'explain',
    id,
  )
  const rule = RULES.find((each) => each.id === wanted)
  if (rule) io.stdout(rulePage(rule))
  return EXIT.ok
}
