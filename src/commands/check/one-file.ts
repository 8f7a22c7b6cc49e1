import { BadUse } from '../../edge/bad-use.ts'
import type { Io } from '../../edge/io.ts'
import { FolderInput, readInput, UnreadableInput } from '../../edge/read-input.ts'
import { printable } from '../../words/printable.ts'
import { checkText } from './check-text.ts'
import { type FileResult, resultOf } from './file-result.ts'
import { ENDINGS } from './inputs.ts'
import type { FileText } from './read-file.ts'
import type { CheckRequest } from './request.ts'
import { writeCaptures } from './write-captures.ts'

/** The text of a file, or the sentence that says why it cannot be read. */
export async function textOf(path: string, io: Pick<Io, 'stdin' | 'cwd'>): Promise<FileText> {
  try {
    return await readInput(path, io)
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error
    // A folder stands for itself where its search found nothing.
    return { path, problem: error instanceof FolderInput ? emptyFolder(path) : error.message }
  }
}

function emptyFolder(path: string): string {
  const endings = [...ENDINGS].filter((ending) => ending !== '')
  return `${printable(path)} is a folder without configurations: it is searched for files that end in ${endings.join(', ')} or in nothing.`
}

/** Reads and checks one file. Whatever happens to it, the files after it get their turn: a fault of ours is told as its problem. */
export async function checkFile(
  path: string,
  request: CheckRequest,
  io: Pick<Io, 'stdin' | 'cwd'>,
): Promise<FileResult> {
  const file = await textOf(path, io)
  try {
    const checked = checkText(file, request)
    await writeCaptures(checked, request.pcap)
    return resultOf(checked, request)
  } catch (error) {
    return brokenOff(path, request, error)
  }
}

/** The result for a file on which the check itself failed, or that could not be written about. */
export function brokenOff(path: string, request: CheckRequest, error: unknown): FileResult {
  return resultOf({ path, devices: [], problem: problemOf(path, error) }, request)
}

function problemOf(path: string, error: unknown): string {
  if (error instanceof BadUse) return error.message
  const why = error instanceof Error ? error.message : String(error)
  return `${path} could not be checked, by a fault of vlan-dojo: ${why}`
}
