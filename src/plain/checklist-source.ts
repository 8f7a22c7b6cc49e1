import { type DeviceReading, readConfig, UnreadableConfig } from '../config/index.ts'
import { BadUse } from '../edge/bad-use.ts'
import type { Io } from '../edge/io.ts'
import { readInput } from '../edge/read-input.ts'
import { blankConfig, blankSwitch } from '../flow/checklist/blank-switch.ts'
import { checklistWords } from '../words/checklist.ts'
import { askChoice, askLine, LEAVE, type Talk } from './prompt.ts'

/** What a checklist is worked through on: a switch, and the text it came from. */
export type Source = {
  /** As the person wrote it; empty for a switch out of the box. */
  readonly path: string
  readonly text: string
  readonly fingerprint: string
  readonly device: DeviceReading
}

const BLANK = { name: 'SW1', profile: 'catalyst-2960', ports: 24 } as const

async function read(path: string, talk: Talk, io: Io): Promise<Source | typeof LEAVE | string> {
  try {
    const { text, fingerprint } = await readInput(path, io)
    const { devices } = readConfig(text, { path })
    if (devices.length > 1) talk.page.say(checklistWords.device)
    const chosen =
      devices.length > 1
        ? await askChoice(
            talk,
            devices.map(({ name }) => name),
          )
        : 0
    const device = chosen === LEAVE ? undefined : devices[chosen]
    return device ? { path, text, fingerprint, device } : LEAVE
  } catch (error) {
    if (error instanceof BadUse || error instanceof UnreadableConfig) return error.message
    throw error
  }
}

/** Asks for a configuration until one can be read. */
export async function askSource(talk: Talk, io: Io): Promise<Source | typeof LEAVE> {
  for (;;) {
    const line = await askLine(talk, checklistWords.source)
    if (line === LEAVE) return LEAVE
    const path = line.trim()
    if (path === '') {
      talk.page.say(checklistWords.blank)
      return { path: '', text: blankConfig(BLANK), fingerprint: '', device: blankSwitch(BLANK) }
    }
    const source = await read(path, talk, io)
    if (typeof source !== 'string') return source
    talk.page.say(source)
  }
}
