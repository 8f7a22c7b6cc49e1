import { expect, test } from 'vitest'
import { siteOf } from '../../src/commands/check/site-of.ts'
import { readConfig } from '../../src/config/index.ts'

const NORTH = `north#show running-config
hostname north
interface GigabitEthernet0/1
 switchport mode trunk
interface GigabitEthernet0/2
 switchport mode trunk
end
north#show cdp neighbors detail
-------------------------
Device ID: south
Platform: cisco WS-C2960,  Capabilities: Switch IGMP
Interface: GigabitEthernet0/1,  Port ID (outgoing port): GigabitEthernet0/7
Holdtime : 150 sec

north#
`
const SOUTH =
  'hostname south\ninterface GigabitEthernet0/7\n switchport mode trunk\n switchport trunk native vlan 9\n'

const devices = [NORTH, SOUTH].flatMap((text, n) => readConfig(text, { path: `${n}.cfg` }).devices)
const nothing = { purposes: [], services: [], links: [], assume: {} }
const heard = {
  a: { device: 'north', port: 'GigabitEthernet0/1' },
  b: { device: 'south', port: 'GigabitEthernet0/7' },
}

test('a cable that a switch heard of is a cable of the site', () => {
  expect(siteOf(devices, [], nothing).site.links).toEqual([heard])
})

test('what the user says about a port wins over what was heard there', () => {
  const said = { ...nothing, links: [['north Gi0/2', 'south Gi0/7']] as const }
  expect(siteOf(devices, [], said).site.links).toEqual([
    { a: { device: 'north', port: 'GigabitEthernet0/2' }, b: heard.b },
  ])
})

test('a cable named at members is one cable between their bundles', () => {
  const bundle = (name: string) => `hostname ${name}
interface Port-channel1
 switchport mode trunk
interface GigabitEthernet0/1
 switchport mode trunk
 channel-group 1 mode active
interface GigabitEthernet0/2
 switchport mode trunk
 channel-group 1 mode active
`
  const both = ['A', 'B'].flatMap((name) => readConfig(bundle(name), { path: `${name}.cfg` }).devices)
  const links = [
    ['A Gi0/1', 'B Gi0/1'],
    ['B:Gi0/2', 'A:Gi0/2'],
  ] as const
  expect(siteOf(both, [], { ...nothing, links }).site.links).toHaveLength(1)
  expect(siteOf(both, [], { ...nothing, links }).site.links[0]).toMatchObject({
    a: { port: 'Port-channel1' },
    b: { port: 'Port-channel1' },
  })
})
