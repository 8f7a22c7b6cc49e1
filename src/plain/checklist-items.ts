import type { Standing } from '../flow/checklist/standing.ts'
import { type ChecklistAction, type ChecklistState, standing } from '../flow/checklist.ts'
import type { CheckSource } from '../progress/check-source.ts'
import { checklistWords } from '../words/checklist.ts'
import { historyTurn } from './checklist-history.ts'
import { save } from './checklist-save.ts'
import { servicesTurn } from './checklist-services.ts'
import { tellVerdicts, watchAttack } from './checklist-verdicts.ts'
import { askChoice, askLetter, askLine, LEAVE, type Talk } from './prompt.ts'
import type { Sitting } from './sitting.ts'

const KEYS = ['b', 'f', 'e', 'u', 't', 'l', 'v', 'w', 'x', 'i', 'p', 's', 'h', '?'] as const

/** What a person does at an item. No action at all: something was only looked at or written. */
export async function itemTurn(
  sitting: Sitting,
  source: CheckSource,
  state: ChecklistState,
  now: Standing,
): Promise<readonly ChecklistAction[] | typeof LEAVE> {
  const { page, io } = sitting
  const { work } = source
  const item = now.items[state.item]
  if (!item) return LEAVE
  const commands = now.patch.commands.filter(({ line }) => !line.startsWith('interface ')).length
  if (commands > 0) page.say(checklistWords.taken(commands))
  const letter = await askLetter(sitting, checklistWords.keys, KEYS)
  switch (letter) {
    case LEAVE:
      return LEAVE
    case 'enter':
      if (state.item + 1 < now.items.length) return [{ do: 'next' }]
      page.say(checklistWords.lastItem)
      return []
    case 'b':
      return [{ do: 'back' }]
    case 'f':
      if (item.fix.length > 0) return [{ do: 'edit', lines: item.fix }]
      page.say(checklistWords.nothingToFix)
      return []
    case 'e':
      return await typedLines(sitting)
    case 'u':
      return [{ do: 'undo' }]
    case 't':
      return [{ do: 'tick', tick: item.state === 'done' ? null : 'done' }]
    case 'l':
      return [{ do: 'tick', tick: item.state === 'accepted' ? null : 'accepted' }]
    case 'i':
      return await chosenItem(sitting, now)
    case 'p':
      return [{ do: 'to-purposes' }]
    case 's':
      return await servicesTurn(sitting, now.after, state.services)
    case 'h':
      return await historyTurn(sitting, work, state)
    case 'v':
      tellVerdicts(page, now.verdict)
      return []
    case 'w':
      await watchAttack(sitting, now.verdict, standing(work, { ...state, edits: [] }).verdict)
      return []
    case 'x':
      await save(sitting, io, source, now)
      return []
    case '?':
      page.say(checklistWords.allKeys)
      return []
  }
}

/** Lists every item with its state, and goes to the one that is chosen. */
async function chosenItem(talk: Talk, { items }: Standing): Promise<readonly ChecklistAction[]> {
  const chosen = await askChoice(
    talk,
    items.map(({ item, state }) => checklistWords.listed(item.id, checklistWords.stateShort[state])),
  )
  return chosen === LEAVE ? [] : [{ do: 'goto', item: chosen }]
}

/** Takes lines of configuration up to an empty one, or to the end of the input. */
async function typedLines(talk: Talk): Promise<readonly ChecklistAction[]> {
  const first = await askLine(talk, checklistWords.edit)
  if (first === LEAVE) return []
  const lines: string[] = []
  for (let line: string | null = first; line !== null && line.trim() !== ''; line = await talk.answers.line())
    lines.push(line)
  return lines.length === 0 ? [] : [{ do: 'edit', lines }]
}
