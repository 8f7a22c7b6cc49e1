import type { Film } from '../flow/film.ts'
import type { PreparedFilm } from '../flow/lesson/prepare.ts'
import { frameOf } from '../net/trace.ts'
import { lessonWords } from '../words/lesson.ts'
import { tagsAloud } from '../words/tag-stack.ts'
import { tell } from '../words/tell.ts'
import type { Page } from './page.ts'

/** One step for the ear: where it stands, what happens, and what the frame carries behind it. */
export function stepSentences(film: Film, index: number): string {
  const step = film.steps[index]
  if (!step) return ''
  const { main, move } = step
  const tags = move && main.kind === 'leave' ? ` ${tagsAloud(frameOf(film.trace, move.frame))}` : ''
  return `${lessonWords.step(index + 1, film.steps.length)} ${tell(film.trace, main)}${tags}`
}

/** Tells steps `from` to `to` of a film, the last one not included, each with the author's sentence beside it. */
export function tellSteps(
  page: Page,
  { film, captions }: Pick<PreparedFilm, 'film' | 'captions'>,
  from: number,
  to: number,
): void {
  for (let index = from; index < to; index++) {
    page.say(stepSentences(film, index))
    const caption = captions[index]
    if (caption) page.say(caption, '    ')
  }
}
