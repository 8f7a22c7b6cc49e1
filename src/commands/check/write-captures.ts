import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { BadUse } from '../../edge/bad-use.ts'
import { writeOutput } from '../../edge/write-output.ts'
import { capturesOf } from '../../report/captures.ts'
import type { CheckedFile } from '../../report/checked.ts'
import { fileTrouble } from '../../words/file-trouble.ts'
import { printable } from '../../words/printable.ts'

/** Writes a file's witnesses as captures into a folder that the user named for them; those of an earlier check are replaced. */
export async function writeCaptures(file: CheckedFile, folder: string | null): Promise<void> {
  if (folder === null) return
  const captures = capturesOf(file)
  for (const { name, bytes } of captures) {
    await writeOutput(join(folder, name), bytes, { cwd: folder }, { replace: true })
  }
}

/** Makes the folder for captures where there is none. Throws `BadUse` where that cannot be. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    throw new BadUse(`The folder ${printable(folder)} cannot be made: ${fileTrouble(error)}.`)
  }
}
