import { readConfig } from '../../../src/config/index.ts'
import { CHECKLISTS } from '../../../src/content/checklists.built.ts'
import { type ChecklistWork, openChecklist } from '../../../src/flow/checklist.ts'

/** A small office switch with both holes: dynamic desks, a desk in the native VLAN, a trunk to an ESX host. */
export const OFFICE = `hostname OFFICE
!
interface GigabitEthernet1/0/1
 description desk 1
 switchport access vlan 10
!
interface GigabitEthernet1/0/2
 description desk 2
 switchport access vlan 10
!
interface GigabitEthernet1/0/3
 switchport mode access
!
interface GigabitEthernet1/0/4
 switchport access vlan 20
 switchport mode access
!
interface GigabitEthernet1/0/10
 description ESX-A vmnic0
 switchport trunk allowed vlan 10,20
 switchport trunk native vlan 998
 switchport mode trunk
 switchport nonegotiate
!
interface GigabitEthernet1/0/24
 description uplink to core
 switchport mode trunk
 switchport nonegotiate
!
end
`

/** The checklist on trunks and native VLANs, opened on that switch. */
export function officeWork(text: string = OFFICE): ChecklistWork {
  const [checklist] = CHECKLISTS
  const [reading] = readConfig(text, { path: 'office.cfg', profile: 'catalyst-2950' }).devices
  if (!checklist || !reading) throw new Error('There is no checklist, or no switch.')
  return openChecklist(checklist, reading)
}
