import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { writeOutput } from '../../edge/write-output.ts'
import { capturesOf } from '../../report/captures.ts'
import type { CheckedFile } from '../../report/checked.ts'

/** Writes a file's witnesses as captures into a folder that the user named for them; those of an earlier check are replaced. */
export async function writeCaptures(file: CheckedFile, folder: string | null): Promise<void> {
  if (folder === null) return
  const captures = capturesOf(file)
  if (captures.length > 0) await mkdir(folder, { recursive: true })
  for (const { name, bytes } of captures) {
    await writeOutput(join(folder, name), bytes, { cwd: folder }, { replace: true })
  }
}
