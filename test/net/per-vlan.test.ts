import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOTHING_TOLD, numberIn, tellAll, tellVlans } from '../../src/net/per-vlan.ts'
import { hasVlan, vlanSet } from '../../src/net/vlan-set.ts'

describe('a number for each VLAN', () => {
  it('is what was last told of the VLAN, else what was told of all', () => {
    const vlan = fc.integer({ min: 1, max: 30 })
    const telling = fc.record({
      vlans: fc.option(fc.array(vlan, { minLength: 1, maxLength: 5 }).map((ids) => vlanSet(...ids))),
      value: fc.option(fc.constantFrom(4096, 8192, 24_576)),
    })
    fc.assert(
      fc.property(fc.array(telling, { maxLength: 8 }), vlan, (tellings, asked) => {
        const told = tellings.reduce(
          (so, { vlans, value }) => (vlans ? tellVlans(so, vlans, value) : tellAll(so, value)),
          NOTHING_TOLD,
        )
        const own = tellings.findLast(({ vlans }) => vlans && hasVlan(vlans, asked))?.value ?? null
        const all = tellings.findLast(({ vlans }) => vlans === null)?.value ?? null
        expect(numberIn(told, asked)).toBe(own ?? all)
      }),
    )
  })

  it('is one value however it was told, and nothing once all is taken back', () => {
    const one = tellVlans(tellVlans(NOTHING_TOLD, vlanSet(5), 8192), vlanSet(6, 9), 4096)
    const other = tellVlans(tellVlans(NOTHING_TOLD, vlanSet([5, 9]), 4096), vlanSet(5, 7, 8), 8192)
    expect(tellVlans(other, vlanSet(7, 8), null)).toEqual(one)
    expect(one.own).toEqual([
      { vlans: vlanSet(6, 9), value: 4096 },
      { vlans: vlanSet(5), value: 8192 },
    ])
    expect(tellVlans(one, vlanSet([1, 20]), null)).toEqual(NOTHING_TOLD)
  })
})

it('has a number once, however often it is told', () => {
  const twice = tellVlans(tellVlans(NOTHING_TOLD, vlanSet(10), 4096), vlanSet(20), 4096)
  expect(twice.own).toEqual([{ vlans: vlanSet(10, 20), value: 4096 }])
})
