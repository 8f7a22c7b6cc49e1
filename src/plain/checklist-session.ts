import { resolve } from 'node:path'
import { fewPorts } from '../config/index.ts'
import type { Checklist } from '../content/checklist.ts'
import type { Io } from '../edge/io.ts'
import type { Standing } from '../flow/checklist/standing.ts'
import {
  type ChecklistAction,
  type ChecklistState,
  type ChecklistWork,
  checklistFlow,
  openChecklist,
  standing,
  startChecklist,
} from '../flow/checklist.ts'
import { PURPOSES } from '../rules/purpose.ts'
import { checklistWords } from '../words/checklist.ts'
import { tellItem } from './checklist-item.ts'
import { save } from './checklist-save.ts'
import { askSource, type Source } from './checklist-source.ts'
import { tellVerdicts, watchAttack } from './checklist-verdicts.ts'
import { askChoice, askLetter, askLine, LEAVE, type Talk } from './prompt.ts'

/** What was kept of a checklist, and how to keep it: the caller owns the store. */
export type Kept = {
  readonly load: (
    source: Source,
    path: string,
  ) => { readonly state: Partial<ChecklistState>; readonly isStale: boolean } | null
  readonly keep: (source: Source, path: string, state: ChecklistState) => void
}

/** Goes through a checklist in lines of text: a file or nothing, what hangs on the ports, the items, files to write. */
export async function checklistSession(checklist: Checklist, talk: Talk, io: Io, kept: Kept): Promise<void> {
  const { page } = talk
  page.heading(checklist.title, '=')
  page.say(checklist.about)
  const source = await askSource(talk, io)
  if (source === LEAVE) return
  const path = source.path === '' ? '' : resolve(io.cwd, source.path)
  const work = openChecklist(checklist, source.device)
  const start = await resumed(talk, work, kept.load(source, path))
  if (start === LEAVE) return
  let state = start
  for (;;) {
    const turn =
      state.doing === 'purposes'
        ? await purposeTurn(talk, work, state)
        : await itemTurn(talk, work, state, io, source)
    if (turn === LEAVE) break
    for (const action of turn) state = checklistFlow(work, state, action)
    if (state.refused) page.say(checklistWords.refused(state.refused.line, state.refused.answer.text))
    kept.keep(source, path, state)
  }
  page.say(checklistWords.kept)
}

async function resumed(
  talk: Talk,
  work: ChecklistWork,
  draft: ReturnType<Kept['load']>,
): Promise<ChecklistState | typeof LEAVE> {
  if (!draft) return startChecklist(work)
  talk.page.say(checklistWords.resume)
  const chosen = await askChoice(talk, checklistWords.resumeChoices)
  if (chosen === LEAVE) return LEAVE
  if (chosen === 1) return startChecklist(work)
  if (draft.isStale) talk.page.say(checklistWords.changedFile)
  return startChecklist(work, draft.state)
}

type Turn = readonly ChecklistAction[] | typeof LEAVE

async function purposeTurn(talk: Talk, work: ChecklistWork, { group }: ChecklistState): Promise<Turn> {
  const { page } = talk
  const asked = work.groups[group]
  if (!asked) return [{ do: 'to-items' }]
  page.line()
  page.say(checklistWords.whatHangs(fewPorts(asked.ports)))
  if (asked.ports.length > 1) page.say(checklistWords.equal(asked.ports.length))
  if (asked.descriptions.length > 0) page.say(checklistWords.described(asked.descriptions))
  const choices = PURPOSES.map((purpose) => {
    const hint = purpose === asked.suggestion ? ` (${checklistWords.suggests})` : ''
    return `${checklistWords.purpose[purpose]}${hint}`
  })
  const chosen = await askChoice(talk, [...choices, checklistWords.unasked])
  return chosen === LEAVE ? LEAVE : [{ do: 'purpose', purpose: PURPOSES[chosen] ?? null }]
}

const KEYS = ['b', 'f', 'e', 'u', 't', 'l', 'v', 'w', 'x'] as const

async function itemTurn(
  talk: Talk,
  work: ChecklistWork,
  state: ChecklistState,
  io: Io,
  source: Source,
): Promise<Turn> {
  const { page } = talk
  const now = standing(work, state)
  const item = now.items[state.item]
  if (!item) return LEAVE
  tellItem(page, item, state.item + 1, now.items.length)
  const commands = now.patch.commands.filter(({ line }) => !line.startsWith('interface ')).length
  if (commands > 0) page.say(checklistWords.taken(commands))
  const letter = await askLetter(talk, checklistWords.keys, KEYS)
  switch (letter) {
    case LEAVE:
      return LEAVE
    case 'f':
      if (item.fix.length === 0) page.say(checklistWords.nothingToFix)
      return [{ do: 'edit', lines: item.fix }]
    case 'e':
      return await typedLines(talk)
    case 'u':
      return [{ do: 'undo' }]
    case 't':
      return [{ do: 'tick', tick: item.state === 'done' ? null : 'done' }]
    case 'l':
      return [{ do: 'tick', tick: item.state === 'accepted' ? null : 'accepted' }]
    case 'v':
    case 'w':
    case 'x':
      return (await aside(letter, talk, now, io, source)) === LEAVE ? LEAVE : []
    default:
      return [{ do: letter === 'b' ? 'back' : 'next' }]
  }
}

async function aside(
  letter: 'v' | 'w' | 'x',
  talk: Talk,
  now: Standing,
  io: Io,
  source: Source,
): Promise<typeof LEAVE | null> {
  if (letter === 'w') return await watchAttack(talk, now)
  if (letter === 'x') return await save(talk, io, source, now)
  tellVerdicts(talk, now)
  return null
}

async function typedLines(talk: Talk): Promise<Turn> {
  const lines: string[] = []
  for (;;) {
    const line = lines.length === 0 ? await askLine(talk, checklistWords.edit) : await talk.answers.line()
    if (line === LEAVE || line === null) return LEAVE
    if (line.trim() === '') return [{ do: 'edit', lines }]
    lines.push(line)
  }
}
