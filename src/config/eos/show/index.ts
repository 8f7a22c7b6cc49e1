import type { Output } from '../../pasted/pasted.ts'
import { readSwitchport, SWITCHPORT_BLOCKS } from '../../pasted/switchport.ts'
import { VLAN_TABLE, vlansAlone } from '../../pasted/vlan-table.ts'
import { LLDP_DETAIL } from './lldp.ts'
import { TRUNK_TABLES } from './trunk.ts'

/** The outputs of EOS that are read. What says most about a port comes first: what comes later only adds. */
export const EOS_OUTPUTS: readonly Output[] = [
  {
    ...SWITCHPORT_BLOCKS,
    begins: (line, next) => /^Default switchport mode:/.test(line) || SWITCHPORT_BLOCKS.begins(line, next),
    read: (lines) => ({ ports: readSwitchport(lines) }),
  },
  TRUNK_TABLES,
  // Trunks are listed under their VLANs too, so that being listed says nothing about a port.
  { ...VLAN_TABLE, signatures: ['VLAN  Name '], read: vlansAlone },
  LLDP_DETAIL,
]
