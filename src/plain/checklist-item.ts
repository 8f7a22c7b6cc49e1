import { fewPorts } from '../config/index.ts'
import { plainText } from '../content/prose.ts'
import type { Standing } from '../flow/checklist/standing.ts'
import type { Finding } from '../verdict/finding.ts'
import { checklistWords } from '../words/checklist.ts'
import { optionAsked } from '../words/options.ts'
import type { Page } from './page.ts'

function tellFinding(page: Page, { ports, message, judgement }: Finding): void {
  page.say(checklistWords.finding(fewPorts(ports), message), '- ', '  ')
  const { evidence, verdict, dependsOn } = judgement
  if (!evidence) return
  const attack = checklistWords.attack[evidence.attack]
  const on = dependsOn.map(({ option }) => optionAsked(option)).join(', and ')
  page.say(checklistWords.judged[verdict](attack, on), '  ')
}

/** An item with its reason, its cost, and what the simulation says of it now. */
export function tellItem(page: Page, { items }: Standing, index: number): void {
  const standing = items[index]
  if (!standing) return
  const { item, group, state, findings, fix, cuts } = standing
  page.line()
  page.say(checklistWords.item(index + 1, items.length, group))
  page.say(`${item.id}: ${plainText(item.says)}`)
  page.say(checklistWords.why(plainText(item.why)))
  page.say(checklistWords.cost(plainText(item.cost)))
  page.say(checklistWords.state[state])
  for (const finding of findings) tellFinding(page, finding)
  if (fix.length > 0) {
    page.say(checklistWords.fix)
    for (const line of fix) page.line(`  ${line}`)
  }
  if (cuts.length > 0) page.say(checklistWords.cuts(cuts))
}
