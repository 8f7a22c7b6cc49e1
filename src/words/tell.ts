import type { Event } from '../net/event.ts'
import type { Trace } from '../net/trace.ts'
import { circumstancesOf } from './circumstances.ts'
import { SENTENCES } from './english/decisions.ts'
import { whyCut } from './english/loop-cuts.ts'
import { sourceSentence } from './english/sources.ts'
import { printable } from './printable.ts'

/** What happened, in one or two plain sentences with device, port, tags and VLAN. At most two lines of 74 characters where
 * names are of usual length. Safe for a terminal: names may come from someone's file. */
export function tell(trace: Trace, event: Event): string {
  return printable(SENTENCES[event.decision](circumstancesOf(trace, event)))
}

/** What the decision rests on: a sentence for each configuration value it read, the default values called defaults. */
export function tellWhy(trace: Trace, event: Event): string[] {
  return [...new Set(circumstancesOf(trace, event).because.map(sourceSentence).map(printable))]
}

/** How spanning tree came to block the port, where it does so against a loop: the root, and what decided for this port. */
export function tellTree(trace: Trace, event: Event): string[] {
  return whyCut(circumstancesOf(trace, event)).map(printable)
}
