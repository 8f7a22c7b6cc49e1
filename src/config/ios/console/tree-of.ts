import type { CommandNode } from '../../command-tree.ts'
import { CONFIG_TREES, VLAN_INTERFACE_TREE } from './config-trees.ts'
import { EXEC_TREE, USER_TREE } from './exec-table.ts'
import type { Mode } from './mode.ts'

/** The commands that a line in this mode may be, those of the mode itself first: under a port, global ones are taken too. */
export function treesOf(mode: Mode): readonly [CommandNode, ...CommandNode[]] {
  switch (mode.name) {
    case 'user':
      return [USER_TREE]
    case 'exec':
      return [EXEC_TREE]
    case 'global':
      return [CONFIG_TREES.global]
    case 'port':
      return [CONFIG_TREES.port, CONFIG_TREES.global]
    case 'vlan':
      return [CONFIG_TREES.vlan, CONFIG_TREES.global]
    case 'vlan-interface':
      return [VLAN_INTERFACE_TREE, CONFIG_TREES.global]
  }
}
