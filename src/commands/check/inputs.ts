import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'

/** Endings of files that a folder is searched for; a file without an ending counts too. */
export const ENDINGS: ReadonlySet<string> = new Set([
  '',
  '.cfg',
  '.conf',
  '.config',
  '.txt',
  '.log',
  '.ios',
  '.nxos',
  '.eos',
  '.json',
])

/**
 * The files that arguments mean, in their order: a file or `-` as it is, a folder with the configurations in it, a pattern with
 * `*`, `?` and `**` that the shell left alone. Each comes once, however often it is meant. What does not exist, or holds no
 * configuration, stays, so that reading it says so.
 */
export async function* filesMeant(paths: readonly string[], cwd: string): AsyncGenerator<string> {
  const met = new Set<string>()
  for (const path of paths) {
    let found = false
    for await (const file of filesBehind(path, cwd)) {
      found = true
      if (isNew(met, file, cwd)) yield file
    }
    if (!found && isNew(met, path, cwd)) yield path
  }
}

function isNew(met: Set<string>, path: string, cwd: string): boolean {
  const key = path === '-' ? path : resolve(cwd, path)
  if (met.has(key)) return false
  met.add(key)
  return true
}

/** What one argument means besides itself. */
async function* filesBehind(path: string, cwd: string): AsyncGenerator<string> {
  if (path === '-') return
  if (await isFolder(resolve(cwd, path))) yield* configsIn(path, cwd)
  else if (/[*?]/.test(path) && !(await exists(resolve(cwd, path)))) yield* matching(path, cwd)
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null
}

async function* configsIn(folder: string, cwd: string): AsyncGenerator<string> {
  for await (const file of filesBelow(folder, cwd)) if (file === folder || looksLikeConfig(file)) yield file
}

function looksLikeConfig(path: string): boolean {
  const name = path.slice(path.lastIndexOf(sep) + 1)
  const dot = name.lastIndexOf('.')
  return ENDINGS.has(dot > 0 ? name.slice(dot).toLowerCase() : '')
}

/**
 * Every file below a folder, by name; folders that begin with a dot and installed packages are left out. A link counts where it leads
 * to a file elsewhere; links to folders are not followed, so that none goes in a circle. A folder that cannot be listed stands for
 * itself, so that reading it says so.
 */
async function* filesBelow(folder: string, cwd: string, top = folder): AsyncGenerator<string> {
  const entries = await readdir(resolve(cwd, folder), { withFileTypes: true }).catch(() => null)
  if (!entries) return yield folder
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path, cwd, top)
    else if (entry.isFile() || (await leadsElsewhere(entry, resolve(cwd, path), resolve(cwd, top))))
      yield path
  }
}

/** Whether this is a link to a file that the search of `top` does not come to by itself. */
async function leadsElsewhere(entry: Dirent, path: string, top: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return false
  const target = await realpath(path).catch(() => null)
  if (target === null || !(await stat(target)).isFile()) return false
  return !target.startsWith(`${await realpath(top)}${sep}`)
}

async function* matching(pattern: string, cwd: string): AsyncGenerator<string> {
  const first = pattern.search(/[*?]/)
  const folder = pattern.slice(0, pattern.lastIndexOf('/', first) + 1)
  const wanted = patternOf(pattern)
  let any = false
  for await (const file of filesBelow(folder === '' ? '.' : folder, cwd)) {
    if (!wanted.test(file)) continue
    any = true
    yield file
  }
  if (!any) yield pattern
}

/** A pattern of file names as a regular expression: `**` crosses folders, `*` and `?` do not. */
function patternOf(pattern: string): RegExp {
  const source = pattern.replace(/^\.\//, '').replace(/\*\*\/|\*\*|\*|\?|[^*?]/g, (part) => {
    if (part === '**/') return '(?:.*/)?'
    if (part === '**') return '.*'
    if (part === '*') return '[^/]*'
    return part === '?' ? '[^/]' : part.replace(/[.+^${}()|[\]\\]/g, '\\$&')
  })
  return new RegExp(`^(?:\\./)?${source}$`)
}
