import type { Millis } from './event.ts'
import { Run } from './run/run.ts'
import type { TreeViews } from './run/tree-view.ts'
import type { Trace } from './trace.ts'

export type { BridgeId, TreeRole, TreeView, TreeViews } from './run/tree-view.ts'

/**
 * The spanning trees as a switch of a run knows them at this virtual time: the run is made again up to then. Null where the run has no
 * spanning tree, or the switch speaks none.
 */
export function treesSeenBy(trace: Trace, device: string, time: Millis): TreeViews | null {
  const past = trace.stimuli.filter(({ when }) => !('at' in when) || when.at <= time)
  const run = new Run(trace.network, [...past, { when: { at: time }, do: 'wait' }], trace.settings)
  run.run()
  return run.treesSeenBy(device)
}
