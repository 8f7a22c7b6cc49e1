import type { Finding } from '../verdict/finding.ts'

/** Runs of lines that are named; of more the rest are counted. */
const NAMED = 5

/** Line numbers as people list them: `lines 4-8, 11 and 3 more`. */
function lineList(lines: readonly number[]): string {
  const runs: { first: number; last: number }[] = []
  for (const line of lines) {
    const before = runs.at(-1)
    if (before && before.last + 1 === line) before.last = line
    else runs.push({ first: line, last: line })
  }
  const named = runs.length > NAMED ? runs.slice(0, NAMED - 1) : runs
  const rest = runs.slice(named.length).reduce((sum, { first, last }) => sum + last - first + 1, 0)
  const said = named.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(', ')
  return `${lines.length === 1 ? 'line' : 'lines'} ${said}${rest > 0 ? ` and ${rest} more` : ''}`
}

/** What was found and where it stands: a default stands nowhere, so the line that its port starts at is given. */
export function foundAt({ effective, written, lines, ports }: Finding): string {
  if (lines.length === 0) return written ? effective : `${effective} by default`
  if (written) return `${effective}, ${lineList(lines)}`
  return `${effective} by default; the ${ports.length === 1 ? 'port is' : 'ports are'} at ${lineList(lines)}`
}
