import type { Network } from './network.ts'
import { Run } from './run/run.ts'
import type { Stimulus } from './stimulus.ts'
import { type RunSettings, USUAL_RUN } from './trace.ts'

/** How many frames reached stations in a run. */
export type Tally = {
  readonly deliveries: number
  /** By the station's name. */
  readonly received: ReadonlyMap<string, number>
}

/**
 * Runs as `simulate` does and only counts: nothing is written down, for runs whose story nobody asks for. What is shown to anyone
 * must come from a trace. Throws `RangeError` for stimuli that follow an event, since no events are numbered.
 */
export function tally(
  network: Network,
  stimuli: readonly Stimulus[],
  settings: Partial<RunSettings> = {},
): Tally {
  if (stimuli.some(({ when }) => 'after' in when)) {
    throw new RangeError('A run that writes no events down cannot follow one.')
  }
  const run = new Run(network, stimuli, { ...USUAL_RUN, ...settings }, false)
  run.run()
  const received = run.received()
  return { deliveries: [...received.values()].reduce((sum, n) => sum + n, 0), received }
}
