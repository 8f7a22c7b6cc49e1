import { CDP_DETAIL } from '../../pasted/cdp.ts'
import type { Output } from '../../pasted/pasted.ts'
import { VLAN_TABLE, vlansAlone } from '../../pasted/vlan-table.ts'
import { LLDP_DETAIL } from './lldp.ts'
import { SWITCHPORTS } from './switchport.ts'
import { TRUNK_TABLES } from './trunk.ts'

/** The outputs of NX-OS that are read. What says most about a port comes first: what comes later only adds. */
export const NXOS_OUTPUTS: readonly Output[] = [
  SWITCHPORTS,
  TRUNK_TABLES,
  // Trunks are listed under their VLANs too, so that being listed says nothing about a port.
  { ...VLAN_TABLE, read: vlansAlone },
  CDP_DETAIL,
  LLDP_DETAIL,
]
