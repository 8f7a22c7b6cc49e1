import { resolve } from 'node:path'
import { BadUse } from '../edge/bad-use.ts'
import type { Io } from '../edge/io.ts'
import { writeOutput } from '../edge/write-output.ts'
import { fixedText } from '../flow/checklist/fixed-text.ts'
import { patchScript } from '../flow/checklist/patch-script.ts'
import type { Standing } from '../flow/checklist/standing.ts'
import { checklistWords } from '../words/checklist.ts'
import type { Source } from './checklist-source.ts'
import { askChoice, askLine, LEAVE, type Talk } from './prompt.ts'

/** Writes to a file the person names. One that is there already is replaced only when they say so. */
async function write(talk: Talk, io: Io, path: string, text: string): Promise<typeof LEAVE | null> {
  const { page } = talk
  try {
    if ((await writeOutput(path, text, io)) === 'exists') {
      page.say(checklistWords.exists(resolve(io.cwd, path)))
      const chosen = await askChoice(talk, checklistWords.replaceChoices)
      if (chosen !== 0) return chosen === LEAVE ? LEAVE : null
      await writeOutput(path, text, io, { replace: true })
    }
    page.say(checklistWords.saved(resolve(io.cwd, path)))
  } catch (error) {
    if (!(error instanceof BadUse)) throw error
    page.say(error.message)
  }
  return null
}

/** Offers to write the changed configuration, the patch or the way back. */
export async function save(
  talk: Talk,
  io: Io,
  source: Source,
  { after, patch }: Standing,
): Promise<typeof LEAVE | null> {
  const { page } = talk
  if (patch.commands.length === 0) {
    page.say(checklistWords.nothingToSave)
    return null
  }
  page.say(checklistWords.save)
  const chosen = await askChoice(talk, checklistWords.saveChoices)
  if (chosen === LEAVE) return LEAVE
  const texts = [
    () => fixedText(source.text, source.path || source.device.name, source.device, after),
    () => patchScript(after, patch.commands),
    () => patchScript(after, patch.rollback),
  ]
  const text = texts[chosen]
  if (!text) return null
  const path = await askLine(talk, checklistWords.saveAs)
  if (path === LEAVE) return LEAVE
  return path.trim() === '' ? null : await write(talk, io, path.trim(), text())
}
