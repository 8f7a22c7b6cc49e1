import { type Command, globalCommand } from '../command.ts'
import type { TreeWords } from './spanning-tree-port.ts'

/** What is simulated needs no doing. */
const AS_SIMULATED = () => undefined

/** What is not simulated is how it is without the line. */
const NOT_WITHOUT = { undoState: 'unmodelled', touches: 'tree' } as const

/** Modes as their words stand after `spanning-tree mode`. */
export type TreeModes = {
  /** Those with a tree for each VLAN, which is what is simulated. */
  readonly perVlan: readonly string[]
  /** Those with other trees, or none. */
  readonly others: readonly string[]
  /** Whether the platform has a tree for each VLAN without a line. */
  readonly isUsual: boolean
}

/** Which spanning trees a switch runs. */
export function treeModeRows({ perVlan, others, isUsual }: TreeModes): Command[] {
  return [
    ...perVlan.map((mode) =>
      globalCommand(`spanning-tree mode ${mode}`, {
        help: 'A tree for each VLAN, which is what is simulated',
        ...(isUsual ? {} : NOT_WITHOUT),
        device: AS_SIMULATED,
        noDevice: AS_SIMULATED,
        undoLine: 'no spanning-tree mode',
      }),
    ),
    ...others.map((mode) =>
      globalCommand(`spanning-tree mode ${mode}`, {
        help: 'Other trees than one for each VLAN',
        state: 'unmodelled',
        touches: 'tree',
      }),
    ),
  ]
}

/** Spanning tree in some VLANs: it runs unless it is taken back, and then no loop in those VLANs is cut. */
export function treeVlanRows({ vlan: words }: Pick<TreeWords, 'vlan'>): Command[] {
  return words.flatMap((vlan) => [
    globalCommand(`spanning-tree ${vlan} <vlans>`, {
      help: 'Cut loops in these VLANs',
      ...NOT_WITHOUT,
      device: AS_SIMULATED,
      noDevice: AS_SIMULATED,
    }),
    ...['forward-time', 'hello-time', 'max-age'].map((timer) =>
      globalCommand(`spanning-tree ${vlan} <vlans> ${timer} ...`, {
        help: 'A timer of the root, which changes no tree',
        state: 'harmless',
      }),
    ),
  ])
}
