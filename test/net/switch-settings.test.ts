import { describe, expect, it } from 'vitest'
import { NOTHING_TOLD, tellAll } from '../../src/net/per-vlan.ts'
import {
  changedSettings,
  mapSomeSettings,
  mapSwitchSettings,
  switchSettings,
} from '../../src/net/switch-settings.ts'
import { vlanSet } from '../../src/net/vlan-set.ts'
import { bare, switchOf } from './scene.ts'

const plain = switchSettings(switchOf('SW1', []))
const groups = [{ name: 'peers', vlans: bare(vlanSet(4094)) }]
const before = { ...plain, vlans: { ...plain.vlans, groups } }

describe('the settings of a switch as a whole', () => {
  it('are all told to have changed where each is another one, and none where each is the very same', () => {
    const after = mapSwitchSettings(before, (setting) => ({ ...setting }))
    expect(Object.keys(changedSettings(before, after)).sort()).toEqual(Object.keys(before).sort())
    expect(changedSettings(before, switchSettings(before))).toEqual({})
  })

  it('are passed on one by one where only some changed', () => {
    const bridgePriority = { value: tellAll(NOTHING_TOLD, 4096), from: [3] }
    const changed = changedSettings(before, { ...before, bridgePriority })
    const moved = mapSomeSettings(changed, (setting) => ({
      ...setting,
      from: setting.from.map((id) => id + 10),
    }))
    expect(moved).toEqual({ bridgePriority: { ...bridgePriority, from: [13] } })
  })

  it.each([
    ['comes', [...groups, { name: 'racks', vlans: bare(vlanSet(10)) }]],
    ['goes', []],
    ['gets another name', [{ name: 'pair', vlans: groups[0]?.vlans ?? bare([]) }]],
    ['gets other VLANs', [{ name: 'peers', vlans: bare(vlanSet(4093)) }]],
  ])('have changed where a trunk group %s', (_, others) => {
    const vlans = { ...before.vlans, groups: others }
    expect(changedSettings(before, { ...before, vlans })).toEqual({ vlans })
  })

  it('have their sources moved, those of the VLANs too', () => {
    const moved = mapSwitchSettings(before, (setting) => ({ ...setting, from: [7] }))
    const { vlans, ...single } = moved
    for (const setting of [
      ...Object.values(single),
      vlans.existing,
      vlans.suspended,
      ...vlans.groups.map((group) => group.vlans),
    ]) {
      expect(setting.from).toEqual([7])
    }
  })
})
