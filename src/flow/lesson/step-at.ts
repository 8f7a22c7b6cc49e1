import type { StepRef } from '../../content/step-ref.ts'
import { type Film, stepDeciding } from '../film.ts'

/** The index of the step that a reference means; null where the film has no such step. */
export function stepAt(film: Film, ref: StepRef): number | null {
  switch (ref.step) {
    case 'start':
      return 0
    case 'end':
      return film.steps.length - 1
    case 'decision': {
      const at = { device: ref.device, ...(ref.port === '' ? {} : { port: ref.port }) }
      return stepDeciding(film, ref.decision, at)?.index ?? null
    }
  }
}
