import { MOTIONS, SPEEDS } from '../flow/pace.ts'
import { either, flag, listOf, number, oneOf, shape, tableOf, text } from './decode.ts'
import type { Draft } from './draft.ts'
import { type Attempt, CONFIDENCES, type LessonProgress, type Progress } from './progress.ts'
import { type Settings, THEMES } from './settings.ts'
import type { FileForm } from './stored.ts'

const attempt = shape<Attempt>({
  choice: either(text, oneOf(null)),
  confidence: oneOf(...CONFIDENCES),
  right: flag,
  at: number,
})

const lesson = shape<LessonProgress>({
  status: oneOf('begun', 'finished'),
  attempts: tableOf(listOf(attempt)),
  reviews: number,
  nextReview: either(number, oneOf(null)),
})

const settings = shape<Settings>({
  theme: oneOf(...THEMES, 'auto'),
  motion: oneOf(...MOTIONS, 'auto'),
  ascii: either(flag, oneOf('auto')),
  speed: oneOf(...SPEEDS),
})

/** The file of progress and settings. A recorded file of each version stands in the tests: a changed form needs a new version. */
export const PROGRESS_FORM: FileForm<Progress> = {
  version: 1,
  migrations: {},
  read: shape<Progress>({ lessons: tableOf(lesson), settings }),
}

/** The file of one draft of a checklist. */
export const DRAFT_FORM: FileForm<Draft> = {
  version: 1,
  migrations: {},
  read: shape<Draft>({
    checklist: text,
    path: text,
    device: text,
    fingerprint: text,
    purposes: tableOf(text),
    items: tableOf(text),
    edits: listOf(text),
    savedAt: number,
  }),
}
