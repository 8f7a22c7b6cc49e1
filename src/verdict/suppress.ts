import { RULE_IDS } from '../rules/index.ts'
import type { SiteView } from '../rules/view.ts'
import { type Commented, commentedPorts } from './commented-ports.ts'
import type { Finding } from './finding.ts'
import { provenOn } from './prove.ts'

/** What every such comment holds. */
export const IGNORE_MARK = 'vlan-dojo-ignore'

/** `! vlan-dojo-ignore RULE -- reason`, written on the line above what it is about. */
const COMMENT = /^\s*[!#]\s*vlan-dojo-ignore\s+(\S+)(?:\s+--\s*(.*?))?\s*$/

/** A comment in a file that keeps a rule quiet about one port or line. */
export type Suppression = {
  readonly rule: string
  /** Empty where none was given: then nothing is kept quiet. */
  readonly reason: string
  readonly line: number
  /** The line it is about: the next one that is no comment. */
  readonly about: number
}

/** What was kept quiet, and by what. */
export type Suppressed = { readonly finding: Finding; readonly by: Suppression }

/** The suppressions a text holds. */
export function suppressionsIn({ lines }: Commented): Suppression[] {
  const found: Suppression[] = []
  for (const [index, { text, line }] of lines.entries()) {
    if (!text.includes(IGNORE_MARK)) continue
    const [, rule = '', reason = ''] = COMMENT.exec(text) ?? []
    if (rule === '') continue
    const next = lines.slice(index + 1).find((each) => !/^\s*[!#]|^\s*$/.test(each.text))
    found.push({ rule, reason, line, about: next?.line ?? line })
  }
  return found
}

/** Why a suppression does nothing, as a sentence for people; null where it is in order. */
export function faultOf({ rule, reason, line }: Suppression): string | null {
  if (!RULE_IDS.some((id) => id === rule)) return `Line ${line}: there is no rule "${rule}" to ignore.`
  return reason === ''
    ? `Line ${line}: nothing is ignored without a reason; write "-- why" behind the rule.`
    : null
}

/** Takes out of the findings what comments keep quiet; a finding on several ports loses those that are named. */
export function suppress(
  view: SiteView,
  reading: Commented,
  findings: readonly Finding[],
): { findings: Finding[]; suppressed: Suppressed[]; faults: string[] } {
  const comments = suppressionsIn(reading)
  if (comments.length === 0) return { findings: [...findings], suppressed: [], faults: [] }
  const valid = comments.filter((each) => faultOf(each) === null)
  const suppressed: Suppressed[] = []
  const left = findings.flatMap((finding) => {
    let rest = finding
    for (const by of valid) {
      if (by.rule !== finding.rule.id) continue
      const ports = commentedPorts(reading, by.about, rest)
      const whole = rest.ports.length === ports.length && (ports.length > 0 || rest.lines.includes(by.about))
      if (ports.length === 0 && !whole) continue
      suppressed.push({ finding: provenOn(view, rest, ports), by })
      if (whole) return []
      rest = provenOn(
        view,
        rest,
        rest.ports.filter((port) => !ports.includes(port)),
      )
    }
    return [rest]
  })
  return { findings: left, suppressed, faults: comments.flatMap((each) => faultOf(each) ?? []) }
}
