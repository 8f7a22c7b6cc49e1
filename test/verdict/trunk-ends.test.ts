import { expect, it } from 'vitest'
import { readConfig } from '../../src/config/index.ts'
import { type SiteView, viewSite } from '../../src/rules/view.ts'
import { partsTrunkEnds } from '../../src/verdict/trunk-ends.ts'

const LINK = {
  a: { device: 'A', port: 'GigabitEthernet0/1' },
  b: { device: 'B', port: 'GigabitEthernet0/1' },
}
const trunk = (...lines: readonly string[]) => ['switchport mode trunk', ...lines]

/** Two switches with a cable: what stands above their ports, and under them. */
function site(near: readonly string[], far: readonly string[], global = ''): SiteView {
  const devices = [near, far].flatMap((lines, index) => {
    const text = `hostname ${index === 0 ? 'A' : 'B'}\n${index === 0 ? global : ''}interface GigabitEthernet0/1\n ${lines.join('\n ')}\n`
    return readConfig(text, { path: `${index}.cfg`, dialect: 'ios' }).devices
  })
  return viewSite({ devices, links: [LINK], purposes: {}, services: [] })
}

const TAGGING = 'vlan dot1q tag native\n'

it.each([
  ['the native VLAN', site(trunk('switchport trunk native vlan 9'), trunk())],
  ['the list', site(trunk('switchport trunk allowed vlan 1-9'), trunk())],
  ['the tag on the native VLAN', site(trunk(), trunk(), TAGGING)],
])('ends that part in %s are parted', (_, after) => {
  expect(partsTrunkEnds(site(trunk(), trunk()), after)).toBe(true)
})

it('ends that never agreed, or change together, are not', () => {
  const differing = site(trunk('switchport trunk native vlan 9'), trunk())
  expect(partsTrunkEnds(differing, differing)).toBe(false)
  const moved = trunk('switchport trunk native vlan 9')
  expect(partsTrunkEnds(site(trunk(), trunk()), site(moved, moved))).toBe(false)
})

it('two access ports have nothing of a trunk to agree on', () => {
  const access = ['switchport mode access']
  expect(partsTrunkEnds(site(access, access), site(access, access, TAGGING))).toBe(false)
})
