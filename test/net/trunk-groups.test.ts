import { describe, expect, it } from 'vitest'
import type { TrunkGroup } from '../../src/net/settings.ts'
import { plainVlans } from '../../src/net/settings.ts'
import { simulate } from '../../src/net/simulate.ts'
import type { Stimulus } from '../../src/net/stimulus.ts'
import { carriedVlans, withheldVlans } from '../../src/net/trunk-groups.ts'
import { ALL_VLANS, showVlans, vlanSet } from '../../src/net/vlan-set.ts'
import { bare, cables, frameFrom, networkOf, portWith, station, switchOf } from './scene.ts'

function group(name: string, ...vlans: number[]): TrunkGroup {
  return { name, vlans: bare(vlanSet(...vlans)) }
}

function database(...groups: readonly TrunkGroup[]) {
  return { ...plainVlans(bare(ALL_VLANS)), groups }
}

describe('a trunk', () => {
  const both = [group('peers', 12, 4093, 4094), group('racks', 10, 11, 12)]
  it.each([
    ['in no group', [], '10-12,4093-4094'],
    ['in one group, with a VLAN that another group has too', ['peers'], '10-11'],
    ['in the other one', ['racks'], '4093-4094'],
    ['in both', ['peers', 'racks'], 'none'],
    ['in a group that no VLAN is in', ['nobody'], '10-12,4093-4094'],
    ['in a group of another case', ['PEERS'], '10-12,4093-4094'],
  ])('%s carries no VLAN that is in groups and in none of its own', (_, names, withheld) => {
    const port = portWith('1', 'trunk', { trunkGroups: names, allowedVlans: vlanSet([10, 20], 4094) })
    expect(showVlans(withheldVlans(port, database(...both)))).toBe(withheld)
    expect(withheldVlans(port, database())).toEqual([])
    expect(carriedVlans(port, database())).toBe(port.allowedVlans.value)
  })

  it('carries of its list what its groups do not withhold', () => {
    const port = portWith('1', 'trunk', { trunkGroups: ['racks'], allowedVlans: vlanSet([10, 20], 4094) })
    expect(showVlans(carriedVlans(port, database(...both)))).toBe('10-20')
  })

  it('carries none for its groups that its list does not hold', () => {
    const port = portWith('1', 'trunk', { trunkGroups: ['peers'], allowedVlans: vlanSet(12, 20) })
    expect(carriedVlans(port, database(...both))).toEqual(vlanSet(12, 20))
  })
})

/** What a host hears in VLAN 10, over two switches whose trunks are in these groups of VLAN 10. */
function heard(near: readonly string[], far: readonly string[], vlans = database(group('racks', 10))) {
  const ports = (trunkGroups: readonly string[]) => [
    portWith('host', 'access', { accessVlan: 10 }),
    portWith('trunk', 'trunk', { trunkGroups }),
  ]
  const eos = { profile: 'eos' } as const
  const network = networkOf(
    [
      { ...switchOf('SW1', ports(near), eos), vlans },
      { ...switchOf('SW22', ports(far), eos), vlans },
      station('A', { kind: 'attacker', mac: '02:00:00:00:00:0a' }),
      station('B', { kind: 'attacker', mac: '02:00:00:00:00:0b' }),
    ],
    cables('A.eth0 - SW1.host', 'SW1.trunk - SW22.trunk', 'B.eth0 - SW22.host'),
  )
  const send: Stimulus = {
    when: { at: 0 },
    do: 'send',
    device: 'A',
    port: 'eth0',
    frame: frameFrom('02:00:00:00:00:0a'),
  }
  const { events } = simulate(network, [send])
  return events.map(({ decision }) => decision).filter((id) => /not-in-group|deliver|station\//.test(id))
}

describe('a frame of an access port in a VLAN of a group', () => {
  it('crosses where both trunks are in the group, and stops where it meets one that is not', () => {
    expect(heard(['racks'], ['racks'])).toContain('station/overheard')
    expect(heard([], ['racks'])).toEqual(['station/sends', 'hold/not-in-group'])
    expect(heard(['racks'], [])).toEqual(['station/sends', 'drop/not-in-group'])
    expect(heard([], [], database())).toContain('station/overheard')
  })
})
