import type { PartOf } from '../content/lesson.ts'
import type { PreparedLesson } from '../flow/lesson/prepare.ts'
import { decisiveLines, rerun } from '../flow/lesson/rerun.ts'
import { typedLines } from '../flow/lesson/switch-text.ts'
import { HINTS, hintsShown } from '../flow/lesson/task-state.ts'
import { type LessonState, partAt, taskState } from '../flow/lesson.ts'
import { lessonWords } from '../words/lesson.ts'
import { plainWords } from '../words/plain.ts'
import { tellSteps } from './film.ts'
import { askChoice, askLetter, LEAVE, type Talk } from './prompt.ts'
import { showTask, tellVerdict } from './task.ts'
import type { Turn } from './turn.ts'

function taskOf(play: PreparedLesson, state: LessonState): PartOf<'task'> | null {
  const { part } = partAt(play, state)
  return part.kind === 'task' ? part : null
}

/** Takes one line of configuration, or a word with a colon in front of it. */
export async function workTurn(talk: Talk, play: PreparedLesson, state: LessonState): Promise<Turn> {
  const part = taskOf(play, state)
  if (!part) return { do: 'next' }
  const { page, answers } = talk
  const { draft, verdict, hints } = taskState(state, part.task.id)
  if (verdict) tellVerdict(page, verdict)
  for (;;) {
    const line = await answers.line()
    if (line === null) return LEAVE
    switch (line.trim()) {
      case '':
        if (draft !== '') return { do: 'try' }
        page.say(plainWords.noLines)
        break
      case ':quit':
      case ':q':
        return LEAVE
      case ':hint': {
        const count = Math.min(HINTS, hints + 1)
        page.say(lessonWords.hint(count, HINTS, ''))
        for (const text of (hintsShown(part.task, count).at(-1) ?? '').split('\n')) page.line(`  ${text}`)
        return { do: 'hint' }
      }
      case ':show':
        showTask(page, play.lesson, part, state)
        break
      case ':clear':
        page.say(plainWords.cleared)
        return { do: 'type', lines: '' }
      default:
        return { do: 'type', lines: draft === '' ? line : `${draft}\n${line}` }
    }
  }
}

/** Asks which of the lines did it. */
export async function explainTurn(talk: Talk, play: PreparedLesson, state: LessonState): Promise<Turn> {
  const part = taskOf(play, state)
  if (!part) return { do: 'next' }
  const { page } = talk
  const { draft, verdict } = taskState(state, part.task.id)
  if (verdict) tellVerdict(page, verdict)
  page.line()
  page.say(lessonWords.whichLine)
  const lines = typedLines(draft).filter((line) => !/^\s*interface\b/i.test(line))
  if (lines.length === 0) return { do: 'explain', line: null }
  const chosen = await askChoice(
    talk,
    lines.map((line) => line.trim()),
  )
  return chosen === LEAVE ? LEAVE : { do: 'explain', line: lines[chosen] ?? null }
}

/** Shows the film again under the typed lines, and the solutions. */
export async function solvedTurn(talk: Talk, play: PreparedLesson, state: LessonState): Promise<Turn> {
  const part = taskOf(play, state)
  if (!part) return { do: 'next' }
  const { page } = talk
  const { draft, explained } = taskState(state, part.task.id)
  if (explained) {
    page.say(
      explained.isRight ? lessonWords.lineDidIt(explained.line) : lessonWords.lineDidNot(explained.line),
    )
    page.say(lessonWords.decisive(decisiveLines(play.lesson, part, draft)))
  }
  const films = rerun(play.lesson, part, draft)
  if (films) {
    page.line()
    page.say(lessonWords.again)
    tellSteps(page, { film: films.after, captions: {} }, 0, films.after.steps.length)
    if (films.partAt < films.after.steps.length) page.say(lessonWords.partsAt(films.partAt + 1))
  }
  for (const [title, lines] of [
    [lessonWords.reference, part.task.solution.lines],
    ...part.task.alternatives.map((each) => [lessonWords.alternative, each.lines] as const),
  ] as const) {
    page.line()
    page.say(title)
    for (const line of lines.split('\n')) page.line(`  ${line}`)
  }
  const letter = await askLetter(talk, plainWords.enter, ['b'])
  return letter === LEAVE ? LEAVE : letter === 'b' ? { do: 'back' } : { do: 'next' }
}
