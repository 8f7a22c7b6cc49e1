import { CDP_DETAIL } from '../../../pasted/cdp.ts'
import type { Output } from '../../../pasted/pasted.ts'
import { readSwitchport, SWITCHPORT_BLOCKS } from '../../../pasted/switchport.ts'
import { readVlanTable, VLAN_TABLE } from '../../../pasted/vlan-table.ts'
import { DTP_BLOCKS } from './dtp.ts'
import { LLDP_DETAIL } from './lldp.ts'
import { TRUNK_TABLES } from './trunk.ts'

/** The outputs of IOS that are read. What says most about a port comes first: what comes later only adds. */
export const IOS_OUTPUTS: readonly Output[] = [
  { ...SWITCHPORT_BLOCKS, read: (lines) => ({ ports: readSwitchport(lines) }) },
  DTP_BLOCKS,
  TRUNK_TABLES,
  // A port that is listed under a VLAN is an access port in it: trunks are not listed.
  { ...VLAN_TABLE, read: (lines) => readVlanTable(lines) ?? {} },
  CDP_DETAIL,
  LLDP_DETAIL,
]
