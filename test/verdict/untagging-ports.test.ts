import { expect, it } from 'vitest'
import { readConfig } from '../../src/config/index.ts'
import { viewSite } from '../../src/rules/view.ts'
import type { Cell } from '../../src/verdict/cells.ts'
import { judgeRows } from '../../src/verdict/matrix.ts'

const SWITCH = `hostname EDGE
interface GigabitEthernet0/1
 switchport access vlan 30
 switchport mode access
interface GigabitEthernet0/2
 switchport trunk native vlan 999
 switchport trunk allowed vlan 20,999
 switchport mode trunk
 switchport nonegotiate
interface GigabitEthernet0/3
 switchport access vlan 20
 switchport trunk allowed vlan 20
 switchport mode access
`

/** What comes to the host on the trunk. */
function cellsOfHost(): readonly Cell[] {
  const { devices } = readConfig(SWITCH, { path: 'edge.cfg', dialect: 'ios' })
  const purposes = { EDGE: { 'GigabitEthernet0/2': 'host', 'GigabitEthernet0/3': 'hypervisor' } } as const
  const rows = judgeRows(viewSite({ devices, links: [], purposes, services: [] }))
  return rows.find(({ ports }) => ports.includes('GigabitEthernet0/2'))?.cells ?? []
}

it('an outer tag is lost by an access port toward a hypervisor too, whatever list of a trunk stands there', () => {
  const cell = cellsOfHost().find(({ attack }) => attack === 'double-tagging')
  const target = cell?.targets.find(({ vlan }) => vlan === 30)
  expect(target?.verdict).toBe('works')
  expect(target?.film().evidence).toMatchObject({ variant: '[20|30]', reached: true })
})

it('who can write the tag of a VLAN needs no second one for it', () => {
  const into20 = cellsOfHost().flatMap(({ attack, targets }) =>
    targets.filter(({ vlan }) => vlan === 20).map(({ verdict }) => `${attack} ${verdict}`),
  )
  expect(into20).toEqual(['switch-spoofing blocked', 'plain-tagging works', 'double-tagging blocked'])
})
