import type { PathCostMethod } from '../../net/path-cost.ts'
import { type Command, globalCommand } from '../command.ts'
import { TREE_CHANGES } from './spanning-tree-port.ts'

const METHODS: Readonly<Record<PathCostMethod, string>> = {
  short: 'Ports without a cost of their own cost from 1 to 19',
  long: 'Ports without a cost of their own cost 20 Tb/s by their bandwidth',
}

/** How the table is written and taken back, whichever line chose it. */
const WRITTEN = {
  writeDevice: ({ device: { pathCostMethod } }) =>
    pathCostMethod.value === 'platform-default'
      ? []
      : [`spanning-tree pathcost method ${pathCostMethod.value}`],
  cutsDevice: () => TREE_CHANGES,
} satisfies Partial<Command>

/** The table by which ports without a cost of their own have one. */
export const PATH_COST_METHOD: readonly Command[] = Object.entries(METHODS).map(([method, help], index) => {
  const value = method as PathCostMethod
  return globalCommand(`spanning-tree pathcost method ${value}`, {
    help,
    device: (device, _args, by) => {
      device.pathCostMethod = { value, from: by }
    },
    noDevice: (device, _args, by) => {
      device.pathCostMethod = { value: 'platform-default', from: by }
    },
    undoLine: 'no spanning-tree pathcost method',
    ...(index === 0 && WRITTEN),
  })
})
