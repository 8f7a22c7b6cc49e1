import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DialectName } from '../../src/config/index.ts'
import { holdsFor } from './holds.ts'
import { mutated, SEEDS } from './mutations.ts'

test('3,000 mutated configurations are read or refused, every line accounted for', () => {
  let read = 0
  for (let number = 0; number < 3000; number++) read += holdsFor(mutated(number)).length > 0 ? 1 : 0
  expect(read).toBeGreaterThan(2000)
})

test.each(['ios', 'nxos', 'eos'] satisfies DialectName[])('any text at all can be read as %s', (dialect) => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      holdsFor(text, dialect)
    }),
  )
})

test('line ends of either kind make the same device', () => {
  for (const seed of SEEDS) {
    const [unix, windows] = [seed, seed.replaceAll('\n', '\r\n')].map((text) =>
      holdsFor(text).map(({ device }) => device),
    )
    expect(windows).toEqual(unix)
  }
})

describe('sizes that would make a careless reader hang', () => {
  const lineOf = (length: number) => 'x'.repeat(length)

  test('a line of 10 MB', () => {
    const [device] = holdsFor(`hostname a\n ${lineOf(10_000_000)}\ninterface Gi0/1\n`)
    expect(device?.lines[1]).toMatchObject({ state: 'unknown', text: expect.stringMatching(/^.{1,210}$/) })
    expect(device?.device.ports).toHaveLength(1)
  })

  test('a VLAN list of 10 MB', () => {
    holdsFor(`interface Gi0/1\n switchport trunk allowed vlan ${'1,'.repeat(5_000_000)}1\n`)
  })

  test('a million lines', () => {
    holdsFor(`hostname a\n${'frobnicate\n'.repeat(1_000_000)}`)
  })

  test('twenty thousand edits of one allowed list', () => {
    const edits = Array.from({ length: 20_000 }, (_, i) => {
      return ` switchport trunk allowed vlan ${i % 2 ? 'add' : 'remove'} ${1 + ((i * 7) % 4094)}`
    })
    const [device] = holdsFor(`interface Gi0/1\n${edits.join('\n')}\n`)
    expect(device?.device.ports[0]?.allowedVlans.from.length).toBeLessThan(6000)
  })

  test('one VLAN two hundred thousand times', () => {
    const [device] = holdsFor(`hostname a\n${'vlan 5\n'.repeat(200_000)}`)
    expect(device?.device.vlans.existing.from.length).toBeLessThan(6000)
  })

  test('twenty thousand trunk groups of a VLAN and of a port', () => {
    const groups = (words: string) => Array.from({ length: 20_000 }, (_, i) => `   ${words} g${i}`).join('\n')
    const text = `! device: a (x, EOS-4.30)\nvlan 10\n${groups('trunk group')}\ninterface Ethernet1\n${groups('switchport trunk group')}\n`
    const [device] = holdsFor(text)
    expect(device?.device.vlans.groups).toHaveLength(20_000)
    expect(device?.device.ports[0]?.trunkGroups.value).toHaveLength(20_000)
  })

  test('the whole VLAN range a thousand times', () => {
    holdsFor(`vlan 1-4094\n${'no vlan 2-4000\nvlan 1-4094\n'.repeat(1000)}`)
  })

  test('a range of ports without end', () => {
    const [device] = holdsFor('hostname a\ninterface range Gi1/0/1 - 999999\n shutdown\n')
    expect(device?.device.ports).toEqual([])
    expect(device?.lines[1]?.touches).toEqual({ what: 'switch' })
  })

  test('banners that never end, one after the other', () => {
    holdsFor(
      `hostname a\n${Array.from({ length: 20_000 }, (_, i) => `banner motd ${String.fromCharCode(0x4e00 + (i % 9000))}`).join('\n')}\n`,
    )
  })

  test('a hundred thousand host names', () => {
    holdsFor(`${'hostname a\n'.repeat(100_000)}`)
  })
})
