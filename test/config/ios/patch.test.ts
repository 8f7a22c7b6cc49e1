import { expect, test } from 'vitest'
import { applyLines, patch } from '../../../src/config/index.ts'
import { readAs } from '../generate.ts'

const BEFORE = readAs(
  'ios',
  `hostname a
vtp mode transparent
vlan 10,20
interface Gi0/1
 switchport mode trunk
 switchport trunk allowed vlan 1-100
interface Gi0/2
 description desk
interface Gi0/3
 switchport mode trunk
 shutdown
`,
)

function linesTo(...typed: readonly string[]) {
  const { device, refused } = applyLines(BEFORE, typed)
  if (refused) throw new Error(refused.answer.text)
  return patch(BEFORE, device)
}

test('an allowed list is edited by the fewest and shortest lines', () => {
  const lines = (...typed: readonly string[]) =>
    linesTo('interface Gi0/1', ...typed).commands.map(({ line }) => line.trim())
  expect(lines('switchport trunk allowed vlan remove 1')).toEqual([
    'interface Gi0/1',
    'switchport trunk allowed vlan 2-100',
  ])
  expect(lines('switchport trunk allowed vlan remove 50,60,70,80,90,92,94,96,98,99')).toEqual([
    'interface Gi0/1',
    'switchport trunk allowed vlan remove 50,60,70,80,90,92,94,96,98,99',
  ])
  expect(lines('switchport trunk allowed vlan all')).toEqual([
    'interface Gi0/1',
    'no switchport trunk allowed vlan',
  ])
})

test('what only adds comes first, what may cut comes last and says why', () => {
  const { commands, advice } = linesTo(
    'interface Gi0/1',
    'switchport trunk native vlan 999',
    'switchport nonegotiate',
    'interface Gi0/2',
    'spanning-tree portfast',
    'vlan 999',
    'vlan dot1q tag native',
  )
  expect(commands.map(({ line, mayCut }) => [line, mayCut !== null])).toEqual([
    ['vlan 999', false],
    ['interface Gi0/2', false],
    [' spanning-tree portfast', false],
    ['interface Gi0/1', false],
    [' switchport trunk native vlan 999', true],
    [' switchport nonegotiate', true],
    ['vlan dot1q tag native', true],
  ])
  expect(advice[0]).toContain('change the far end first')
  expect(advice.join()).toContain('"reload in 10"')
})

test('nothing is cut at a port that is down, and there is then nothing to be careful about', () => {
  const { commands, advice } = linesTo('interface Gi0/3', 'switchport trunk native vlan 7')
  expect(commands.every(({ mayCut }) => mayCut === null)).toBe(true)
  expect(advice).toEqual([])
})

test('the way back from a VTP domain where none was is said to be none', () => {
  const { commands, rollback, advice } = linesTo('vtp domain CORP')
  expect(commands.map(({ line }) => line)).toEqual(['vtp domain CORP'])
  expect(rollback).toEqual([])
  expect(advice.join()).toContain('not taken away')
})

const BUNDLED = readAs(
  'ios',
  `hostname a
vtp mode transparent
vlan 10
 name TEN
interface Port-channel1
 switchport mode trunk
interface Gi0/1
 channel-group 1 mode active
interface Gi0/2
 channel-group 1 mode active
${Array.from({ length: 14 }, (_, n) => `interface Gi1/${n}`).join('\n')}
interface Vlan1
 ip address 192.0.2.1 255.255.255.0
`,
)

function typedAt(...typed: readonly string[]) {
  const { device, refused } = applyLines(BUNDLED, typed)
  if (refused) throw new Error(refused.answer.text)
  const { commands, rollback } = patch(BUNDLED, device)
  const text = (lines: typeof commands) => lines.map(({ line }) => line)
  return { commands: text(commands), rollback: text(rollback) }
}

