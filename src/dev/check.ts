import { fileURLToPath } from 'node:url'
import { readChecklist } from '../content/checklist.ts'
import { readLesson } from '../content/lesson.ts'
import { type Problem, showProblem } from '../content/problem.ts'
import { readFolder } from '../content/read-folder.ts'
import { proveLesson } from '../flow/lesson/prove.ts'

/** Checks every lesson of a folder, its form and its proofs. Gives what is wrong, with file, line and remedy. */
export function checkLessons(folder: string, shown: string): Problem[] {
  const { values, problems } = readFolder(folder, shown, readLesson)
  return [...problems, ...values.flatMap(proveLesson)]
}

/** Checks the form of every checklist of a folder. */
export function checkChecklists(folder: string, shown: string): readonly Problem[] {
  return readFolder(folder, shown, readChecklist).problems
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [given] = process.argv.slice(2)
  const own = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))
  const problems = given
    ? checkLessons(given, given)
    : [...checkLessons(own('lessons'), 'lessons'), ...checkChecklists(own('checklists'), 'checklists')]
  for (const problem of problems) process.stderr.write(`${showProblem(problem)}\n`)
  process.stdout.write(problems.length === 0 ? 'All of it holds.\n' : `${problems.length} problems.\n`)
  process.exitCode = problems.length === 0 ? 0 : 1
}
