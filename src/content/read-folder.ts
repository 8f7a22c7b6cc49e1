import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Loaded, Problem } from './problem.ts'

/** What a folder of content holds: the files that could be read, and everything wrong with the others. */
export type Folder<T> = { readonly values: readonly T[]; readonly problems: readonly Problem[] }

/** Reads every Markdown file of a folder, in the order of their names. `shown` is how the folder is called in messages. */
export function readFolder<T>(
  folder: string,
  shown: string,
  read: (file: string, text: string) => Loaded<T>,
): Folder<T> {
  const values: T[] = []
  const problems: Problem[] = []
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.md')) continue
    const loaded = read(`${shown}/${name}`, readFileSync(join(folder, name), 'utf8'))
    if (loaded.ok) values.push(loaded.value)
    else problems.push(...loaded.problems)
  }
  return { values, problems }
}

/** The values of a folder that must be whole; throws one error that lists every problem with its file and line. */
export function wholeFolder<T>({ values, problems }: Folder<T>): readonly T[] {
  if (problems.length === 0) return values
  throw new Error(problems.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'))
}
