import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileTrouble } from '../words/file-trouble.ts'
import { printable } from '../words/printable.ts'
import { BadUse } from './bad-use.ts'
import { decodeText } from './decode-text.ts'
import type { Io } from './io.ts'

/** The largest input that is read: more than six times the configuration of a switch with 60,000 interfaces. */
export const LARGEST_INPUT = 64 * 1024 * 1024

/** A configuration as it came in. */
export type Input = {
  /** As the user wrote it; `-` is standard input. Not yet safe for a terminal. */
  readonly path: string
  readonly text: string
  /** SHA-256 of the bytes, in hex: tells whether a file is still the same. */
  readonly fingerprint: string
}

/** Input that cannot be read as text, with one sentence for people, safe for a terminal. */
export class UnreadableInput extends BadUse {
  constructor(path: string, trouble: string) {
    super(`${path === '-' ? 'Standard input' : printable(path)} ${trouble}`)
  }
}

/** A folder where a file is read. */
export class FolderInput extends UnreadableInput {
  constructor(path: string) {
    super(path, 'is a folder; name a file in it.')
  }
}

/**
 * Reads a configuration from a file, or from standard input for `-`. Text may be UTF-8, UTF-16 or a broken form of either. Throws
 * `UnreadableInput` for what is missing, closed to us, a folder, too large, empty or not text.
 */
export async function readInput(path: string, io: Pick<Io, 'stdin' | 'cwd'>): Promise<Input> {
  const bytes = path === '-' ? await gather(path, io.stdin) : await readFileBytes(path, io.cwd)
  if (bytes.length === 0)
    throw new UnreadableInput(path, 'is empty; give the output of "show running-config".')
  const text = decodeText(bytes)
  if (text === null) {
    throw new UnreadableInput(
      path,
      'is not text; give a configuration as text, as "show running-config" prints it.',
    )
  }
  if (text.trim() === '') throw new UnreadableInput(path, 'holds nothing but blanks; give a configuration.')
  return { path, text, fingerprint: createHash('sha256').update(bytes).digest('hex') }
}

/** The bytes of a file, at once: waiting for the threads that read takes longer than reading a configuration does. */
async function readFileBytes(path: string, cwd: string): Promise<Uint8Array> {
  const at = resolve(cwd, path)
  try {
    const stat = statSync(at)
    if (stat.isDirectory()) throw new FolderInput(path)
    if (stat.size > LARGEST_INPUT) throw tooLarge(path, `is ${megabytes(stat.size)}`)
    return stat.isFile() ? readFileSync(at) : await gatherFrom(path, at)
  } catch (error) {
    if (error instanceof UnreadableInput) throw error
    throw new UnreadableInput(path, `cannot be read: ${fileTrouble(error)}.`)
  }
}

/** All bytes of a pipe or a device, which may keep us waiting. */
async function gatherFrom(path: string, at: string): Promise<Uint8Array> {
  const file = await open(at)
  try {
    return await gather(path, file.createReadStream({ autoClose: false }))
  } finally {
    await file.close()
  }
}

/** All bytes of a stream. A pipe or a device says no size beforehand, and may have no end. */
async function gather(path: string, stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of stream) {
    size += part.length
    if (size > LARGEST_INPUT) throw tooLarge(path, 'is too large')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function tooLarge(path: string, size: string): UnreadableInput {
  return new UnreadableInput(
    path,
    `${size}; at most ${megabytes(LARGEST_INPUT)} are read. Give one device at a time.`,
  )
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`
}
