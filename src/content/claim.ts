import { type Assertion, readAssertions } from './assertion.ts'
import { SITUATION_FIELDS } from './film-spec.ts'
import { readSituation, type Situation } from './prediction.ts'
import type { Place } from './problem.ts'
import type { YamlValue } from './yaml-value.ts'

/**
 * A sentence of the lesson's prose, word by word, and what makes it true: assertions that the simulator must satisfy, or the
 * source of a fact that no simulator can show (a date, a document).
 */
export type Claim = {
  readonly place: Place
  readonly says: string
  readonly situation: Situation
  readonly holds: readonly Assertion[]
  /** A section of the facts, such as `J1`; empty where `holds` proves it. */
  readonly source: string
}

/** Reads one entry of a `yaml claims` block. */
export function readClaim(value: YamlValue): Claim {
  const fields = value.fields(['says'], ['holds', 'source', ...SITUATION_FIELDS])
  if (!fields.holds === !fields.source) {
    throw value.problem(
      'give either "holds" (what the simulator must satisfy) or "source" (a section of the facts).',
    )
  }
  return {
    place: value.place,
    says: fields.says.text(),
    situation: readSituation(fields),
    holds: fields.holds ? readAssertions(fields.holds) : [],
    source: fields.source?.text() ?? '',
  }
}
