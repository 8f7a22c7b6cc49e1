import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ALL_VLANS,
  commonVlans,
  countVlans,
  eachVlan,
  hasVlan,
  NO_VLANS,
  sameVlans,
  showVlans,
  unionVlans,
  type VlanSet,
  vlanSet,
  withoutVlans,
} from '../../src/net/vlan-set.ts'

const member = fc.oneof(
  fc.integer({ min: 1, max: 40 }),
  fc
    .tuple(fc.integer({ min: 1, max: 40 }), fc.nat(12))
    .map(([from, more]): [number, number] => [from, from + more]),
)
const members = fc.array(member, { maxLength: 12 })
const set = members.map((list) => vlanSet(...list))

/** The same set as the language has it: what the laws compare with. */
const plain = (s: VlanSet) => new Set(eachVlan(s))

describe('a set of VLANs', () => {
  it('holds what it was made of, in ascending ranges that do not touch', () => {
    fc.assert(
      fc.property(members, (list) => {
        const made = vlanSet(...list)
        const wanted = new Set(list.flatMap((m) => (typeof m === 'number' ? [m] : [...eachVlan([m])])))
        expect(plain(made)).toEqual(wanted)
        made.forEach(([from, to], i) => {
          expect(from).toBeLessThanOrEqual(to)
          const next = made[i + 1]
          if (next) expect(next[0]).toBeGreaterThan(to + 1)
        })
      }),
    )
  })

  it('joins, cuts and meets like sets, and its results are in the one normal form', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        const [pa, pb] = [plain(a), plain(b)]
        const laws: [VlanSet, Set<number>][] = [
          [unionVlans(a, b), new Set([...pa, ...pb])],
          [withoutVlans(a, b), new Set([...pa].filter((v) => !pb.has(v)))],
          [commonVlans(a, b), new Set([...pa].filter((v) => pb.has(v)))],
        ]
        for (const [got, wanted] of laws) {
          expect(plain(got)).toEqual(wanted)
          expect(got).toEqual(vlanSet(...got))
          expect(countVlans(got)).toBe(wanted.size)
        }
        expect(sameVlans(a, b)).toBe(JSON.stringify(a) === JSON.stringify(b))
      }),
    )
  })

  it('answers membership as it lists', () => {
    fc.assert(
      fc.property(set, fc.nat(60), (s, vid) => {
        expect(hasVlan(s, vid)).toBe(plain(s).has(vid))
      }),
    )
  })

  it('prints ranges, single VLANs and nothing', () => {
    expect(showVlans(vlanSet(20, [1, 9], 10))).toBe('1-10,20')
    expect(showVlans(NO_VLANS)).toBe('none')
    expect(countVlans(ALL_VLANS)).toBe(4094)
  })
})
