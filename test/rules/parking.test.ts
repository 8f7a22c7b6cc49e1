import { expect, test } from 'vitest'
import { readConfig } from '../../src/config/index.ts'
import { parkingPlace, parkingVlans } from '../../src/rules/parking.ts'
import { deviceOf, viewSite } from '../../src/rules/view.ts'

const shut = (port: number, vlan: number) =>
  `interface GigabitEthernet0/${port}\n switchport mode access\n switchport access vlan ${vlan}\n shutdown\n`

/** Where SW1 parks its ports, with further lines of its own and of another switch of the site. */
function parking(own: string, other = '') {
  const devices = [`hostname SW1\n${own}`, `hostname SW2\n${other}`].flatMap(
    (text) => readConfig(text, { path: 'x.cfg', dialect: 'ios' }).devices,
  )
  const view = viewSite({ devices, links: [], purposes: {}, services: [] })
  const device = deviceOf(view, 'SW1')
  return { vlans: parkingVlans(view, device), place: parkingPlace(view, device) }
}

test('ports are parked where only ports that are shut are', () => {
  expect(parking(`${shut(1, 998)}${shut(2, 1)}`)).toEqual({ vlans: [998], place: 998 })
})

test.each([
  ['a host', 'interface GigabitEthernet0/5\n switchport mode access\n switchport access vlan 20\n'],
  ['a phone', 'interface GigabitEthernet0/5\n switchport mode access\n switchport voice vlan 20\n'],
  [
    'untagged frames of a trunk',
    'interface GigabitEthernet0/5\n switchport mode trunk\n switchport trunk native vlan 20\n',
  ],
  ['an address', 'interface Vlan20\n ip address 192.0.2.1 255.255.255.0\n'],
])('a VLAN with %s in it is no parking place, on another switch either', (_, live) => {
  expect(parking(`${shut(1, 20)}${live}`).vlans).toEqual([])
  expect(parking(shut(1, 20), live).vlans).toEqual([])
})

test('a trunk that is shut parks nothing by the access VLAN that is left in its lines', () => {
  const trunk =
    'interface GigabitEthernet0/1\n switchport mode trunk\n switchport access vlan 20\n shutdown\n'
  expect(parking(trunk).vlans).toEqual([])
})

test('no more ports are sent to a VLAN that a trunk lists', () => {
  const trunk =
    'interface GigabitEthernet0/24\n switchport mode trunk\n switchport trunk allowed vlan 10,998\n'
  expect(parking(`${shut(1, 998)}${trunk}`)).toEqual({ vlans: [998], place: undefined })
})
