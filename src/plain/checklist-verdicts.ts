import { fewPorts } from '../config/index.ts'
import type { Standing } from '../flow/checklist/standing.ts'
import { filmOf } from '../flow/film.ts'
import type { Cell, Target } from '../verdict/cells.ts'
import type { Row } from '../verdict/matrix.ts'
import { checklistWords } from '../words/checklist.ts'
import { lessonWords } from '../words/lesson.ts'
import { tellSteps } from './film.ts'
import { askChoice, LEAVE, type Talk } from './prompt.ts'

function cellText({ attack, verdict, gravest }: Cell): string {
  const { cell, attack: names, verdict: words } = checklistWords
  return cell(names[attack], words[verdict], verdict === 'blocked' ? null : (gravest?.vlan ?? null))
}

/** Every attack on every group of ports, one line a group, and every service that was named. */
export function tellVerdicts({ page }: Talk, { verdict }: Standing): void {
  const rows = verdict.rows.filter(({ cells }) => cells.length > 0)
  page.say(rows.length > 0 ? checklistWords.verdicts : checklistWords.noRows)
  for (const { ports, purpose, cells } of rows) {
    const head = checklistWords.row(fewPorts(ports), purpose ?? '')
    page.say(`${head} ${cells.map(cellText).join('; ')}.`, '- ', '  ')
  }
  for (const { service, works } of verdict.services)
    page.say(checklistWords.service(service.name, works), '- ', '  ')
  for (const sentence of verdict.assumptions) page.say(sentence)
}

type Watchable = { readonly row: Row; readonly cell: Cell; readonly target: Target }

/** Lets the person choose an attack on their own ports and tells it step by step. */
export async function watchAttack(talk: Talk, { verdict }: Standing): Promise<typeof LEAVE | null> {
  const { page } = talk
  const all = verdict.rows.flatMap((row) =>
    row.cells.flatMap((cell): Watchable[] => (cell.gravest ? [{ row, cell, target: cell.gravest }] : [])),
  )
  if (all.length === 0) {
    page.say(checklistWords.nothingToWatch)
    return null
  }
  page.say(checklistWords.watch)
  const chosen = await askChoice(
    talk,
    all.map(({ row, cell }) => `${fewPorts(row.ports)}: ${cellText(cell)}`),
  )
  if (chosen === LEAVE) return LEAVE
  const evidence = all[chosen]?.target.film().evidence
  if (!evidence) {
    page.say(checklistWords.nothingToWatch)
    return null
  }
  const film = filmOf(evidence.trace, evidence.proof)
  tellSteps(page, { film, captions: {} }, 0, film.steps.length)
  page.say(lessonWords.end[evidence.reached ? 'reached' : 'stopped'])
  return null
}
