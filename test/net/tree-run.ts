import type { simulate } from '../../src/net/simulate.ts'
import { stateAt } from '../../src/net/state.ts'
import { NO_VLANS, type VlanSet } from '../../src/net/vlan-set.ts'

/** A run with spanning tree, one tree for each VLAN. */
export const PVST = { spanningTree: 'pvst' } as const

/** The VLANs that a port blocks when the run has ended. */
export function blockedAt(trace: ReturnType<typeof simulate>, device: string, port: string): VlanSet {
  return stateAt(trace, trace.events.length - 1).switches[device]?.ports[port]?.blocked ?? NO_VLANS
}
