import { type Tour, type TourView, tourOf } from '../flow/tour.ts'
import { lessonWords } from '../words/lesson.ts'
import { plainWords } from '../words/plain.ts'
import { tourWords } from '../words/tour.ts'
import { tellVerdicts } from './checklist-verdicts.ts'
import { tellSteps } from './film.ts'
import type { Page } from './page.ts'
import { askLetter, LEAVE } from './prompt.ts'
import type { Sitting } from './sitting.ts'

/** The tour of the program in lines of text: each stop says what there is and tells the real thing. */
export async function tourSession(sitting: Sitting): Promise<void> {
  const { page, lessons } = sitting
  const tour = tourOf(lessons)
  let at = 0
  for (;;) {
    const stop = tour?.stops[at]
    if (!tour || !stop) return
    page.heading(`${tourWords.title}, ${tourWords.stop(at + 1, tour.stops.length)}`, '-')
    page.say(tourWords.plain[stop.id])
    page.line()
    tellView(page, tour, stop.view)
    const letter = await askLetter(
      sitting,
      at === 0 ? plainWords.enterOnly : plainWords.enter,
      at === 0 ? [] : ['b' as const],
    )
    if (letter === LEAVE) return
    at += letter === 'b' ? -1 : 1
  }
}

function tellView(page: Page, { film }: Tour, view: TourView): void {
  switch (view.show) {
    case 'film':
      if (view.detail !== 'bytes') tellSteps(page, film, view.step, view.step + 1)
      return
    case 'question': {
      const { question, answers } = view.question.prediction
      page.say(question)
      page.choices([lessonWords.dontKnow, ...answers.map(({ text }) => text)], 0)
      return
    }
    case 'verdicts':
      return tellVerdicts(page, view.verdict)
    case 'keys':
      return
  }
}
