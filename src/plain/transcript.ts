import type { Lesson, Part, PartOf } from '../content/lesson.ts'
import { feedbackOn } from '../flow/lesson/feedback.ts'
import { type PlacedQuestion, type PreparedPart, prepareLesson } from '../flow/lesson/prepare.ts'
import { lessonWords } from '../words/lesson.ts'
import { tell } from '../words/tell.ts'
import { tellSteps } from './film.ts'
import { Page } from './page.ts'
import { endSentence } from './part-words.ts'

function question(page: Page, placed: PlacedQuestion): void {
  const { prediction, film, gate } = placed
  const { right, happened, rule } = feedbackOn(placed, null)
  page.line()
  page.say(gate === null ? lessonWords.questionAlone : lessonWords.question)
  page.say(prediction.question)
  page.choices(prediction.answers.map(({ text }) => text))
  page.say(lessonWords.rightAnswer(right.text))
  if (gate !== null) page.say(lessonWords.happened(tell(film.trace, happened)))
  for (const [index, { refuted }] of prediction.answers.entries()) {
    if (refuted) page.say(lessonWords.notSo(index + 1, refuted), '- ', '  ')
  }
  page.say(lessonWords.rule(rule))
  page.line()
}

function film(page: Page, { part, film: prepared, questions }: PreparedPart): void {
  if (!prepared || part.kind !== 'film') return
  let from = 0
  page.line()
  for (const placed of questions.filter(({ gate }) => gate !== null)) {
    tellSteps(page, prepared, from, placed.gate ?? from)
    question(page, placed)
    from = placed.gate ?? from
  }
  tellSteps(page, prepared, from, prepared.film.steps.length)
  page.say(endSentence(part.film.action, prepared.staged.reached))
}

function task(page: Page, { task: { goals, solution } }: PartOf<'task'>): void {
  page.line()
  page.say(lessonWords.goals)
  for (const { says } of goals) page.say(says, '- ', '  ')
  page.line()
  page.say(lessonWords.reference)
  for (const line of solution.lines.split('\n')) page.line(`  ${line}`)
}

function sceneConfig(page: Page, lesson: Lesson, part: Part): void {
  if (lesson.parts[0] !== part) return
  for (const { name, config } of lesson.scene.switches) {
    page.line()
    page.say(`${name}:`)
    for (const line of config.split('\n')) page.line(`  ${line}`)
  }
}

/**
 * A whole lesson as lines of text, with the answers: for pipes, logs and documents. Told from the same films as the screen's, so
 * that the same proof stands behind it.
 */
export function printTranscript(lesson: Lesson, write: (text: string) => void, width = 80): void {
  const page = new Page(write, width)
  const { parts } = prepareLesson(lesson)
  page.heading(lesson.title, '=')
  page.say(lessonWords.objective(lesson.objective))
  for (const prepared of parts) {
    const { part } = prepared
    page.heading(part.title, '-')
    page.blocks(part.blocks)
    sceneConfig(page, lesson, part)
    film(page, prepared)
    for (const placed of prepared.questions) if (placed.gate === null) question(page, placed)
    if (part.kind === 'task') task(page, part)
  }
}
