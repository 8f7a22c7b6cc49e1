import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config/index.ts'
import type { Site } from '../../src/rules/site.ts'
import { viewSite } from '../../src/rules/view.ts'
import { judge } from '../../src/verdict/judge.ts'
import { unsureLines } from '../../src/verdict/unsure-lines.ts'

/** A switch with a desk in VLAN 10 and trunks to two others, on which VLAN 10 is native. */
const switchText = (name: string, ...lines: readonly string[]) => `hostname ${name}
${lines.join('\n')}
interface Ethernet1/5
 switchport access vlan 10
interface Ethernet1/1
 switchport mode trunk
 switchport trunk native vlan 10
interface Ethernet1/2
 switchport mode trunk
 switchport trunk native vlan 10
`

/** A port that is the one member of a port-channel. */
const BUNDLE = ['interface Ethernet1/2', ' channel-group 7']

/** Three switches, of which the third has these lines; in a triangle, or in a row with the last cable pulled. */
function site(isTriangle: boolean, ...lines: readonly string[]): Site {
  const texts = [switchText('A'), switchText('B'), switchText('C', ...lines)]
  const devices = texts.flatMap((text, i) => readConfig(text, { path: `${i}.cfg`, dialect: 'nxos' }).devices)
  const cable = (a: string, b: string) => ({
    a: { device: a, port: 'Ethernet1/1' },
    b: { device: b, port: 'Ethernet1/2' },
  })
  const links = [cable('A', 'B'), cable('B', 'C'), cable('C', 'A')]
  return { devices, links: isTriangle ? links : links.slice(0, 2), purposes: {}, services: [] }
}

const attempt = {
  attack: 'double-tagging',
  from: { device: 'A', port: 'Ethernet1/5' },
  vlan: 20,
  way: [{ device: 'A', port: 'Ethernet1/1' }],
} as const

const verdict = (judged: Site) => {
  const { verdict, doubts } = judge(viewSite(judged), attempt)
  return { verdict, doubts }
}
const doubt = (line: number, text: string) => ({ device: 'C', line, text })

describe('a line that may move a spanning tree', () => {
  it('makes a verdict unsure in a loop, on whatever switch of it the line stands', () => {
    expect(verdict(site(true))).toEqual({ verdict: 'works', doubts: [] })
    expect(verdict(site(true, 'spanning-tree mode mst'))).toEqual({
      verdict: 'unsure',
      doubts: [doubt(2, 'spanning-tree mode mst')],
    })
  })

  it('is of no account where no link stands by for another', () => {
    expect(verdict(site(false, 'spanning-tree mode mst'))).toEqual({ verdict: 'works', doubts: [] })
  })

  it('is of no account in VLANs that the frames are never in', () => {
    expect(verdict(site(true, 'no spanning-tree vlan 30,40'))).toEqual({ verdict: 'works', doubts: [] })
    expect(verdict(site(true, 'no spanning-tree vlan 20')).verdict).toBe('unsure')
    expect(verdict(site(true, 'no spanning-tree vlan 10')).verdict).toBe('unsure')
  })

  it('that stands under ports is of no account where none of their cables may be cut', () => {
    const guarded = (port: string) => site(true, '', `interface ${port}`, ' spanning-tree guard root')
    expect(verdict(guarded('Ethernet1/5'))).toEqual({ verdict: 'works', doubts: [] })
    expect(verdict(guarded('Ethernet1/2')).doubts).toEqual([doubt(4, ' spanning-tree guard root')])
    const bundled = site(true, ...BUNDLE, 'interface port-channel7', ' spanning-tree guard root')
    expect(verdict(bundled).doubts).toEqual([doubt(5, ' spanning-tree guard root')])
  })

  it('is told for the ports of the loop, where no finding rests on it', () => {
    const view = viewSite(site(true, 'spanning-tree mode mst'))
    const told = [{ line: 2, text: 'spanning-tree mode mst', ports: ['Ethernet1/1', 'Ethernet1/2'] }]
    expect(unsureLines(view, 'C', [])).toEqual(told)
    expect(unsureLines(viewSite(site(false, 'spanning-tree mode mst')), 'C', [])).toEqual([])
  })

  it('that is understood is no doubt', () => {
    const told = site(true, 'spanning-tree mode rapid-pvst', 'spanning-tree vlan 10 priority 4096')
    expect(verdict(told)).toEqual({ verdict: 'works', doubts: [] })
  })
})

it('says that the way of the attack is taken to forward, where another link stands by', () => {
  const said = (isTriangle: boolean) =>
    judge(viewSite(site(isTriangle)), attempt).assumptions.filter((text) => text.includes('form a loop'))
  expect(said(true)).toEqual([
    'Where cables form a loop, spanning tree is taken to let frames through on the way of the attack.',
  ])
  expect(said(false)).toEqual([])
})