test('ports of equal lines share them under a range, of at most five parts', () => {
  const odd = [0, 1, 2, 4, 6, 8, 10, 12].map((n) => `Gi1/${n}`).join(',')
  expect(typedAt(`interface range ${odd}`, 'switchport mode access').commands).toEqual([
    'interface range Gi1/0 - 2 , Gi1/4 , Gi1/6 , Gi1/8 , Gi1/10',
    ' switchport mode access',
    'interface Gi1/12',
    ' switchport mode access',
  ])
})

test('a member is told through its port-channel', () => {
  expect(typedAt('interface Po1', 'switchport trunk native vlan 99', 'shutdown').commands).toEqual([
    'interface Port-channel1',
    ' switchport trunk native vlan 99',
    ' shutdown',
  ])
})

test('a port that joins is first made like its port-channel, and one that leaves goes before anything else', () => {
  expect(typedAt('interface Gi1/3', 'channel-group 1 mode active')).toEqual({
    commands: ['interface Gi1/3', ' switchport mode trunk', ' channel-group 1 mode active'],
    rollback: ['interface Gi1/3', ' no channel-group', 'interface Gi1/3', ' no switchport mode'],
  })
})

test('what stands under VLANs and VLAN interfaces, and what is said of the whole switch, is part of a patch', () => {
  expect(
    typedAt(
      'vlan 20',
      'name TWENTY',
      'vlan 10',
      'state suspend',
      'vtp mode off',
      'spanning-tree portfast bpduguard default',
      'interface Vlan1',
      'no ip address',
      'shutdown',
    ),
  ).toEqual({
    commands: [
      'vtp mode off',
      'vlan 20',
      ' name TWENTY',
      'spanning-tree portfast bpduguard default',
      'vlan 10',
      ' state suspend',
      'interface Vlan1',
      ' no ip address',
      ' shutdown',
    ],
    rollback: [
      'vtp mode transparent',
      'vlan 10',
      ' state active',
      'no spanning-tree portfast bpduguard default',
      'no vlan 20',
      'interface Vlan1',
      ' ip address 192.0.2.1 255.255.255.0',
      ' no shutdown',
    ],
  })
})

test('a port-channel and a VLAN interface that are no more are taken away', () => {
  const { commands, rollback } = typedAt(
    'interface Gi1/3',
    'channel-group 7 mode on',
    'interface Vlan5',
    'shutdown',
  )
  expect(commands).toEqual([
    'interface Port-channel7',
    'interface Gi1/3',
    ' channel-group 7 mode on',
    'interface Vlan5',
    ' shutdown',
  ])
  expect(rollback).toEqual([
    'interface Gi1/3',
    ' no channel-group',
    'no interface Port-channel7',
    'no interface Vlan5',
  ])
})

const TREE = readAs(
  'ios',
  `hostname a
vtp mode transparent
vlan 10,20,30
spanning-tree vlan 10,20 priority 4096
interface Gi0/1
 spanning-tree cost 5
 spanning-tree vlan 10,20,30 cost 7
`,
)

test('of what VLANs are told by themselves only what changes is typed, and what is gone is taken back', () => {
  const { device } = applyLines(TREE, [
    'no spanning-tree vlan 20 priority',
    'spanning-tree vlan 30 priority 8192',
    'interface Gi0/1',
    'no spanning-tree cost',
    'spanning-tree vlan 20 cost 9',
    'no spanning-tree vlan 30 cost',
  ])
  const { commands, rollback } = patch(TREE, device)
  expect(commands.map(({ line }) => line)).toEqual([
    'interface Gi0/1',
    ' no spanning-tree cost',
    ' no spanning-tree vlan 30 cost',
    ' spanning-tree vlan 20 cost 9',
    'no spanning-tree vlan 20 priority',
    'spanning-tree vlan 30 priority 8192',
  ])
  expect(rollback.map(({ line }) => line)).toEqual([
    'interface Gi0/1',
    ' spanning-tree cost 5',
    ' spanning-tree vlan 20,30 cost 7',
    'no spanning-tree vlan 30 priority',
    'spanning-tree vlan 20 priority 4096',
  ])
  const cutting = commands.filter(({ mayCut }) => mayCut !== null).map(({ line }) => line)
  expect(cutting).toEqual(commands.slice(1).map(({ line }) => line))
})
