/** A place in a content file, for people: the file as it was named and the line counted from 1. */
export type Place = { readonly file: string; readonly line: number }

/** Something wrong in a content file: where, what, and what to do about it, in one sentence or two. */
export type Problem = Place & { readonly message: string }

/** One problem, thrown by the reader of a block and collected by the loader of the file. */
export class ContentProblem extends Error implements Problem {
  override readonly name = 'ContentProblem'
  readonly file: string
  readonly line: number

  constructor(place: Place, message: string) {
    super(message)
    this.file = place.file
    this.line = place.line
  }
}

/** A content file read, or everything that is wrong with it. */
export type Loaded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** `file:line: message`, as editors and build servers read it. */
export function showProblem({ file, line, message }: Problem): string {
  return `${file}:${line}: ${message}`
}

/** Runs readers one after another and keeps what each of them threw, so that a file's problems are told at once. */
export class Collector {
  readonly problems: Problem[] = []

  /** The reader's value, or `null` and one more problem. Other errors pass through. */
  attempt<T>(read: () => T): T | null {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof ContentProblem)) throw error
      this.problems.push({ file: error.file, line: error.line, message: error.message })
      return null
    }
  }
}
