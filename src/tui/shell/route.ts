import type { DeviceReading, Patch } from '../../config/index.ts'
import type { Lesson } from '../../content/lesson.ts'
import type { ChecklistState } from '../../flow/checklist.ts'
import type { Film } from '../../flow/film.ts'
import type { SiteVerdict } from '../../verdict/matrix.ts'
import type { CheckSource } from '../screens/check/source.ts'
import type { Offer } from './navigation.ts'

/** Where a person can be. A new screen is a file in screens/, a member of this union and a line in `screen-for.tsx`. */
export type Route =
  | { readonly at: 'home' }
  | { readonly at: 'help'; readonly offer: Offer }
  | { readonly at: 'glossary'; readonly term: string | null }
  | { readonly at: 'settings' }
  | { readonly at: 'lesson'; readonly lesson: Lesson; readonly part?: number }
  | { readonly at: 'search' }
  | { readonly at: 'review'; readonly due: readonly string[] }
  | { readonly at: 'check' }
  | {
      readonly at: 'checklist'
      readonly source: CheckSource
      readonly kept: Partial<Pick<ChecklistState, 'purposes' | 'ticks' | 'edits'>>
    }
  | { readonly at: 'verdicts'; readonly now: SiteVerdict; readonly before: SiteVerdict }
  | {
      readonly at: 'save'
      readonly source: CheckSource
      readonly after: DeviceReading
      readonly patch: Patch
    }
  /** A film by itself: the witness of a verdict. */
  | { readonly at: 'film'; readonly title: string; readonly film: Film; readonly before: Film | null }
