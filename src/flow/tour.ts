import { readConfig } from '../config/index.ts'
import type { Lesson } from '../content/lesson.ts'
import { bareSite } from '../rules/site.ts'
import { judgeSite, type SiteVerdict } from '../verdict/matrix.ts'
import type { TourStop } from '../words/tour.ts'
import { type PlacedQuestion, type PreparedFilm, prepareLesson } from './lesson/prepare.ts'

/** The stops of the tour, in its order. */
const STOPS: readonly TourStop[] = ['film', 'tags', 'why', 'bytes', 'question', 'check', 'around']

/** What is shown at a stop: the real thing each time, never a picture of it. */
export type TourView =
  | { readonly show: 'film'; readonly step: number; readonly detail: 'auto' | 'why' | 'bytes' }
  | { readonly show: 'question'; readonly step: number; readonly question: PlacedQuestion }
  | { readonly show: 'verdicts'; readonly verdict: SiteVerdict }
  | { readonly show: 'keys' }

/** A short tour of the program, over a film of a lesson and a small switch. */
export type Tour = {
  readonly film: PreparedFilm
  readonly stops: readonly { readonly id: TourStop; readonly view: TourView }[]
}

/** The switch that is attacked on the tour: desks as they came out of the box, one that was set, and a trunk nobody looked after. */
const SWITCH = `hostname SW1
interface GigabitEthernet1/0/1
 switchport access vlan 10
interface GigabitEthernet1/0/2
 switchport access vlan 10
interface GigabitEthernet1/0/3
 switchport mode access
interface GigabitEthernet1/0/24
 switchport mode trunk
end
`

/** The tour over the first film of these lessons in which the tags of a frame change and a question is asked; null where there is none. */
export function tourOf(lessons: readonly Lesson[]): Tour | null {
  for (const lesson of lessons) {
    for (const { film, questions } of prepareLesson(lesson).parts) {
      const tagged = film?.film.steps.find(({ changes }) =>
        changes.some(({ what }) => what === 'tag-written' || what === 'tag-removed'),
      )
      const question = questions.find(({ gate }) => gate !== null)
      if (film && tagged && question) return { film, stops: stopsOf(tagged.index, question) }
    }
  }
  return null
}

function stopsOf(tagged: number, question: PlacedQuestion): Tour['stops'] {
  const { devices } = readConfig(SWITCH, { path: 'SW1.cfg', profile: 'catalyst-2950' })
  const filmAt = (step: number, detail: 'auto' | 'why' | 'bytes' = 'auto'): TourView => ({
    show: 'film',
    step,
    detail,
  })
  const views: Readonly<Record<TourStop, TourView>> = {
    film: filmAt(0),
    tags: filmAt(tagged),
    why: filmAt(tagged, 'why'),
    bytes: filmAt(tagged, 'bytes'),
    question: { show: 'question', step: Math.max(0, (question.gate ?? 1) - 1), question },
    check: { show: 'verdicts', verdict: judgeSite(bareSite(devices)) },
    around: { show: 'keys' },
  }
  return STOPS.map((id) => ({ id, view: views[id] }))
}
