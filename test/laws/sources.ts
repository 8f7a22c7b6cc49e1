import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One source file of the program. */
export type Source = {
  /** From `src`, with forward slashes: `net/bridge.ts`. */
  readonly path: string
  /** The folder directly under `src`; for a file there, its own name. */
  readonly room: string
  readonly text: string
  /** The text without comments: what runs. */
  readonly code: string
  /** What it imports: paths from `src` for our own files, names for packages. */
  readonly imports: readonly string[]
}

const SRC = fileURLToPath(new URL('../../src/', import.meta.url))

/** All source files of the program, by path. */
export const SOURCES: readonly Source[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .sort()
  .map((file) => read(relative(SRC, join(SRC, file)).replaceAll('\\', '/')))

function read(path: string): Source {
  const text = readFileSync(join(SRC, path), 'utf8')
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
  return { path, room: path.split('/')[0] ?? path, text, code, imports: importsOf(path, code) }
}

/** All three forms: `from '...'`, `import '...'` and `import('...')`. */
function importsOf(path: string, code: string): string[] {
  return [...code.matchAll(/(?:(?<!['\w])from|\bimport)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) =>
    name.startsWith('.') ? posix.join(dirname(path), name) : name,
  )
}
