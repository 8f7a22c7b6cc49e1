import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { BadUse } from '../edge/bad-use.ts'
import { EXIT } from '../edge/exit.ts'
import type { Io } from '../edge/io.ts'
import { jsonText } from '../report/json-text.ts'
import { lineReason, lineReasons } from '../report/line-reason.ts'
import { ruleList, rulePage } from '../report/rule-page.ts'
import { RULES } from '../rules/index.ts'
import { readArguments } from './arguments.ts'
import { oneOf } from './check/choices.ts'
import { explainLines } from './explain-lines.ts'

/** The options of `explain`, as its help has them. */
export const EXPLAIN_OPTIONS = { json: { type: 'boolean' } } as const

/** Prints a rule's page, the list of rules, or why lines of a file are there. */
export async function runExplain(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, EXPLAIN_OPTIONS)
  const [id, more] = positionals
  if (more !== undefined) throw new BadUse('Name one rule or one file at a time: vlan-dojo explain RULE.')
  if (id === undefined) {
    io.stdout(ruleList(RULES))
    return EXIT.ok
  }
  if (!/^[a-z]+\/[a-z0-9-]+$/.test(id) || (await isFile(id, io))) {
    await tellLines(id, values.json ?? false, io)
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

/** Why one line is there, for `FILE:LINE`, or every line of a file. */
async function tellLines(named: string, asJson: boolean, io: Io): Promise<void> {
  const [, path = named, number] = /^(.+):(\d+)$/.exec(named) ?? []
  const lines = await explainLines(path, number === undefined ? null : Number(number), io)
  const [only] = lines
  if (asJson)
    io.stdout(
      `${jsonText(
        lines.map(({ line, text, reason }) => ({ line, text, ...reason })),
        2,
      )}\n`,
    )
  else if (number !== undefined && only) io.stdout(lineReason(only))
  else io.stdout(lineReasons(path, lines))
}

async function isFile(path: string, { cwd }: Io): Promise<boolean> {
  return (await stat(resolve(cwd, path)).catch(() => null))?.isFile() ?? false
}
