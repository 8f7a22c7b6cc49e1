/** Rows of a menu's lines: one each, and one more for a line that is set apart from those above. */
export type Rows = readonly number[]

function sum(rows: Rows): number {
  return rows.reduce((all, each) => all + each, 0)
}

/** Index of the first line in sight, so that the mark is in sight and the window moves no further than it must. */
export function windowFrom(
  { at, first }: { readonly at: number; readonly first: number },
  height: number,
  rows: Rows,
): number {
  let from = Math.min(first, at)
  while (from < at && sum(rows.slice(from, at + 1)) > height) from++
  while (from > 0 && sum(rows.slice(from - 1)) <= height) from--
  return from
}

/** The lines in sight, with how many are out of sight above and below at the right end of the first and the last. */
export function marksOf(
  ids: readonly string[],
  first: number,
  height: number,
  rows: Rows,
): ReadonlyMap<string, string> {
  let end = first + 1
  while (end < ids.length && sum(rows.slice(first, end + 1)) <= height) end++
  const below = ids.length - end
  return new Map(
    ids.slice(first, end).map((id, row) => {
      const isLast = first + row === end - 1
      return [id, isLast && below > 0 ? `↓ ${below}` : row === 0 && first > 0 ? `↑ ${first}` : '']
    }),
  )
}
