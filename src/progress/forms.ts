import { CONFIDENCES, type Given } from '../flow/lesson/feedback.ts'
import type { LessonPlace } from '../flow/lesson/place.ts'
import { MOTIONS, SPEEDS } from '../flow/pace.ts'
import { either, flag, listOf, number, oneOf, shape, tableOf, text } from './decode.ts'
import type { Draft, KeptService } from './draft.ts'
import type { Attempt, LessonProgress, Progress } from './progress.ts'
import { type Settings, THEMES } from './settings.ts'
import type { FileForm } from './stored.ts'

const answer = { choice: either(text, oneOf(null)), confidence: oneOf(...CONFIDENCES) }

const attempt = shape<Attempt>({ ...answer, right: flag, at: number })

const place = shape<LessonPlace>({
  part: number,
  step: number,
  given: tableOf(shape<Given>(answer)),
  drafts: tableOf(text),
})

const lesson = shape<LessonProgress>({
  status: oneOf('begun', 'finished'),
  attempts: tableOf(listOf(attempt)),
  reviews: number,
  nextReview: either(number, oneOf(null)),
  place: either(place, oneOf(null)),
})

const settings = shape<Settings>({
  theme: oneOf(...THEMES, 'auto'),
  motion: oneOf(...MOTIONS, 'auto'),
  ascii: either(flag, oneOf('auto')),
  speed: oneOf(...SPEEDS),
})

/** Version 2 has the place at which a lesson was left. What is no progress at all is left to the form. */
function withPlaces(value: unknown): unknown {
  const { lessons = {} } = Object(value) as { lessons?: Record<string, object> }
  const placed = Object.entries(Object(lessons) as Record<string, object>).map(
    ([id, each]) => [id, { ...each, place: null }] as const,
  )
  return { ...Object(value), lessons: Object.fromEntries(placed) }
}

/** The file of progress and settings. A recorded file of each version stands in the tests: a changed form needs a new version. */
export const PROGRESS_FORM: FileForm<Progress> = {
  version: 2,
  migrations: { 1: withPlaces },
  read: shape<Progress>({ lessons: tableOf(lesson), settings }),
}

/** Version 2 has the platform and the services that a person named. */
function withServices(value: unknown): unknown {
  return { profile: '', services: [], ...Object(value) }
}

/** The file of one draft of a checklist. */
export const DRAFT_FORM: FileForm<Draft> = {
  version: 2,
  migrations: { 1: withServices },
  read: shape<Draft>({
    checklist: text,
    path: text,
    device: text,
    fingerprint: text,
    profile: text,
    purposes: tableOf(text),
    services: listOf(shape<KeptService>({ name: text, vlan: number, ports: listOf(text) })),
    items: tableOf(text),
    edits: listOf(text),
    savedAt: number,
  }),
}
