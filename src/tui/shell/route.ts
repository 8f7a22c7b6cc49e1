import type { DeviceReading, Patch } from '../../config/index.ts'
import type { WorldSpec } from '../../config/ios/console/index.ts'
import type { Lesson } from '../../content/lesson.ts'
import type { ChecklistState, ChecklistWork, KeptChecklist } from '../../flow/checklist.ts'
import type { Film } from '../../flow/film.ts'
import type { CheckSource } from '../../progress/check-source.ts'
import type { DraftKey } from '../../progress/draft.ts'
import type { Service } from '../../rules/site.ts'
import type { SiteVerdict } from '../../verdict/matrix.ts'
import type { Term } from '../../words/glossary.ts'
import type { Offer } from './navigation.ts'

/** Where a person can be. A new screen is a file in screens/, a member of this union and a line in `screen-for.tsx`. */
export type Route =
  | { readonly at: 'home' }
  | { readonly at: 'help'; readonly offer: Offer }
  | { readonly at: 'glossary'; readonly terms?: readonly Term[] }
  | { readonly at: 'settings' }
  | { readonly at: 'lesson'; readonly lesson: Lesson; readonly part?: number }
  | { readonly at: 'search' }
  | { readonly at: 'review'; readonly due: readonly string[] }
  | { readonly at: 'tour' }
  /** The way into a checklist: at its menu, at the field for a file, or on with a draft. */
  | { readonly at: 'check'; readonly begin?: 'file' | { readonly draft: DraftKey } }
  | {
      readonly at: 'checklist'
      readonly source: CheckSource
      readonly kept: Partial<KeptChecklist>
      readonly isStale: boolean
    }
  | { readonly at: 'verdicts'; readonly now: SiteVerdict; readonly before: SiteVerdict }
  | {
      readonly at: 'save'
      readonly source: CheckSource
      readonly after: DeviceReading
      readonly patch: Patch
    }
  /** The console of a simulated switch; gives the switch as it was left. */
  | { readonly at: 'console'; readonly spec: WorldSpec; readonly onLeave: (reading: DeviceReading) => void }
  | {
      readonly at: 'lines'
      readonly reading: DeviceReading
      readonly onLeave: (lines: readonly string[]) => void
    }
  | {
      readonly at: 'services'
      readonly reading: DeviceReading
      readonly known: readonly Service[]
      readonly onChange: (services: readonly Service[]) => void
    }
  | {
      readonly at: 'history'
      readonly work: ChecklistWork
      readonly state: ChecklistState
      readonly onBack: (edits: number) => void
    }
  /** The steps of a film, up to the one that may be shown now; gives the one to go to. */
  | {
      readonly at: 'steps'
      readonly film: Film
      readonly captionOf: (step: number) => string | null
      readonly now: number
      readonly upTo: number
      readonly onPick: (step: number) => void
    }
  /** A film by itself: the witness of a verdict. */
  | { readonly at: 'film'; readonly title: string; readonly film: Film; readonly before: Film | null }
