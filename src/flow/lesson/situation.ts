import type { Changes } from '../../content/changes.ts'
import { NO_CHANGES, type Typed } from '../../content/changes.ts'
import type { Action, FilmSpec } from '../../content/film-spec.ts'
import type { Lesson, Part } from '../../content/lesson.ts'
import type { Situation } from '../../content/prediction.ts'
import { ContentProblem, type Place } from '../../content/problem.ts'
import type { Asked } from './holds.ts'
import { stage } from './stage.ts'

/** Lines typed below others, switch by switch. */
export function typedBelow(above: Typed, below: Typed): Typed {
  const names = new Set([...Object.keys(above), ...Object.keys(below)])
  return Object.fromEntries(
    [...names].map((name) => [name, [above[name], below[name]].filter((text) => text).join('\n')]),
  )
}

/** Changes on top of others. */
export function changedBy(first: Changes, second: Changes): Changes {
  return {
    typed: typedBelow(first.typed, second.typed),
    profiles: { ...first.profiles, ...second.profiles },
    assume: { ...first.assume, ...second.assume },
  }
}

/** The film a part shows, or the last one before it; null where there is none yet. */
export function filmFor(lesson: Lesson, part: Part): FilmSpec | null {
  const upTo = lesson.parts.slice(0, lesson.parts.indexOf(part) + 1)
  const found = upTo.findLast((each) => each.kind === 'film')
  return found?.kind === 'film' ? found.film : null
}

/** The first film of a lesson: what its claims are about where they do not say. */
export function firstFilm(lesson: Lesson): FilmSpec | null {
  const found = lesson.parts.find((part) => part.kind === 'film')
  return found?.kind === 'film' ? found.film : null
}

/** Whether a situation is another than the film it stands beside. */
export function isOther({ action, changes }: Situation): boolean {
  return action !== null || JSON.stringify(changes) !== JSON.stringify(NO_CHANGES)
}

/** Runs an action under changes of the scene. */
export function run({ scene }: Lesson, action: Action, changes: Changes, place: Place): Asked {
  return { scene, action, changes, staged: stage(scene, action, changes, place) }
}

/**
 * Runs a situation beside a film: the film itself where the situation says nothing else; otherwise its own changes of the scene as
 * it stands, with the film's action where it has none.
 */
export function ask(lesson: Lesson, film: FilmSpec | null, situation: Situation, place: Place): Asked {
  if (film && !isOther(situation)) return run(lesson, film.action, film.changes, place)
  const action = situation.action ?? film?.action
  if (!action)
    throw new ContentProblem(
      place,
      'Nothing happens here to be asked about. Put a film above, or give an action.',
    )
  return run(lesson, action, situation.changes, place)
}

/** The action with every way the attack can be tried, not only the one the film shows. */
export function everyVariant(action: Action): Action {
  return action.do === 'attack' ? { ...action, variant: null } : action
}
