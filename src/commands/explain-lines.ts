import { readConfig, UnreadableConfig } from '../config/index.ts'
import { blankSecrets } from '../config/secrets.ts'
import { BadUse } from '../edge/bad-use.ts'
import type { Io } from '../edge/io.ts'
import { readInput } from '../edge/read-input.ts'
import type { ExplainedLine } from '../report/line-reason.ts'
import type { Site } from '../rules/site.ts'
import { isHeader, whyLines } from '../verdict/why-line.ts'
import { printable } from '../words/printable.ts'
import { folderOf, settingsFor } from './check/settings-file.ts'
import { siteOf } from './check/site-of.ts'

/**
 * Why lines of a file are there: the attacks and services that change when each goes. One line where its number is given, else every
 * line that is simulated. Throws `BadUse` for a file or a line that is not there.
 */
export async function explainLines(path: string, line: number | null, io: Io): Promise<ExplainedLine[]> {
  const { text } = await readInput(path, io)
  const written = text.split('\n')
  if (line !== null && written[line - 1] === undefined)
    throw new BadUse(`${printable(path)} has no line ${line}.`)
  const settings = await settingsFor(folderOf(path, io.cwd))
  const read = (each: string) =>
    readConfig(each, { path, dialect: settings.dialect, profile: settings.platform })
  const site = (each: string): Site => siteOf(read(each).devices, [], settings).site
  try {
    const lines = line === null ? simulatedLines(read(text)) : [line]
    const reasons = whyLines(text, lines, site)
    return lines.map((number) => ({
      line: number,
      text: blankSecrets(written[number - 1] ?? ''),
      reason: reasons.next().value ?? { attacks: [], services: [] },
    }))
  } catch (error) {
    if (error instanceof UnreadableConfig) throw new BadUse(printable(error.message))
    throw error
  }
}

function simulatedLines({ devices }: ReturnType<typeof readConfig>): number[] {
  const lines = devices.flatMap((reading) =>
    [...reading.lines]
      .filter(({ state, text }) => state === 'modelled' && !isHeader(text))
      .map(({ line }) => line),
  )
  return [...new Set(lines)].sort((a, b) => a - b)
}
