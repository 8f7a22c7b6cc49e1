import type { Event } from '../net/event.ts'
import type { Trace } from '../net/trace.ts'
import { circumstancesOf } from './circumstances.ts'
import { SENTENCES } from './english/decisions.ts'
import { sourceSentence } from './english/sources.ts'

/** What happened, in one or two plain sentences with device, port, tags and VLAN. At most two lines of 74 characters. */
export function tell(trace: Trace, event: Event): string {
  return SENTENCES[event.decision](circumstancesOf(trace, event))
}

/** What the decision rests on: a sentence for each configuration value it read, the default values called defaults. */
export function tellWhy(trace: Trace, event: Event): string[] {
  return [...new Set(circumstancesOf(trace, event).because.map(sourceSentence))]
}
