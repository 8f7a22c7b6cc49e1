import { fewPorts } from '../config/index.ts'
import type { UnsureLine } from '../verdict/unsure-lines.ts'

/** Lines that are told one by one; of more the rest is counted, since --explain lists them all. */
const MOST = 6

/** The lines that leave verdicts open, as sentences. */
export function unsureNotes(lines: readonly UnsureLine[]): string[] {
  const said = lines.slice(0, MOST).map(unsureSaid)
  const more = lines.length - said.length
  return more > 0
    ? [...said, `${more} more lines that were not understood leave it open too; --explain lists them.`]
    : said
}

/** One such line as a sentence, for formats that point at each. */
export function unsureSaid({ line, text, ports }: UnsureLine): string {
  const where = ports === null ? 'every port' : fewPorts(ports)
  return `Line ${line} "${text}" was not understood: what gets through at ${where} is unsure.`
}
