import { readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** A path that was begun, as far as its ending is settled, and the names it may go on with where there are several. */
export type CompletedPath = { readonly path: string; readonly names: readonly string[] }

/** The path with a leading `~` as the home folder, as shells read it. */
export function expandHome(path: string): string {
  return path === '~' || path.startsWith('~/') ? join(homedir(), path.slice(1)) : path
}

/**
 * What Tab makes of a path that is being typed: its last name in full where only one begins like that, a folder with its slash; else as
 * far as all that begin like that agree. Hidden files are left out until their dot is typed. A folder that cannot be read completes
 * nothing.
 */
export function completePath(typed: string, cwd: string): CompletedPath {
  const slash = typed.lastIndexOf('/') + 1
  const [folder, begun] = [typed.slice(0, slash), typed.slice(slash)]
  const names = namesIn(resolve(cwd, expandHome(folder))).filter(
    (name) => name.startsWith(begun) && (begun.startsWith('.') || !name.startsWith('.')),
  )
  return {
    path: folder + (names.length > 0 ? sharedBeginning(names) : begun),
    names: names.length > 1 ? names : [],
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
      .sort()
  } catch {
    return []
  }
}

function sharedBeginning(names: readonly string[]): string {
  return names.reduce((shared, name) => {
    let same = 0
    while (same < shared.length && shared[same] === name[same]) same++
    return shared.slice(0, same)
  })
}
