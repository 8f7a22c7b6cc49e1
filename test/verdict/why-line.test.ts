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

const PAIR = `! device: leaf (DCS-7050SX3, EOS-4.30.1F)
hostname LEAF
vlan 10,20
!
vlan 4094
   trunk group peers
!
interface Ethernet1
   switchport trunk native vlan 10
   switchport mode trunk
!
interface Ethernet2
   switchport trunk native vlan 999
   switchport mode trunk
   switchport trunk group peers
!
interface Ethernet5
   switchport access vlan 10
!
interface Ethernet6
   switchport access vlan 4094
`

function whyOnPair(line: number) {
  return whyLine(PAIR, line, (text) => {
    const { devices } = readConfig(text, { path: 'leaf.cfg', dialect: 'eos' })
    const ends = ['Ethernet2', 'Ethernet6'].map((port) => ({ device: 'LEAF', port }))
    return { devices, links: [], purposes: {}, services: [{ name: 'peers', vlan: 4094, ends }] }
  })
}

it('the trunk group of a VLAN keeps double tagging out of it, and the group of a trunk lets the VLAN cross', () => {
  expect(whyOnPair(6).attacks).toEqual([
    {
      device: 'LEAF',
      ports: ['Ethernet5'],
      attack: 'double-tagging',
      vlan: 4094,
      with: 'blocked',
      without: 'depends',
    },
  ])
  expect(whyOnPair(15)).toEqual({ attacks: [], services: [{ name: 'peers', with: true, without: false }] })
})

it('without its header a VLAN is gone with its lines, which are not handed to the VLANs before it', () => {
  expect(whyOnPair(5)).toEqual({ attacks: [], services: [{ name: 'peers', with: true, without: false }] })
})
