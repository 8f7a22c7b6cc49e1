import { expect, test } from 'vitest'
import { fixLines } from '../../src/verdict/index.ts'

const GI5 = { device: 'A', port: 'GigabitEthernet0/5' }

test('what two findings ask of a port is typed once', () => {
  const lines = fixLines(
    [
      { ...GI5, lines: ['switchport mode access', 'switchport nonegotiate'] },
      { ...GI5, lines: ['switchport mode access', 'spanning-tree bpduguard enable'] },
      { device: 'B', port: 'GigabitEthernet0/5', lines: ['shutdown'] },
    ],
    'A',
  )
  expect(lines).toEqual([
    'interface GigabitEthernet0/5',
    ' switchport mode access',
    ' switchport nonegotiate',
    ' spanning-tree bpduguard enable',
  ])
})

test('lines of the device that belong to different blocks stand in each of them', () => {
  const park = { device: 'A', port: null, lines: ['vlan 999', ' shutdown'] }
  const quarantine = { device: 'A', port: null, lines: ['vlan 998', ' shutdown'] }
  expect(fixLines([park, quarantine, park], 'A')).toEqual(['vlan 999', ' shutdown', 'vlan 998', ' shutdown'])
})
