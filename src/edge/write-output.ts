import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fileTrouble } from '../words/file-trouble.ts'
import { printable } from '../words/printable.ts'
import { BadUse } from './bad-use.ts'
import type { Io } from './io.ts'

/** Whether a file was written; `exists`: a file has that name already, and nothing was changed. */
export type Written = 'written' | 'exists'

/** A file that cannot be written, with one sentence for people, safe for a terminal. */
export class UnwritableOutput extends BadUse {
  constructor(path: string, trouble: string) {
    super(`${printable(path)} cannot be written: ${trouble}.`)
  }
}

/**
 * Writes text or bytes to a file the user named, whole or not at all. A file that exists is replaced only where `replace` says that the
 * user was asked. A configuration has passwords in it, so a new file is its owner's alone. Throws `UnwritableOutput`.
 */
export async function writeOutput(
  path: string,
  text: string | Uint8Array,
  { cwd }: Pick<Io, 'cwd'>,
  { replace = false } = {},
): Promise<Written> {
  const target = resolve(cwd, path)
  try {
    if (replace) await replaceFile(target, text)
    else await createFile(target, text)
    return 'written'
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return 'exists'
    const missing = code === 'ENOENT' ? missingFolder(path, cwd) : null
    throw new UnwritableOutput(
      path,
      missing === null ? fileTrouble(error) : `there is no folder ${printable(missing)}`,
    )
  }
}

/** The first folder in a file's path that does not exist, as the user named it; null where all do. */
function missingFolder(path: string, cwd: string): string | null {
  const folder = dirname(path)
  if (existsSync(resolve(cwd, folder))) return null
  return missingFolder(folder, cwd) ?? folder
}

async function createFile(target: string, text: string | Uint8Array): Promise<void> {
  const file = await open(target, 'wx', 0o600)
  try {
    await file.writeFile(text)
  } finally {
    await file.close()
  }
}

/** Written beside it first, so that an interruption leaves the old file or the new one. */
async function replaceFile(target: string, text: string | Uint8Array): Promise<void> {
  const beside = `${target}.${randomUUID()}`
  await createFile(beside, text)
  try {
    await rename(beside, target)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}
