/** What a show command prints. */
export type Shown = {
  /** In the device's own format. */
  readonly lines: readonly string[]
  /** What has to be said besides, in our words: what is assumed, what is not known. */
  readonly notes: readonly string[]
}

/** An output that needs no words of ours. */
export function shown(...lines: readonly string[]): Shown {
  return { lines, notes: [] }
}

/** Several outputs as one; a note is said once. */
export function together(parts: readonly Shown[], between: readonly string[] = []): Shown {
  const lines = parts.flatMap((part, index) => [...(index > 0 ? between : []), ...part.lines])
  return { lines, notes: [...new Set(parts.flatMap(({ notes }) => notes))] }
}
