/** Index of the first line in sight, so that the mark is among `height` lines and the window moves no further than it must. */
export function windowFrom(
  { at, first }: { readonly at: number; readonly first: number },
  height: number,
  count: number,
): number {
  const near = Math.min(Math.max(first, at - height + 1), at)
  return Math.max(0, Math.min(near, count - height))
}

/** The lines in sight, with how many are out of sight above and below at the right end of the first and the last. */
export function marksOf(ids: readonly string[], first: number, height: number): ReadonlyMap<string, string> {
  const last = Math.min(ids.length, first + height) - 1
  const below = ids.length - 1 - last
  return new Map(
    ids.slice(first, last + 1).map((id, row) => {
      const isLast = first + row === last
      return [id, isLast && below > 0 ? `↓ ${below}` : row === 0 && first > 0 ? `↑ ${first}` : '']
    }),
  )
}
