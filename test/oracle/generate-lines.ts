/** `tsx test/oracle/generate-lines.ts COUNT SEED`: scenarios as lines of JSON, for the drivers of the real switches. */
import { scenarios } from './generate.ts'

const [count = '10', seed = '1'] = process.argv.slice(2)
for (const scenario of scenarios(Number(count), Number(seed)))
  process.stdout.write(`${JSON.stringify(scenario)}\n`)
