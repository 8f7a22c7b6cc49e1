import { expect, it } from 'vitest'
import { readConfig } from '../../src/config/index.ts'
import type { Service } from '../../src/rules/site.ts'
import { whyLine } from '../../src/verdict/why-line.ts'

const TEXT = `hostname SW1
interface GigabitEthernet0/1
 description PC
 switchport access vlan 10
 switchport mode access
interface GigabitEthernet0/4
 switchport access vlan 20
 switchport mode access
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20
 switchport mode trunk
`
const OFFICE: Service = {
  name: 'office',
  vlan: 10,
  ends: [
    { device: 'SW1', port: 'GigabitEthernet0/1' },
    { device: 'SW1', port: 'GigabitEthernet0/24' },
  ],
}

function why(line: number) {
  return whyLine(TEXT, line, (text) => {
    const { devices } = readConfig(text, { path: 'sw1.cfg', dialect: 'ios', profile: 'catalyst-2960' })
    return { devices, links: [], purposes: {}, services: [OFFICE] }
  })
}

it('mode access is there against switch spoofing', () => {
  expect(why(5).attacks).toContainEqual({
    device: 'SW1',
    ports: ['GigabitEthernet0/1'],
    attack: 'switch-spoofing',
    vlan: 20,
    with: 'blocked',
    without: 'works',
  })
})

it('an access VLAN is there for a service', () => {
  expect(why(4).services).toEqual([{ name: 'office', with: true, without: false }])
})

it('a description changes nothing, and is called so', () => {
  expect(why(3)).toEqual({ attacks: [], services: [] })
})
