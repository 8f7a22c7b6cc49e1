import { fileURLToPath } from 'node:url'
import { readLesson } from '../content/lesson.ts'
import { type Problem, showProblem } from '../content/problem.ts'
import { readFolder } from '../content/read-folder.ts'
import { proveLesson } from '../flow/lesson/prove.ts'

/** Checks every lesson of a folder, its form and its proofs. Gives what is wrong, with file, line and remedy. */
export function checkLessons(folder: string, shown: string): Problem[] {
  const { values, problems } = readFolder(folder, shown, readLesson)
  return [...problems, ...values.flatMap(proveLesson)]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? fileURLToPath(new URL('../../lessons', import.meta.url))
  const problems = checkLessons(folder, process.argv[2] ?? 'lessons')
  for (const problem of problems) process.stderr.write(`${showProblem(problem)}\n`)
  process.stdout.write(problems.length === 0 ? 'All lessons hold.\n' : `${problems.length} problems.\n`)
  process.exitCode = problems.length === 0 ? 0 : 1
}
