import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loopAt } from '../../src/rules/loops.ts'
import { type SiteView, viewSite } from '../../src/rules/view.ts'
import { portWith } from '../net/scene.ts'
import { readingOf } from './by-hand.ts'

/** A site of switches joined by cables `A.1 - B.1`; ports after `+` are members of one port-channel. */
function siteOf(cables: readonly string[], bundles: Readonly<Record<string, string>> = {}): SiteView {
  const links = cables.map((cable) => {
    const [a = '', b = ''] = cable.split(' - ')
    return { a: endOf(a), b: endOf(b) }
  })
  const ends = links.flatMap(({ a, b }) => [a, b])
  const devices = [...new Set(ends.map(({ device }) => device))].map((name) =>
    readingOf(
      name,
      ends
        .filter(({ device }) => device === name)
        .map(({ port }) => portWith(port, 'trunk', { channel: bundles[`${name}.${port}`] ?? null })),
    ),
  )
  return viewSite({ devices, links, purposes: {}, services: [] })
}

function endOf(end: string): { device: string; port: string } {
  const [device = '', port = ''] = end.split('.')
  return { device, port }
}

const loop = (view: SiteView, end: string) => loopAt(view, endOf(end)).map(({ reading }) => reading.name)

describe('a cable is a part of a loop where another way stands by for it', () => {
  const triangle = ['A.1 - B.1', 'B.2 - C.1', 'C.2 - A.2']

  it('in a triangle every cable is, and the one that leads out of it is not', () => {
    const view = siteOf([...triangle, 'C.3 - D.1'])
    expect(['A.1', 'B.2', 'A.2'].map((end) => loop(view, end))).toEqual(Array(3).fill(['A', 'B', 'C']))
    expect(loop(view, 'C.3')).toEqual([])
    expect(loop(view, 'D.1')).toEqual([])
  })

  it('two cables between two switches are a loop, and the members of a port-channel are none', () => {
    const two = ['A.1 - B.1', 'A.2 - B.2']
    expect(loop(siteOf(two), 'A.2')).toEqual(['A', 'B'])
    const bundled = siteOf(two, { 'A.1': 'Po1', 'A.2': 'Po1', 'B.1': 'Po1', 'B.2': 'Po1' })
    expect(loop(bundled, 'A.2')).toEqual([])
  })

  it('of two triangles that one cable joins, each is a loop of its own', () => {
    const other = triangle.map((cable) => cable.replace(/A/g, 'X').replace(/B/g, 'Y').replace(/C/g, 'Z'))
    const view = siteOf([...triangle, ...other, 'A.3 - X.3'])
    expect(loop(view, 'A.1')).toEqual(['A', 'B', 'C'])
    expect(loop(view, 'Y.1')).toEqual(['X', 'Y', 'Z'])
    expect(loop(view, 'A.3')).toEqual([])
  })

  it('a port without a known far end is in none', () => {
    expect(loop(siteOf(triangle), 'A.9')).toEqual([])
  })
})

it('in any network a cable is in a loop exactly where its ends stay joined without it', () => {
  const device = fc.nat(7)
  const pairs = fc.uniqueArray(
    fc.tuple(device, device).filter(([a, b]) => a !== b),
    { maxLength: 12, selector: (pair) => [...pair].sort().join() },
  )
  fc.assert(
    fc.property(pairs, (cables) => {
      const view = siteOf(cables.map(([a, b], i) => `S${a}.${i} - S${b}.${i}`))
      for (const [i, [a, b]] of cables.entries()) {
        const others = cables.filter((_cable, at) => at !== i)
        expect(loop(view, `S${a}.${i}`).length > 0, `cable ${i}`).toBe(joined(others, a, b))
      }
    }),
  )
})

function joined(cables: readonly (readonly [number, number])[], from: number, to: number): boolean {
  const seen = new Set([from])
  for (const at of seen) {
    for (const [a, b] of cables) if (a === at || b === at) seen.add(a === at ? b : a)
  }
  return seen.has(to)
}
