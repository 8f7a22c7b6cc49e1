import { expect, it } from 'vitest'
import { switchOf } from '../../../src/flow/lesson/switch-text.ts'

it('counts the sources of a second switch behind those of the first, the VTP mode among them', () => {
  const made = switchOf(
    {
      name: 'SW2',
      dialect: 'ios',
      profile: 'catalyst-2960',
      config: 'vtp mode transparent\nvlan 20\nspanning-tree vlan 20 priority 4096\n',
      place: { file: 'lesson.md', line: 1 },
    },
    '',
    100,
  )
  const { vtpMode, vtpDomain, bridgePriority, pathCostMethod, tagNative, vlans } = made.device
  const written = [vtpMode, bridgePriority, vlans.existing].flatMap(({ from }) => from)
  for (const id of [...written, ...vtpDomain.from, ...pathCostMethod.from, ...tagNative.from]) {
    expect(made.sources[id - 100]).toBeDefined()
  }
  expect(vtpMode.from.map((id) => made.sources[id - 100])).toMatchObject([{ text: 'vtp mode transparent' }])
})
