import { expect, test } from 'vitest'
import { readConfig } from '../../src/config/index.ts'
import { reachesNowhere } from '../../src/rules/reaches-nowhere.ts'
import { viewSite } from '../../src/rules/view.ts'

const END = ['GigabitEthernet0/24', 'GigabitEthernet0/1'] as const

function said(near: string, far: string): string[] {
  const devices = [`hostname EDGE\n${near}`, `hostname CORE\n${far}`].flatMap(
    (text, n) => readConfig(text, { path: `${n}.cfg` }).devices,
  )
  const links = [{ a: { device: 'EDGE', port: END[0] }, b: { device: 'CORE', port: END[1] } }]
  const site = { devices, hypervisors: [], links, purposes: {}, services: [] }
  return reachesNowhere(viewSite(site)).map(({ device, effective }) => `${device}: ${effective}`)
}

function trunk(port: string, ...lines: string[]): string {
  return [`interface ${port}`, ...lines, ' switchport mode trunk', ''].join('\n')
}

const list = (vlans: string) => ` switchport trunk allowed vlan ${vlans}`
const TRANSPARENT = (vlans: string) => `vtp mode transparent\nvlan ${vlans}\n`

test('each end tells what the other does not allow', () => {
  expect(said(trunk(END[0], list('10,20')), trunk(END[1], list('10,30-31')))).toEqual([
    'EDGE: VLAN 20 at this end only',
    'CORE: VLAN 30-31 at this end only',
  ])
})

test('a VLAN that the far switch does not have ends there too', () => {
  const far = TRANSPARENT('10') + trunk(END[1], list('10,20'))
  expect(said(trunk(END[0], list('10,20')), far)).toEqual(['EDGE: VLAN 20 at this end only'])
})

test('a list of all VLANs promises none of them, and a native VLAN is no list', () => {
  expect(said(trunk(END[0]), trunk(END[1], list('10')))).toEqual([])
  expect(
    said(trunk(END[0], ' switchport trunk native vlan 99', list('10,99')), trunk(END[1], list('10'))),
  ).toEqual([])
})

test('an end that is no trunk, or shut, is nothing to compare with', () => {
  expect(said(trunk(END[0], list('10')), `interface ${END[1]}\n switchport mode access\n`)).toEqual([])
  expect(said(trunk(END[0], list('10,20')), trunk(END[1], list('10'), ' shutdown'))).toEqual([])
})
