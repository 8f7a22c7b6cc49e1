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
