import type { Setting } from '../../net/settings.ts'
import type { Vid, VlanSet } from '../../net/vlan-set.ts'

/** The modes a port of Open vSwitch can have (its manual, VLAN Configuration). */
export const VLAN_MODES = ['access', 'native-tagged', 'native-untagged', 'trunk', 'dot1q-tunnel'] as const
export type VlanMode = (typeof VLAN_MODES)[number]

/**
 * The VLAN columns of a port, as they stand in the database: empty where they are empty there. `trunks` may hold 0, which is what
 * frames without a tag are in on a trunk, and 4095.
 */
export type PortColumns = {
  tag: Setting<Vid> | null
  trunks: Setting<VlanSet> | null
  vlanMode: Setting<VlanMode> | null
}

export const NO_COLUMNS: Readonly<PortColumns> = { tag: null, trunks: null, vlanMode: null }

/** The mode a port works in: without one in its column it is an access port where it has a tag, else a trunk (its manual). */
export function effectiveVlanMode({ tag, vlanMode }: Readonly<PortColumns>): VlanMode {
  return vlanMode?.value ?? (tag ? 'access' : 'trunk')
}
