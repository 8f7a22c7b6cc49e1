import { describe, expect, it } from 'vitest'
import { ATTACKS } from '../../src/attacks/index.ts'
import { readConfig } from '../../src/config/index.ts'
import type { DialectName } from '../../src/config/reading.ts'
import { simulate } from '../../src/net/simulate.ts'
import { deviceOf, viewSite } from '../../src/rules/view.ts'
import { SceneBuilder } from '../../src/verdict/scene.ts'

/** How a dialect heads the ports of the triangle, and tells a switch or a port what decides the tree of VLAN 10. */
type Words = { readonly port: (n: number) => string; readonly vlan: string; readonly first: string }
const DIALECTS: Readonly<Partial<Record<DialectName, Words>>> = {
  ios: {
    port: (n) => `GigabitEthernet1/0/${n}`,
    vlan: 'spanning-tree vlan 10',
    first: 'vtp mode transparent',
  },
  nxos: { port: (n) => `Ethernet1/${n}`, vlan: 'spanning-tree vlan 10', first: 'feature lacp' },
  eos: {
    port: (n) => `Ethernet${n}`,
    vlan: 'spanning-tree vlan-id 10',
    first: 'spanning-tree mode rapid-pvst',
  },
}

/** Lines for a switch as a whole, or for its port to the next switch. */
type Told = { readonly device?: string; readonly toNext?: string }

/**
 * Three switches in a triangle. VLAN 10 is native between A and B, where a host on A can be rid of an outer tag; between C and the
 * others it is tagged.
 */
function reaches(dialect: DialectName, told: Readonly<Partial<Record<'A' | 'B' | 'C', Told>>>): boolean {
  const words = DIALECTS[dialect]
  if (!words) throw new Error('no words')
  const { port, first } = words
  const trunk = (n: number, native: number, more = '') =>
    `interface ${port(n)}\n switchport mode trunk\n switchport trunk native vlan ${native}\n${more}\n`
  const desk = (vlan: number) =>
    `interface ${port(5)}\n switchport mode access\n switchport access vlan ${vlan}\n`
  const file = (name: 'A' | 'B' | 'C', next: number, last: number, vlan: number) => {
    const { device = '', toNext = '' } = told[name] ?? {}
    const head = `hostname ${name}\n${first}\nvlan 10,20,99\n${device}\n`
    return `${head}${trunk(1, next, toNext)}${trunk(2, last)}${desk(vlan)}`
  }
  const texts = [file('A', 10, 99, 10), file('B', 99, 10, 20), file('C', 99, 99, 99)]
  const devices = texts.flatMap((text, i) => readConfig(text, { path: `${i}.cfg`, dialect }).devices)
  const cable = (a: string, b: string) => ({
    a: { device: a, port: port(1) },
    b: { device: b, port: port(2) },
  })
  const links = [cable('A', 'B'), cable('B', 'C'), cable('C', 'A')]
  const view = viewSite({ devices, links, purposes: {}, services: [] })
  const scene = new SceneBuilder()
  for (const { a, b } of links) {
    scene.keep(deviceOf(view, a.device), a.port)
    scene.keep(deviceOf(view, b.device), b.port)
    scene.cable(a, b)
  }
  const from = { device: 'A', port: port(5) }
  const at = { device: 'B', port: port(5) }
  for (const end of [from, at]) scene.keep(deviceOf(view, end.device), end.port)
  const target = { from, vlan: 20, victim: scene.host(at, 'HOST') }
  const attack = ATTACKS['double-tagging']
  return attack.plans(scene.network(), target).some((plan) => {
    const assume = { '*': { bpdu: 'pvst', pathCosts: 'short' } } as const
    const trace = simulate(plan.network, plan.stimuli, {
      assume,
      otherwise: 'permissive',
      spanningTree: 'pvst',
    })
    return attack.outcome(trace, plan, target).reached
  })
}

describe.each(Object.entries(DIALECTS))('in a triangle of three files of %s', (name, { vlan }) => {
  const dialect = name as DialectName
  const root = { device: `${vlan} priority 4096` }

  it('a priority line moves the link that is cut, and with it whether the outer tag is ever gone', () => {
    expect(reaches(dialect, { A: root })).toBe(true)
    expect(reaches(dialect, { B: root })).toBe(true)
    expect(reaches(dialect, { C: root, A: { device: `${vlan} priority 61440` } })).toBe(false)
  })

  it('where the far end blocks, the near one still sends, and the far one takes the frame in the VLAN that is left', () => {
    expect(reaches(dialect, { C: root, B: { device: `${vlan} priority 61440` } })).toBe(true)
  })

  it('so does the cost of a port, for the VLAN or for all', () => {
    expect(reaches(dialect, { B: root, A: { toNext: ` ${vlan} cost 9` } })).toBe(false)
    expect(reaches(dialect, { B: root, A: { toNext: ' spanning-tree cost 9' } })).toBe(false)
    expect(reaches(dialect, { B: root, A: { toNext: ' spanning-tree cost 7' } })).toBe(true)
  })
})
