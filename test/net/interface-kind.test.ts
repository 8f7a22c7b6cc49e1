import { describe, expect, it } from 'vitest'
import { interfaceKind, isEthernet, speedOf } from '../../src/net/interface-kind.ts'

describe('the kind of interface that a word means', () => {
  it.each([
    ['GigabitEthernet', 'GigabitEthernet'],
    ['gigabitethernet', 'GigabitEthernet'],
    ['port-channel', 'Port-channel'],
    ['Vl', 'Vlan'],
    ['e', 'Ethernet'],
    ['gig', 'GigabitEthernet'],
    ['Twe', 'TwentyFiveGigE'],
    ['Hu', 'HundredGigE'],
    ['mg', 'mgmt'],
  ])('is the one that it begins: %s', (word, kind) => {
    expect(interfaceKind(word)).toBe(kind)
  })

  it.each([
    ['f', 'FastEthernet'],
    ['Fi', 'FiveGigabitEthernet'],
    ['Fo', 'FortyGigabitEthernet'],
    ['t', 'TenGigabitEthernet'],
    ['Tw', 'TwoGigabitEthernet'],
    ['portchannel', 'Port-channel'],
  ])('is the usual one where it begins several, or none: %s', (word, kind) => {
    expect(interfaceKind(word)).toBe(kind)
  })

  it.each(['two', 'm', 'swp', 'GigabitEthernets', 'constructor'])('is none for %s', (word) => {
    expect(interfaceKind(word)).toBeNull()
    expect(interfaceKind(word)).toBeNull()
  })
})

it('Ethernet ports can switch, and tell their speed unless they are called just that', () => {
  expect(isEthernet('TenGigabitEthernet')).toBe(true)
  expect(isEthernet('Vlan')).toBe(false)
  expect(speedOf('TenGigabitEthernet')).toBe(10_000)
  expect(speedOf('Ethernet')).toBeNull()
  expect(speedOf('Vlan')).toBeNull()
})
