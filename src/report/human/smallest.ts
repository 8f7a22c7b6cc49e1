import type { SmallestSaid } from '../checked.ts'
import { smallestInWords } from '../smallest-in-words.ts'
import { labelled, typed } from './layout.ts'

/** The fewest commands that close everything, and what each of them alone holds shut. */
export function smallestText(smallest: SmallestSaid, columns: number): string[] {
  const { sentence, commands, breaks } = smallestInWords(smallest)
  return [
    ...labelled('SMALLEST', sentence, columns),
    ...typed('', commands),
    ...(breaks.length > 0 ? labelled('', 'Left out, each of them opens ways again:', columns) : []),
    ...breaks.flatMap((each) => labelled('', `- ${each}`, columns)),
  ]
}
