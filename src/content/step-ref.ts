import { DECISIONS, type DecisionId } from '../net/decisions.ts'
import type { Place } from './problem.ts'
import type { YamlValue } from './yaml-value.ts'

/** A step of a film as authors name it: a decision on a device (and a port), the end, or the start. Never a number. */
export type StepRef = { readonly place: Place } & (
  | {
      readonly step: 'decision'
      readonly decision: DecisionId
      readonly device: string
      readonly port: string
    }
  | { readonly step: 'start' | 'end' }
)

/** Whether this is the name of a decision. */
export function isDecision(word: string | undefined): word is DecisionId {
  return word !== undefined && Object.hasOwn(DECISIONS, word)
}

/** The decisions whose names are near this word, for a message. */
export function decisionsLike(word: string): string {
  const [family = ''] = word.split('/')
  const near = Object.keys(DECISIONS).filter((id) => id.startsWith(`${family}/`))
  return (near.length > 0 ? near : Object.keys(DECISIONS)).join(', ')
}

/** Reads `SW1 Gi0/24 out/native-untagged`, `SW1 dtp/becomes-trunk`, `start` or `end`. */
export function readStepRef(value: YamlValue): StepRef {
  const text = value.text()
  if (text === 'start' || text === 'end') return { step: text, place: value.place }
  const words = text.split(/\s+/)
  const decision = words.at(-1)
  const [device] = words
  if (!device || words.length < 2 || words.length > 3) {
    throw value.problem('expected a step, such as "SW1 Gi0/24 out/native-untagged", "start" or "end".')
  }
  if (!isDecision(decision)) {
    throw value.problem(`there is no decision "${decision}". Known ones: ${decisionsLike(decision ?? '')}.`)
  }
  return {
    step: 'decision',
    decision,
    device,
    port: words.length === 3 ? (words[1] ?? '') : '',
    place: value.place,
  }
}
