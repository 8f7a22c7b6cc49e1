import type { SmallestSaid } from './checked.ts'
import { groupedPorts } from './fix-text.ts'

/** A search for the smallest fix in words: a sentence, the commands, and what each of them alone holds shut. */
export type SmallestInWords = {
  readonly sentence: string
  readonly commands: readonly string[]
  readonly breaks: readonly string[]
}

/** The fewest commands that close everything, or why there are none. */
export function smallestInWords(smallest: SmallestSaid): SmallestInWords {
  const alone = (sentence: string) => ({ sentence, commands: [], breaks: [] })
  if (smallest.found === 'nothing-open') return alone('nothing is open, so nothing has to be typed.')
  if (smallest.found === 'none') {
    const ways = smallest.open === 1 ? 'the one way' : `all ${smallest.open} ways`
    return alone(`no set of the usual commands closes ${ways} that are open and keeps every service.`)
  }
  const { lines, commands, minimal, breaks } = smallest
  const count = commands === 1 ? 'one command closes' : `${commands} commands close`
  const how = minimal ? 'and no smaller set does' : 'a small set; smaller ones were not all tried'
  return {
    sentence: `${count} everything that is open, ${how}:`,
    commands: byDevice(lines).flatMap(groupedPorts),
    breaks: breaks.length > 1 ? breaks.map(broken) : [],
  }
}

/** The same as lines of text, for formats without a layout. */
export function smallestLines(smallest: SmallestSaid | undefined): string[] {
  if (!smallest) return []
  const { sentence, commands, breaks } = smallestInWords(smallest)
  return [`Smallest fix: ${sentence}`, ...commands, ...breaks.map((each) => `Left out, ${each}`)]
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
