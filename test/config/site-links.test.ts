import { expect, test } from 'vitest'
import { neighbourLinks, suggestedLinks } from '../../src/config/index.ts'
import { readAs } from './generate.ts'

const NORTH = readAs(
  'ios',
  `north#show running-config
hostname north
interface GigabitEthernet0/1
 channel-group 1 mode active
interface GigabitEthernet0/2
 description to south Gi0/2
interface GigabitEthernet0/3
 description southern desk
interface Port-channel1
 switchport mode trunk
end
north#show cdp neighbors detail
-------------------------
Device ID: south.example.net
Entry address(es):
  IP address: 192.0.2.2
Platform: cisco WS-C2960,  Capabilities: Switch IGMP
Interface: GigabitEthernet0/1,  Port ID (outgoing port): GigabitEthernet0/1
Holdtime : 150 sec

north#
`,
)
const SOUTH = readAs(
  'ios',
  `hostname south
interface GigabitEthernet0/1
 channel-group 5 mode active
interface GigabitEthernet0/2
 description uplink
interface Port-channel5
 description link to north
 switchport mode trunk
`,
)

test('cables come from what the devices heard of each other, bundles as one', () => {
  expect(neighbourLinks([NORTH, SOUTH])).toMatchObject([
    {
      a: { device: 'north', port: 'Port-channel1' },
      b: { device: 'south', port: 'Port-channel5' },
      by: 'CDP',
    },
  ])
})

test('a neighbour that is not read makes no cable', () => {
  expect(neighbourLinks([NORTH])).toEqual([])
})

test('descriptions suggest cables for ports that have none', () => {
  const known = neighbourLinks([NORTH, SOUTH])
  expect(suggestedLinks([NORTH, SOUTH], known)).toEqual([
    {
      a: { device: 'north', port: 'GigabitEthernet0/2' },
      b: { device: 'south', port: 'GigabitEthernet0/2' },
      because: 'to south Gi0/2',
    },
  ])
  expect(suggestedLinks([NORTH, SOUTH]).map(({ a }) => a.port)).toEqual([
    'GigabitEthernet0/2',
    'Port-channel5',
  ])
})
