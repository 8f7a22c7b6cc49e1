import { expect, test } from 'vitest'
import { readConfig } from '../../src/config/index.ts'
import { viewSite } from '../../src/rules/view.ts'
import { unusedVlan } from '../../src/rules/vlans-in-use.ts'

function view(...lines: readonly string[]) {
  const { devices } = readConfig(['hostname SW1', ...lines, ''].join('\n'), { path: 'sw1.cfg' })
  return viewSite({ devices, links: [], purposes: {}, services: [] })
}

const HOST = ['interface Gi0/1', ' switchport mode access', ' switchport access vlan 999']
const trunk = (port: string, native: number) => [
  `interface ${port}`,
  ' switchport mode trunk',
  ` switchport trunk native vlan ${native}`,
]

test('what is proposed for natives, parked ports and hosts is never the same VLAN, nor one in use', () => {
  const site = view(...HOST, ...trunk('Gi0/24', 1))
  const proposed = [unusedVlan(site, 'native'), unusedVlan(site, 'parking'), unusedVlan(site, 'hosts')]
  expect(new Set([...proposed, 1, 999]).size).toBe(5)
})

test('a native VLAN that trunks have and nobody is in is taken for the next trunk too', () => {
  expect(unusedVlan(view(...trunk('Gi0/23', 88), ...trunk('Gi0/24', 1)), 'native')).toBe(88)
})

test('a native VLAN with a host in it is never proposed', () => {
  expect(unusedVlan(view(...HOST, ...trunk('Gi0/23', 999), ...trunk('Gi0/24', 1)), 'native')).not.toBe(999)
})

test('a VLAN that a trunk lists is in use beyond it, and never proposed', () => {
  const listing = [...trunk('Gi0/24', 1), ' switchport trunk allowed vlan 10,998,999']
  expect(unusedVlan(view(...listing), 'native')).toBe(997)
})

test('a VLAN that has a name is in use, also where every VLAN is taken to exist', () => {
  const servers = ['vlan 999', ' name SERVERS']
  expect(unusedVlan(view(...servers, ...trunk('Gi0/24', 1)), 'native')).toBe(998)
})
