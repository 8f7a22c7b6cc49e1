import type { Attempt } from '../rules/rule.ts'
import { portOf, type SiteView } from '../rules/view.ts'
import type { Doubt } from './judgement.ts'

/** The lines not understood that attempts rest on: those of their entries and of every port on their ways, each once. */
export function doubtsOn(view: SiteView, ...attempts: readonly Attempt[]): Doubt[] {
  const ports = attempts.flatMap(({ from, way }) => [
    from,
    ...way.flatMap((out) => [out, portOf(view, out)?.peer ?? out]),
  ])
  const doubts = new Map<string, Doubt>()
  for (const end of ports) {
    for (const { line, text } of portOf(view, end)?.doubts ?? []) {
      doubts.set(`${end.device} ${line}`, { device: end.device, line, text })
    }
  }
  return [...doubts.values()]
}
