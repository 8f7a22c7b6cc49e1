import { LESSONS } from '../content/lessons.built.ts'
import { EXIT } from '../edge/exit.ts'
import type { Io } from '../edge/io.ts'
import { openStore } from '../progress/store.ts'
import { plainWords } from '../words/plain.ts'
import { Answers } from './answers.ts'
import { menu } from './menu.ts'
import { Page } from './page.ts'
import { printTranscript } from './transcript.ts'

/** How wide lines are where the terminal is wider: longer ones are hard to read. */
const WIDEST = 100

/**
 * Runs the plain face: append-only lines for screen readers, pipes and logs. It is a conversation with numbered answers at a terminal
 * and, where the person asked for it, with answers from a pipe or a file; else it prints the first lesson and says how to go on. Gives
 * the exit status.
 */
export async function startPlain(io: Io, isAsked = false): Promise<number> {
  const width = Math.min(io.columns, WIDEST)
  const page = new Page(io.stdout, width)
  const answers = new Answers(io.stdin)
  if (io.isTerminal || (isAsked && io.isFed && (await answers.hasAny()))) {
    const store = openStore(io.env)
    for (const problem of store.problems()) page.say(problem)
    await menu({ page, answers, io, store, lessons: LESSONS })
    await answers.close()
    return EXIT.ok
  }
  const [first] = LESSONS
  if (first) printTranscript(first, io.stdout, width)
  io.stdout('\n')
  for (const sentence of plainWords.goOn) page.say(sentence)
  return EXIT.ok
}
