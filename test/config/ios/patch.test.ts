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
