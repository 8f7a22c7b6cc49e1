import type { SmallestSaid } from '../checked.ts'
import { groupedPorts } from '../fix-text.ts'
import { labelled, typed } from './layout.ts'

const LABEL = 'SMALLEST'

/** The fewest commands that close everything, and what each of them alone holds shut. */
export function smallestText(smallest: SmallestSaid, columns: number): string[] {
  if (smallest.found === 'nothing-open')
    return labelled(LABEL, 'nothing is open, so nothing has to be typed.', columns)
  if (smallest.found !== 'fix') {
    const ways = smallest.open === 1 ? 'the one way' : `all ${smallest.open} ways`
    return labelled(
      LABEL,
      `no set of the usual commands closes ${ways} that are open and keeps every service.`,
      columns,
    )
  }
  const { lines, commands, minimal, breaks } = smallest
  const count = commands === 1 ? 'one command closes' : `${commands} commands close`
  const how = minimal ? 'and no smaller set does' : 'a small set; smaller ones were not all tried'
  return [
    ...labelled(LABEL, `${count} everything that is open, ${how}:`, columns),
    ...typed('', byDevice(lines).flatMap(groupedPorts)),
    ...(breaks.length > 1 ? labelled('', 'Left out, each of them opens ways again:', columns) : []),
    ...(breaks.length > 1 ? breaks.flatMap((each) => labelled('', `- ${broken(each)}`, columns)) : []),
  ]
}

function broken({ without, opens }: { readonly without: string; readonly opens: number }): string {
  return `${without}: ${opens} ${opens === 1 ? 'way' : 'ways'}.`
}

/** The lines cut where those of another device begin, under its name. */
function byDevice(lines: readonly string[]): string[][] {
  const parts: string[][] = [[]]
  for (const line of lines) {
    if (line.startsWith('! ')) parts.push([])
    parts.at(-1)?.push(line)
  }
  return parts
}
