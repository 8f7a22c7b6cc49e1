import { useState } from 'react'
import { offWords } from '../../words/keys.ts'
import type { Bindings } from '../keys/key-table.ts'

/** Where someone is in lines that do not fit their place. */
export type Scroll = {
  /** Index of the first line in sight. */
  readonly from: number
  /** How many lines are out of sight below. */
  readonly below: number
  readonly goTo: (line: number) => void
  /** The arrows, and why one of them does nothing. */
  readonly bindings: Pick<Bindings, 'up' | 'down'>
}

/** Scrolls `count` lines through a place of this height, a line at a time; a place that grows is filled. */
export function useScroll(count: number, height: number): Scroll {
  const [asked, setAsked] = useState(0)
  const last = Math.max(0, count - height)
  const from = Math.min(asked, last)
  return {
    from,
    below: last - from,
    goTo: (line) => setAsked(Math.max(0, Math.min(last, line))),
    bindings: {
      up: from > 0 ? () => setAsked(from - 1) : { off: offWords.above },
      down: from < last ? () => setAsked(from + 1) : { off: offWords.below },
    },
  }
}
