import { dirname, resolve } from 'node:path'
import { readConfig, UnreadableConfig } from '../config/index.ts'
import { blankSecrets } from '../config/secrets.ts'
import { BadUse } from '../edge/bad-use.ts'
import type { Io } from '../edge/io.ts'
import { readInput } from '../edge/read-input.ts'
import { lineReason } from '../report/line-reason.ts'
import type { Site } from '../rules/site.ts'
import { whyLine } from '../verdict/why-line.ts'
import { printable } from '../words/printable.ts'
import { settingsFor } from './check/settings-file.ts'
import { siteOf } from './check/site-of.ts'

/** Why a line of a file is there: the attacks and services that change when it goes. */
export async function explainLine(path: string, line: number, io: Io): Promise<string> {
  const { text } = await readInput(path, io)
  const written = text.split('\n')[line - 1]
  if (written === undefined) throw new BadUse(`${printable(path)} has no line ${line}.`)
  const settings = await settingsFor(dirname(resolve(io.cwd, path)))
  const read = (each: string): Site => {
    const { devices } = readConfig(each, { path, dialect: settings.dialect, profile: settings.platform })
    return siteOf(devices, [], settings).site
  }
  try {
    return lineReason(blankSecrets(written), line, whyLine(text, line, read))
  } catch (error) {
    if (error instanceof UnreadableConfig) throw new BadUse(printable(error.message))
    throw error
  }
}
