import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BadUse } from '../edge/bad-use.ts'
import { codeName } from './code-name.ts'
import { withEntry } from './entry.ts'
import { KINDS } from './kinds.ts'

/**
 * Begins one of a kind in the project at `root`: its file, and its line in the list of its room. Gives the paths written. Throws
 * `BadUse` for a kind or id that cannot be, or a file that exists.
 */
export function begin(root: string, kindName: string, id: string): string[] {
  const kind = Object.hasOwn(KINDS, kindName) ? KINDS[kindName] : undefined
  if (!kind)
    throw new BadUse(`There is no kind "${kindName}"; choose one of ${Object.keys(KINDS).join(', ')}.`)
  if (!kind.id.test(id)) throw new BadUse(`An id of a ${kindName} is ${kind.idLooksLike}.`)
  const { path, text } = kind.file(id)
  if (existsSync(join(root, path))) throw new BadUse(`${path} exists already.`)
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
  if (!kind.list) return [path]
  const list = join(root, kind.list.path)
  const entry = { name: codeName(id), from: `./${basename(path)}`, id }
  writeFileSync(list, withEntry(readFileSync(list, 'utf8'), entry))
  return [path, kind.list.path]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const [kind = '', id = ''] = process.argv.slice(2)
  try {
    const written = begin(root, kind, id)
    execFileSync('npx', ['biome', 'check', '--write', '--no-errors-on-unmatched', ...written], {
      cwd: root,
      stdio: 'ignore',
    })
    console.log([...written.map((path) => `wrote ${path}`), ...(KINDS[kind]?.next ?? [])].join('\n'))
  } catch (error) {
    if (!(error instanceof BadUse)) throw error
    console.error(error.message)
    process.exitCode = 2
  }
}
