import type { ProfileName } from '../net/profiles.ts'
import type { PatchLine } from './patch.ts'
import type { DeviceReading, DialectName, FileReading } from './reading.ts'

/** What to read, and what the user said about it. */
export type ReadRequest = {
  /** The file, as the user named it: it stands in every source and message. */
  readonly path: string
  readonly dialect?: DialectName | undefined
  readonly profile?: ProfileName | undefined
}

/** Something in a text that gives its dialect away, and the sentence that says so. */
export type Sign = { readonly sign: RegExp; readonly reason: string }

/** A text to read: one device's part of a file, or the whole of it. */
export type Part = {
  readonly text: string
  /** Line of the file on which the part begins, counted from 1. */
  readonly firstLine: number
}

/** What was found in a text. */
export type Found = Omit<FileReading, 'path'>

/** A configuration language. A new one is a folder, and a line in `dialects.ts`. */
export type Dialect = {
  readonly name: DialectName
  /** How people call it. */
  readonly title: string
  /** Surest first. Looked for in the beginning and the end of a text. */
  readonly signs: readonly Sign[]
  /** Whether a file may hold several devices' texts one after the other, which are then read one by one. */
  readonly severalDevices: boolean
  /** Reads a text of this dialect. `why` is the sentence that says why it is taken for one. */
  readonly read: (part: Part, request: ReadRequest, why: string) => Found
  /** For a dialect whose configuration is commands of a shell and no text of blocks; absent where it is written otherwise, or not. */
  readonly shell?: ShellWriter
}

/** How a bridge of a host is written: as commands that make it, or that lead from one state to another. */
export type ShellWriter = {
  /** Whether a typed line is a command of this dialect's tools. */
  readonly isCommand: (line: string) => boolean
  readonly write: (reading: DeviceReading) => string
  readonly commands: (before: DeviceReading, after: DeviceReading) => readonly PatchLine[]
}

/** How much of a text's beginning and end is looked at: what a text is shows there, and a huge one costs no more. */
const HEAD = 65_536
const TAIL = 16_384

/** The beginning and the end of a text. */
export function sampleOf(text: string): string {
  return text.length <= HEAD + TAIL ? text : `${text.slice(0, HEAD)}\n${text.slice(-TAIL)}`
}

/** A device's name where its text has none: the file's name without its folder and ending. */
export function nameOfFile(path: string): string {
  const base = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  const dot = base.lastIndexOf('.')
  return (dot > 0 ? base.slice(0, dot) : base) || 'switch'
}
