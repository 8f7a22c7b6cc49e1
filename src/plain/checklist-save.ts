import { resolve } from 'node:path'
import { BadUse } from '../edge/bad-use.ts'
import { expandHome } from '../edge/complete-path.ts'
import type { Io } from '../edge/io.ts'
import { writeOutput } from '../edge/write-output.ts'
import { nameFor, SAVED, savedText } from '../flow/checklist/saved-text.ts'
import type { Standing } from '../flow/checklist/standing.ts'
import type { CheckSource } from '../progress/check-source.ts'
import { checklistWords } from '../words/checklist.ts'
import { plainWords } from '../words/plain.ts'
import { askChoice, askLine, LEAVE, type Talk } from './prompt.ts'

/** Writes to a file the person names. One that is there already is replaced only when they say so. */
async function write(talk: Talk, io: Io, path: string, text: string): Promise<void> {
  const { page } = talk
  try {
    if ((await writeOutput(path, text, io)) === 'exists') {
      page.say(checklistWords.exists(resolve(io.cwd, path)))
      if ((await askChoice(talk, checklistWords.replaceChoices)) !== 0) return
      await writeOutput(path, text, io, { replace: true })
    }
    page.say(checklistWords.saved(resolve(io.cwd, path)))
  } catch (error) {
    if (!(error instanceof BadUse)) throw error
    page.say(error.message)
  }
}

/** Offers to write the changed configuration, the patch or the way back. */
export async function save(talk: Talk, io: Io, source: CheckSource, now: Standing): Promise<void> {
  const { page } = talk
  if (now.patch.commands.length === 0) {
    page.say(checklistWords.nothingToSave)
    return
  }
  page.say(checklistWords.save)
  const chosen = await askChoice(talk, checklistWords.saveChoices)
  const what = chosen === LEAVE ? undefined : SAVED[chosen]
  if (!what) return
  const origin = { text: source.text, path: source.path, before: source.work.before }
  const name = nameFor(what, origin)
  const typed = await askLine(talk, `${checklistWords.saveAs} ${plainWords.enterTakes(name)}`)
  if (typed !== LEAVE) await write(talk, io, expandHome(typed.trim() || name), savedText(what, origin, now))
}
