import { describe, expect, it } from 'vitest'
import { NOTHING_TOLD, tellVlans } from '../../src/net/per-vlan.ts'
import { plainVlans } from '../../src/net/settings.ts'
import { simulate } from '../../src/net/simulate.ts'
import { ALL_VLANS, vlanSet, withoutVlans } from '../../src/net/vlan-set.ts'
import { bare, cables, networkOf, portWith, switchOf } from './scene.ts'
import { blockedAt, PVST } from './tree-run.ts'

const CATALYST = { profile: 'catalyst-2960' } as const
const trunk = (name: string, values = {}) => portWith(name, 'trunk', { negotiate: false, ...values })
const inVlan = (vlan: number, value: number) => tellVlans(NOTHING_TOLD, vlanSet(vlan), value)
const TWICE = cables('S1.1 - SW2.1', 'S1.2 - SW2.2')

describe('two links between two switches', () => {
  it('are cut in the VLAN of a port and in its voice VLAN, and in no other', () => {
    const port = (name: string) =>
      portWith(name, 'access', { accessVlan: 10, voiceVlan: 200, negotiate: false })
    const network = networkOf(
      [switchOf('S1', [port('1'), port('2')], CATALYST), switchOf('SW2', [port('1'), port('2')], CATALYST)],
      TWICE,
    )
    expect(blockedAt(simulate(network, [], PVST), 'SW2', '2')).toEqual(vlanSet(10, 200))
  })

  it('are cut in their own VLAN alone where they are access links', () => {
    const access = (name: string) => portWith(name, 'access', { accessVlan: 10, negotiate: false })
    const network = networkOf(
      [
        switchOf('S1', [access('1'), access('2')], CATALYST),
        switchOf('SW2', [access('1'), access('2')], CATALYST),
      ],
      TWICE,
    )
    expect(blockedAt(simulate(network, [], PVST), 'SW2', '2')).toEqual(vlanSet(10))
  })

  it.each([10, 4094])('keep the one whose port has the lower priority at the root: in VLAN %i', (vlan) => {
    const network = networkOf(
      [
        switchOf('S1', [trunk('1'), trunk('2', { portPriority: inVlan(vlan, 64) })], CATALYST),
        switchOf('SW2', [trunk('1'), trunk('2')], CATALYST),
      ],
      TWICE,
    )
    const trace = simulate(network, [], PVST)
    expect(blockedAt(trace, 'SW2', '1')).toEqual(vlanSet(vlan))
    expect(blockedAt(trace, 'SW2', '2')).toEqual(withoutVlans(ALL_VLANS, vlanSet(vlan)))
  })
})

describe('a port-channel beside a single link', () => {
  const members = [trunk('Gi2', { channel: 'Port-channel1' }), trunk('Gi3', { channel: 'Port-channel1' })]
  it.each([
    ['under its own name', [trunk('Port-channel1')], 'Port-channel1'],
    ['under its first member where no port bears its name', [], 'Gi2'],
  ])('costs as its members together, %s', (_, named, kept) => {
    const ports = [trunk('Gi1'), ...named, ...members]
    const more = { ...CATALYST, pathCosts: 'long' } as const
    const network = networkOf(
      [switchOf('S1', ports, more), switchOf('SW2', ports, more)],
      cables('S1.Gi1 - SW2.Gi1', 'S1.Gi2 - SW2.Gi2', 'S1.Gi3 - SW2.Gi3'),
    )
    const cuts = simulate(network, [], PVST).events.flatMap((e) => (e.kind === 'block' ? (e.cuts ?? []) : []))
    expect(cuts).toMatchObject([{ kept: { port: kept, cost: 10_000 }, cut: { port: 'Gi1', cost: 20_000 } }])
  })
})

describe('a VLAN that one switch of a ring does not carry', () => {
  const without30 = withoutVlans(ALL_VLANS, vlanSet(30))
  it.each([
    ['lacks', plainVlans(bare(without30))],
    ['suspends', { ...plainVlans(bare(ALL_VLANS)), suspended: bare(vlanSet(30)) }],
  ])('makes no loop where the switch %s it, so that it crosses the cable between the others', (_, vlans) => {
    const network = networkOf(
      [
        { ...switchOf('S1', [trunk('2'), trunk('3')], CATALYST), vlans },
        switchOf('SW2', [trunk('1'), trunk('3')], CATALYST),
        switchOf('SWI3', [trunk('1'), trunk('2')], CATALYST),
      ],
      cables('S1.2 - SW2.1', 'S1.3 - SWI3.1', 'SW2.3 - SWI3.2'),
    )
    expect(blockedAt(simulate(network, [], PVST), 'SWI3', '2')).toEqual(without30)
  })
})
