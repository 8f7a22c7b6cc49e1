import { basename, dirname, join } from 'node:path'
import { filesMeant } from './inputs.ts'

/** Paths that a command may name one by one. */
const FEW = 2

/**
 * The same files in fewer words, for a command that is to be typed again: the folder that holds them and no others, or a pattern. As
 * they are where there are few, or no such words.
 */
export async function shortPaths(paths: readonly string[], cwd: string): Promise<readonly string[]> {
  const [first] = paths
  if (first === undefined || paths.length <= FEW) return paths
  const files = await listed(paths, cwd)
  const folder = dirname(first)
  const pattern = join(folder, patternOf(files.map((path) => basename(path))))
  for (const short of [folder, pattern]) {
    const meant = await listed([short], cwd)
    if (
      meant.length === files.length &&
      meant.every((path, index) => join(path) === join(files[index] ?? ''))
    )
      return [short]
  }
  return paths
}

async function listed(paths: readonly string[], cwd: string): Promise<string[]> {
  const files: string[] = []
  for await (const path of filesMeant(paths, cwd)) files.push(path)
  return files
}

/** What all of these names begin and end with, and a star between. */
function patternOf(names: readonly string[]): string {
  const start = commonStart(names)
  const rests = names.map((name) => [...name.slice(start.length)].reverse().join(''))
  return `${start}*${[...commonStart(rests)].reverse().join('')}`
}

function commonStart(names: readonly string[]): string {
  const [first = '', ...others] = names
  let length = first.length
  for (const name of others) while (!name.startsWith(first.slice(0, length))) length--
  return first.slice(0, length)
}
