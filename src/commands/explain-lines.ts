import { type FileReading, readConfig, UnreadableConfig } from '../config/index.ts'
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
  const siteIn = ({ devices, hypervisors }: Pick<FileReading, 'devices' | 'hypervisors'>): Site =>
    siteOf(devices, hypervisors, settings).site
  const read = (each: string) =>
    readConfig(each, { path, dialect: settings.dialect, profile: settings.platform })
  try {
    const whole = read(text)
    const lines = line === null ? simulatedLines(whole) : [line]
    const reasons = whyLines(text, lines, (each) =>
      siteIn(each === text ? whole : orNothing(() => read(each))),
    )
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

/** A text that one line made a configuration is none without it: nothing is left to attack, or to say. */
function orNothing(read: () => FileReading): Pick<FileReading, 'devices' | 'hypervisors'> {
  try {
    return read()
  } catch (error) {
    if (error instanceof UnreadableConfig) return { devices: [], hypervisors: [] }
    throw error
  }
}

function simulatedLines({ devices, hypervisors }: FileReading): number[] {
  const lines = [...devices, ...hypervisors].flatMap((reading) =>
    [...reading.lines]
      .filter(({ state, text }) => state === 'modelled' && !isHeader(text))
      .map(({ line }) => line),
  )
  return [...new Set(lines)].sort((a, b) => a - b)
}
