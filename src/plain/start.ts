import { CHECKLISTS } from '../content/checklists.built.ts'
import type { Lesson } from '../content/lesson.ts'
import { LESSONS } from '../content/lessons.built.ts'
import { EXIT } from '../edge/exit.ts'
import type { Io } from '../edge/io.ts'
import { chooseReview } from '../flow/review/choose.ts'
import { beginLesson, recordAttempt } from '../progress/progress.ts'
import { dueForReview, finishLesson, finishReview } from '../progress/review.ts'
import { openStore, type Store } from '../progress/store.ts'
import { checklistWords } from '../words/checklist.ts'
import { plainWords } from '../words/plain.ts'
import { Answers } from './answers.ts'
import { checklistSession } from './checklist-session.ts'
import { draftsOf } from './drafts.ts'
import { lessonSession } from './lesson-session.ts'
import { Page } from './page.ts'
import { askChoice, LEAVE, type Talk } from './prompt.ts'
import { reviewSession } from './review-session.ts'
import { printTranscript } from './transcript.ts'

/** How wide lines are where the terminal is wider: longer ones are hard to read. */
const WIDEST = 100

/**
 * Runs the plain face: append-only lines for screen readers, pipes and logs. With a terminal it is a conversation with numbered
 * answers; without one it prints the first lesson and says how to go on. Gives the exit status.
 */
export async function startPlain(io: Io): Promise<number> {
  const page = new Page(io.stdout, Math.min(io.columns, WIDEST))
  if (io.isTerminal) await converse(io, page)
  else {
    const [first] = LESSONS
    if (first) printTranscript(first, io.stdout, Math.min(io.columns, WIDEST))
    io.stdout('\n')
    for (const sentence of plainWords.goOn) page.say(sentence)
  }
  return EXIT.ok
}

async function converse(io: Io, page: Page): Promise<void> {
  const talk: Talk = { page, answers: new Answers(io.stdin) }
  const store = openStore(io.env)
  for (const problem of store.problems()) page.say(problem)
  for (;;) {
    page.heading(plainWords.menu, '-')
    const status = (id: string) => plainWords.status[store.progress().lessons[id]?.status ?? 'untouched']
    const lessons = LESSONS.map(({ id, title }) => `${title}${status(id)}`)
    const checklists = CHECKLISTS.map(({ title }) => checklistWords.choose(title))
    const due = dueForReview(store.progress(), Date.now())
    const review = due.length > 0 ? [plainWords.review(due.length)] : []
    const chosen = await askChoice(talk, [...lessons, ...checklists, ...review, plainWords.leave])
    const lesson = chosen === LEAVE ? undefined : LESSONS[chosen]
    const checklist = chosen === LEAVE ? undefined : CHECKLISTS[chosen - LESSONS.length]
    if (lesson) await oneLesson(talk, store, lesson)
    else if (checklist) await checklistSession(checklist, talk, io, draftsOf(checklist.id, store))
    else if (chosen !== LEAVE && review[chosen - LESSONS.length - CHECKLISTS.length])
      await oneReview(talk, store, due)
    else break
  }
  page.say(plainWords.bye)
  await talk.answers.close()
}

async function oneReview(talk: Talk, store: Store, due: readonly string[]): Promise<void> {
  const { lessons } = store.progress()
  const remembered = due.map((lesson) => ({ lesson, attempts: lessons[lesson]?.attempts ?? {} }))
  const round = due.reduce((most, lesson) => Math.max(most, lessons[lesson]?.reviews ?? 0), 0)
  const items = chooseReview(LESSONS, remembered, round)
  if (!(await reviewSession(items, talk))) return
  for (const lesson of new Set(items.map((item) => item.lesson))) {
    store.update((kept) => finishReview(kept, lesson, Date.now()))
  }
}

async function oneLesson(talk: Talk, store: Store, lesson: Lesson): Promise<void> {
  store.update((kept) => beginLesson(kept, lesson.id))
  await lessonSession(lesson, talk, {
    answered: (question, given) =>
      store.update((kept) => recordAttempt(kept, lesson.id, question, { ...given, at: Date.now() })),
    finished: () => store.update((kept) => finishLesson(kept, lesson.id, Date.now())),
  })
}
