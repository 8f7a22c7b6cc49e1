import { describe, expect, test } from 'vitest'
import { applyLines, patch, readConfig, writeConfig } from '../../../src/config/index.ts'
import { readAs } from '../generate.ts'

const BEFORE = readAs(
  'eos',
  `hostname pair
vlan 10-12
   trunk group racks
!
vlan 20
!
interface Ethernet1
   switchport trunk allowed vlan 10-20
   switchport mode trunk
   switchport trunk group racks
!
interface Ethernet2
   shutdown
`,
)

function linesTo(...typed: readonly string[]) {
  const { device, refused } = applyLines(BEFORE, typed)
  if (refused) throw new Error(refused.answer.text)
  const { commands, rollback } = patch(BEFORE, device)
  const texts = (lines: typeof commands) => lines.map(({ line }) => line)
  return {
    commands: texts(commands),
    rollback: texts(rollback),
    cuts: commands.filter(({ mayCut }) => mayCut),
  }
}

test.each([
  '   ',
  '',
])('a trunk group of a port is a sign of EOS, however far it is indented: "%s"', (indent) => {
  const text = `hostname a\ninterface Ethernet1\n${indent}switchport trunk group racks\n`
  expect(readConfig(text, { path: 'a.cfg' }).devices.map(({ dialect }) => dialect)).toEqual(['eos'])
})

test('a trunk group under a VLAN is a sign of EOS: on IOS no VLAN has one, and the ports would be dynamic', () => {
  const text = 'hostname a\nvlan 4094\n   trunk group peers\ninterface Ethernet1\n'
  expect(readConfig(text, { path: 'a.cfg' }).devices.map(({ dialect }) => dialect)).toEqual(['eos'])
})

describe('the trunk groups of VLANs', () => {
  test('are told a VLAN that is new before any trunk could carry it, and with its name', () => {
    const { commands, rollback, cuts } = linesTo(
      'vlan 4093-4094',
      'trunk group peers',
      'vlan 4094',
      'name mlag',
    )
    expect(commands).toEqual([
      'vlan 4094',
      ' name mlag',
      ' trunk group peers',
      'vlan 4093',
      ' trunk group peers',
    ])
    expect(cuts).toEqual([])
    expect(rollback).toEqual(['no vlan 4093-4094'])
  })

  test('take a VLAN that is there from trunks, which may cut, and give it back before all else', () => {
    const { commands, rollback, cuts } = linesTo(
      'vlan 20',
      'trunk group racks',
      'interface Ethernet2',
      'description spare',
    )
    expect(commands).toEqual(['interface Ethernet2', ' description spare', 'vlan 20', ' trunk group racks'])
    expect(cuts.map(({ line }) => line)).toEqual([' trunk group racks'])
    expect(rollback).toEqual(['vlan 20', ' no trunk group racks', 'interface Ethernet2', ' no description'])
  })

  test('lose all VLANs that are taken out of every group', () => {
    expect(linesTo('vlan 11-12', 'no trunk group').commands).toEqual(['vlan 11-12', ' no trunk group racks'])
    expect(linesTo('vlan 11', 'no trunk group peers').commands).toEqual([])
  })

  test('of a VLAN 1 are written, though that VLAN needs no line to be there', () => {
    const { device } = applyLines(BEFORE, ['vlan 1', 'trunk group racks'])
    expect(writeConfig(device)).toContain('vlan 1\n trunk group racks\n')
  })
})

describe('the trunk groups of a port', () => {
  test('are joined and left by name; its list stays as it is', () => {
    const { commands, rollback, cuts } = linesTo(
      'interface Ethernet1',
      'switchport trunk group peers',
      'no switchport trunk group racks',
    )
    expect(commands).toEqual([
      'interface Ethernet1',
      ' switchport trunk group peers',
      ' no switchport trunk group racks',
    ])
    expect(cuts).toHaveLength(2)
    expect(rollback).toEqual([
      'interface Ethernet1',
      ' switchport trunk group racks',
      ' no switchport trunk group peers',
    ])
  })

  test('are all left by one line', () => {
    const { commands, rollback } = linesTo('interface Ethernet1', 'default switchport trunk group')
    expect(commands).toEqual(['interface Ethernet1', ' no switchport trunk group'])
    expect(rollback).toEqual(['interface Ethernet1', ' switchport trunk group racks'])
  })

  test('need a name', () => {
    const { refused } = applyLines(BEFORE, ['interface Ethernet1', 'switchport trunk group'])
    expect(refused).not.toBeNull()
  })
})

test('where a show command tells other trunk groups than the configuration, that is said, and the configuration counts', () => {
  const text = `hostname pair
interface Ethernet1
   switchport mode trunk
   switchport trunk group racks
end
pair#show interfaces switchport
Default switchport mode: access

Name: Et1
Switchport: Enabled
Administrative Mode: trunk
Static Trunk Groups:
`
  const { device, assumptions } = readAs('eos', text)
  expect(device.ports[0]?.trunkGroups.value).toEqual(['racks'])
  expect(assumptions.filter((each) => each.includes('groups'))).toEqual([
    'Ethernet1: the list of trunk groups is racks in the configuration and none in "show interfaces switchport" (line 12). The configuration is taken.',
  ])
})
