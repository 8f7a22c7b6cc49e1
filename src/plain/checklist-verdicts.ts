import { fewPorts } from '../config/index.ts'
import { witnessOf } from '../flow/checklist/witness.ts'
import { whereTheyPart } from '../flow/film.ts'
import type { Cell, Target } from '../verdict/cells.ts'
import type { Row, SiteVerdict } from '../verdict/matrix.ts'
import { checklistWords } from '../words/checklist.ts'
import { lessonWords } from '../words/lesson.ts'
import { tellSteps } from './film.ts'
import type { Page } from './page.ts'
import { askChoice, LEAVE, type Talk } from './prompt.ts'

function cellText({ attack, verdict, gravest }: Cell): string {
  const { cell, attack: names, verdict: words } = checklistWords
  return cell(names[attack], words[verdict], verdict === 'blocked' ? null : (gravest?.vlan ?? null))
}

/** Every attack on every group of ports, one line a group, and every service that was named. */
export function tellVerdicts(page: Page, verdict: SiteVerdict): void {
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

type Watchable = { readonly row: Row; readonly cell: Cell }

/** Lets the person choose an attack on their own ports and the VLAN it aims at, and tells it step by step. */
export async function watchAttack(talk: Talk, now: SiteVerdict, before: SiteVerdict): Promise<void> {
  const { page } = talk
  const all = now.rows.flatMap((row) =>
    row.cells.flatMap((cell): Watchable[] => (cell.gravest ? [{ row, cell }] : [])),
  )
  if (all.length === 0) return page.say(checklistWords.nothingToWatch)
  page.say(checklistWords.watch)
  const chosen = await askChoice(
    talk,
    all.map(({ row, cell }) => `${fewPorts(row.ports)}: ${cellText(cell)}`),
  )
  const watched = chosen === LEAVE ? undefined : all[chosen]
  const target = watched && (await whichTarget(talk, watched.cell))
  if (!watched || !target) return
  const witness = witnessOf({ row: watched.row, attack: watched.cell.attack, target }, before)
  if (!witness) return page.say(checklistWords.nothingToWatch)
  const { film, reached, earlier } = witness
  tellSteps(page, { film, captions: {} }, 0, film.steps.length)
  page.say(lessonWords.end[reached ? 'reached' : 'stopped'])
  if (!earlier) return
  const part = whereTheyPart(earlier, film)
  page.say(checklistWords.before(part + 1))
  tellSteps(page, { film: earlier, captions: {} }, part, earlier.steps.length)
}

/** The VLAN an attack aims at, where there are several. */
async function whichTarget(talk: Talk, { targets }: Cell): Promise<Target | undefined> {
  if (targets.length < 2) return targets[0]
  talk.page.say(checklistWords.whichVlan)
  const labels = targets.map(({ vlan, verdict }) =>
    checklistWords.target(vlan, checklistWords.verdict[verdict]),
  )
  const chosen = await askChoice(talk, labels)
  return chosen === LEAVE ? undefined : targets[chosen]
}
