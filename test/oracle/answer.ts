/**
 * `npm run -s oracle:answer -- --profile linux|ovs|vde < scenarios.jsonl`: answers each scenario with our simulator, one line
 * each, in the form in which the drivers of the real switches answer.
 */
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { answerLine } from './answer-line.ts'
import { answerOf, ORACLES, type Scenario } from './scenario.ts'

const { values } = parseArgs({ options: { profile: { type: 'string' } } })
const oracle = ORACLES.find((name) => name === values.profile)
if (!oracle) {
  process.stderr.write(`--profile must be one of ${ORACLES.join(', ')}.\n`)
  process.exitCode = 2
} else {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== '')
      process.stdout.write(`${answerLine(answerOf(JSON.parse(line) as Scenario, oracle))}\n`)
  }
}
