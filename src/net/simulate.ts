import type { EventId } from './event.ts'
import type { Network } from './network.ts'
import { Run } from './run/run.ts'
import type { Stimulus } from './stimulus.ts'
import { eventOf, type RunSettings, type Trace, USUAL_RUN } from './trace.ts'

/**
 * Runs a network under these stimuli and returns everything that happened. The same input gives the same trace, byte for byte.
 * Virtual time starts at 0 with every cable plugged. The run ends when nothing is left but what repeats for ever or merely expires
 * (hellos, timeouts, ageing, forward delays), and not before the last stimulus that names a time: a `wait` looks further.
 * Throws `UnmodelledNetwork`, with a sentence for people, for a network that is not modelled.
 */
export function simulate(
  network: Network,
  stimuli: readonly Stimulus[],
  settings: Partial<RunSettings> = {},
): Trace {
  return new Run(network, stimuli, { ...USUAL_RUN, ...settings }).trace()
}

/**
 * The same film up to and with event `id`, and from there on with more done to it: an edited line, a pulled cable. Stimuli
 * without a time of their own (`after: id`) happen right after that event. Events up to `id` are the same, number by number.
 */
export function fork(trace: Trace, id: EventId, stimuli: readonly Stimulus[]): Trace {
  const { at } = eventOf(trace, id)
  const early = stimuli.find(({ when }) => ('at' in when ? when.at < at : when.after < id))
  if (early) throw new RangeError(`A fork at event ${id} cannot change what was before it.`)
  return simulate(trace.network, [...trace.stimuli, ...stimuli], trace.settings)
}
