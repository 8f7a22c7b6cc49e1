import { expect, it } from 'vitest'
import { hasVlan, type VlanSet } from '../../src/net/vlan-set.ts'
import { VlanKinds } from '../../src/verdict/vlan-kinds.ts'

const TRUNK: VlanSet = [
  [1, 150],
  [300, 400],
]
const ACTIVE: VlanSet = [[100, 4094]]
const LISTED = Array.from({ length: 400 }, (_, index) => index + 1)

function ask(vlans: readonly number[], sets: readonly VlanSet[], alone: readonly number[]) {
  const asked: number[] = []
  const answers = new VlanKinds(vlans).ask({ sets: new Set(sets), vlans: new Set(alone) }, (vlan) => {
    asked.push(vlan)
    return { carried: hasVlan(TRUNK, vlan), active: hasVlan(ACTIVE, vlan), native: vlan === 99 }
  })
  return { asked, answers }
}

it('asks of 400 VLANs what differs: one of each kind, and those that are compared with by themselves', () => {
  const { asked, answers } = ask(LISTED, [TRUNK, ACTIVE], [99, 4000])
  expect(asked).toEqual([99, 1, 100, 151])
  for (const vlan of LISTED)
    expect(answers.of(vlan), `${vlan}`).toEqual({
      carried: hasVlan(TRUNK, vlan),
      active: hasVlan(ACTIVE, vlan),
      native: vlan === 99,
    })
})

it('answers for no VLAN that is not listed', () => {
  expect(ask([1, 2], [TRUNK], [3]).answers.of(3)).toBeUndefined()
})

it('asks nothing of a kind whose VLANs all stand alone', () => {
  expect(ask([1, 2], [TRUNK], [1, 2]).asked).toEqual([1, 2])
})

it('takes equal lists for one, whoever wrote them, and answers each question anew', () => {
  const kinds = new VlanKinds([1, 200])
  const question = (vlan: number) => vlan
  const first = kinds.ask({ sets: new Set<VlanSet>([[[1, 150]]]), vlans: new Set() }, question)
  const second = kinds.ask({ sets: new Set<VlanSet>([[[1, 150]]]), vlans: new Set() }, (vlan) => -vlan)
  expect([first.given, second.given]).toEqual([
    [1, 200],
    [-1, -200],
  ])
})
