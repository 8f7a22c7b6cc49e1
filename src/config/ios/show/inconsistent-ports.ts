import type { Moment } from './moment.ts'
import type { Shown } from './shown.ts'

/** `show spanning-tree inconsistentports`, as published transcripts have it. */
export function showInconsistentPorts(_moment: Moment): Shown {
  return {
    lines: [
      '',
      'Name                 Interface                Inconsistency',
      '-------------------- ------------------------ ------------------',
      '',
      'Number of inconsistent ports (segments) in the system : 0',
    ],
    notes: ['This run has no spanning tree, so that nothing can be inconsistent.'],
  }
}
