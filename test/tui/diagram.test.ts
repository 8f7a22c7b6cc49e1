import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import type { Film } from '../../src/flow/film.ts'
import { DWELL, TRAVEL } from '../../src/flow/pace.ts'
import type { Network } from '../../src/net/network.ts'
import { Canvas, type Rect } from '../../src/tui/canvas/canvas.ts'
import { drawDiagram, stateAtStep } from '../../src/tui/diagram/draw.ts'
import { layoutOf } from '../../src/tui/diagram/layout.ts'
import { doubleTagging, spoofing } from '../flow/scenes.ts'
import { cables, networkOf, portWith, station, switchOf } from '../net/scene.ts'

/** The network at a step, with its frame this part of the way along the cable it leaves by. */
function picture(film: Film, step: number, travelled: number, width = 76, ascii = false): string {
  const layout = layoutOf(film.trace.network, film.cast, width, 8)
  const canvas = new Canvas(width, layout.height, { ascii })
  drawDiagram(
    canvas,
    { x: 0, y: 0 },
    {
      film,
      layout,
      step,
      time: DWELL + TRAVEL * travelled,
      state: stateAtStep(film, step),
    },
  )
  return canvas.toString()
}

/** Switches in a chain, each with this many hosts. */
function chain(switches: number, hosts: number): Network {
  const names = Array.from({ length: switches }, (_, i) => `SW${i + 1}`)
  const links: string[] = []
  const devices = names.map((name, i) => {
    const ports = [portWith('Gi0/23', 'trunk'), portWith('Gi0/24', 'trunk')]
    if (i > 0) links.push(`${names[i - 1]}.Gi0/24 - ${name}.Gi0/23`)
    for (let h = 1; h <= hosts; h++) links.push(`${name}.Gi0/${h} - ${name}-H${h}.eth0`)
    return switchOf(name, [
      ...ports,
      ...Array.from({ length: hosts }, (_, h) => portWith(`Gi0/${h + 1}`, 'access')),
    ])
  })
  const stations = names.flatMap((name) =>
    Array.from({ length: hosts }, (_, h) =>
      station(`${name}-H${h + 1}`, { kind: 'attacker', mac: '02:00:00:00:00:01' }),
    ),
  )
  return networkOf([...devices, ...stations], cables(...links))
}

const meet = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** Up to six switches cabled at random, loops among them, with up to four hosts each, and a story that touches some of it. */
function someNetwork(): fc.Arbitrary<{ network: Network; cast: string[] }> {
  const hosts = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 6 })
  const pairs = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 8 })
  return fc.tuple(hosts, pairs, fc.infiniteStream(fc.boolean())).map(([counts, between, coins]) => {
    const links: string[] = []
    between.forEach(([one, other], i) => {
      const [from, to] = [one % counts.length, other % counts.length]
      if (from !== to) links.push(`SW${from + 1}.Gi1/${i} - SW${to + 1}.Gi1/${i}`)
    })
    const devices = counts.flatMap((count, s) => [
      switchOf(`SW${s + 1}`, [
        ...Array.from({ length: 8 }, (_, i) => portWith(`Gi1/${i}`, 'trunk')),
        ...Array.from({ length: count }, (_, h) => portWith(`Gi0/${h}`, 'access')),
      ]),
      ...Array.from({ length: count }, (_, h) => {
        links.push(`SW${s + 1}.Gi0/${h} - SW${s + 1}-H${h}.eth0`)
        return station(`SW${s + 1}-H${h}`, { kind: 'host', mac: '02:00:00:00:00:01' })
      }),
    ])
    const touched = devices.map(({ name }) => name).filter(() => coins.next().value)
    return { network: networkOf(devices, cables(...links)), cast: touched }
  })
}

describe('a diagram', () => {
  it('shows the tag stack shrink where no tag is written', () => {
    expect(picture(doubleTagging(), 0, 0)).toMatchInlineSnapshot(`
      "┌ EVIL ─┐        Gi0/5┌ SW1 ──┐Gi0/24 Gi0/24┌ SW2 ──┐Gi0/7        ┌ ESX-B ┐
      │hostile├─────────────┤       ╞═════════════╡       ├─────────────┤ host  │
      └───────┘   VLAN 1    └───────┘  native 1   └───────┘   VLAN 20   └───────┘"
    `)
    expect(picture(doubleTagging(), 3, 0.5)).toMatchInlineSnapshot(`
      "┌ EVIL ─┐        Gi0/5┌ SW1 ──┐Gi0/24 Gi0/24┌ SW2 ──┐Gi0/7        ┌ ESX-B ┐
      │hostile├─────────────┤►no tag╞88b5]▶═══════╡       ├─────────────┤ host  │
      └───────┘   VLAN 1    └───────┘  native 1   └───────┘   VLAN 20   └───────┘"
    `)
    expect(picture(doubleTagging(), 7, 1)).toMatchInlineSnapshot(`
      "┌ EVIL ─┐        Gi0/5┌ SW1 ──┐Gi0/24 Gi0/24┌ SW2 ──┐Gi0/7        ┌ ESX-B ┐
      │hostile├─────────────┤       ╞═════════════╡       ├──────[88b5]▶┤reached│
      └───────┘   VLAN 1    └───────┘  native 1   └───────┘   VLAN 20   └───────┘"
    `)
  })

  it('names a box whole where the name just fits, and cuts what is longer', () => {
    const called = (name: string): Film =>
      JSON.parse(JSON.stringify(doubleTagging()).replaceAll('ESX-B', name))
    expect(picture(called('HOST-20'), 0, 0)).toContain('┌HOST-20┐')
    expect(picture(called('HOST-200'), 0, 0)).toContain('┌HOST-2…┐')
  })

  it('mismatched-natives-cut-to-nothing: names two native VLANs in one note where they have no room apart', () => {
    const trunks = (...natives: readonly number[]): string => {
      const film: Film = JSON.parse(JSON.stringify(doubleTagging()))
      const ends = film.trace.network.devices.flatMap((device) =>
        device.kind === 'switch' ? device.ports.filter(({ name }) => name === 'Gi0/24') : [],
      )
      for (const [i, port] of ends.entries())
        Object.assign(port, { nativeVlan: { value: natives[i], from: [] } })
      const below = picture(film, 0, 0).split('\n').at(-1) ?? ''
      return below.split(/[└─┘]+/)[2] ?? ''
    }
    expect(trunks(1, 2)).toBe(' native 1/2  ')
    expect(trunks(10, 20)).toBe('native 10/20 ')
    expect(trunks(998, 999)).toBe('   998/999   ')
  })

  it('shows a port that is talked into a trunk', () => {
    expect(picture(spoofing(), 1, 0)).toMatchInlineSnapshot(`
      "┌ EVIL ─┐        Gi0/5┌ SW1 ──┐Gi0/24 Gi0/24┌ SW2 ──┐Gi0/7        ┌ ESX-B ┐
      │hostile╞═══════[DTP]▶╡ trunk ╞═════════════╡       ├─────────────┤ host  │
      └───────┘ ►trunk now  └───────┘  native 1   └───────┘   VLAN 20   └───────┘"
    `)
  })

  it('is complete in ASCII', () => {
    for (const film of [doubleTagging(), spoofing(), spoofing('access')])
      for (const { index } of film.steps) expect(picture(film, index, 0.5, 76, true)).toMatch(/^[ -~\n]*$/)
  })

  it('stays put: only the token, the notes and the boxes change from step to step', () => {
    const film = doubleTagging()
    const still = (text: string) => text.replaceAll(/[^┌┐└┘\n]/g, ' ')
    const first = still(picture(film, 0, 0))
    for (const { index } of film.steps) expect(still(picture(film, index, 1))).toBe(first)
  })

  it('draws the way a frame would have gone, so that the fixed network looks like the broken one', () => {
    const still = (text: string) => text.replaceAll(/[^┌┐└┘\n]/g, ' ')
    expect(still(picture(doubleTagging(999), 0, 0))).toBe(still(picture(doubleTagging(), 0, 0)))
  })

  it('never draws outside, for any size', () => {
    const film = doubleTagging()
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 200 }),
        fc.integer({ min: 0, max: 7 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (width, step, travelled) => {
          for (const line of picture(film, step, travelled, width).split('\n'))
            expect(stringWidth(line)).toBeLessThanOrEqual(width)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('a layout', () => {
  it('shows one to six switches whole at 76 cells, in rows that go to and fro', () => {
    for (let count = 1; count <= 6; count++) {
      const layout = layoutOf(chain(count, 1), ['SW1-H1', `SW${count}-H1`], 76, 8)
      const shown = layout.boxes.map((box) => box.name)
      for (let i = 1; i <= count; i++) expect(shown).toContain(`SW${i}`)
      expect(layout.wires).toHaveLength(layout.boxes.length - 1)
    }
  })

  it('gives every box its own place', () => {
    for (const width of [60, 76, 116]) {
      const { boxes } = layoutOf(chain(6, 2), ['SW1-H1', 'SW6-H2', 'SW3-H1'], width, 20)
      for (const [i, a] of boxes.entries())
        for (const b of boxes.slice(i + 1)) {
          const apart =
            a.rect.x + a.rect.width <= b.rect.x ||
            b.rect.x + b.rect.width <= a.rect.x ||
            a.rect.y + a.rect.height <= b.rect.y ||
            b.rect.y + b.rect.height <= a.rect.y
          expect(apart, `${a.name} and ${b.name} at ${width}`).toBe(true)
        }
    }
  })

  it('hangs what the story touches beside its way below its switch', () => {
    const layout = layoutOf(chain(2, 2), ['SW1-H1', 'SW2-H1', 'SW1-H2'], 76, 8)
    const hung = layout.boxes.find((box) => box.name === 'SW1-H2')
    const above = layout.boxes.find((box) => box.name === 'SW1')
    expect(hung?.rect.x).toBe(above?.rect.x)
    expect(layout.wires.filter((wire) => wire.upright)).toHaveLength(1)
  })

  it('hangs two devices of the story side by side, each with a cable of its own', () => {
    const film = ['SW1-H1', 'SW2-H1', 'SW1-H2', 'SW1-H3']
    const layout = layoutOf(chain(2, 3), film, 76, 8)
    const shown = layout.boxes.map((box) => box.name)
    expect(shown).toEqual(expect.arrayContaining(film))
    const upright = layout.wires.filter((wire) => wire.upright)
    expect(new Set(upright.map(({ cells }) => cells[0]?.x)).size).toBe(2)
    expect(layout.leftOut).toEqual(['SW2-H2', 'SW2-H3'])
  })

  it('draws a cable that closes a loop where it is straight, and names the others', () => {
    const ring = (count: number) => {
      const names = Array.from({ length: count }, (_, i) => `S${i + 1}`)
      const ports = [portWith('Gi0/1', 'trunk'), portWith('Gi0/2', 'trunk')]
      const around = names.map((name, i) => `${name}.Gi0/2 - ${names[(i + 1) % count]}.Gi0/1`)
      return networkOf(
        names.map((name) => switchOf(name, ports)),
        cables(...around),
      )
    }
    const triangle = layoutOf(ring(3), ['S1', 'S2', 'S3'], 76, 8)
    expect(triangle.wires.length + triangle.undrawn.length).toBe(3)
    expect(triangle.undrawn).toHaveLength(1)
    const square = layoutOf(ring(4), ['S1', 'S2', 'S3', 'S4'], 76, 8)
    expect(square.boxes).toHaveLength(4)
    expect(square.wires.length + square.undrawn.length).toBe(4)
  })

  it('keeps its promises for any network: nothing overlaps, nothing stands outside, nothing is passed over', () => {
    fc.assert(
      fc.property(
        someNetwork(),
        fc.integer({ min: 40, max: 200 }),
        fc.integer({ min: 3, max: 30 }),
        (net, width, most) => {
          const { network, cast } = net
          const layout = layoutOf(network, cast, width, most)
          const { boxes, wires, stubs, leftOut, undrawn } = layout
          expect(layout.height).toBeLessThanOrEqual(most)
          for (const [i, { rect }] of boxes.entries()) {
            expect(rect.x).toBeGreaterThanOrEqual(0)
            expect(rect.x + rect.width).toBeLessThanOrEqual(width)
            for (const { rect: other } of boxes.slice(i + 1)) expect(meet(rect, other)).toBe(false)
            for (const { cells } of wires)
              for (const { x, y } of cells) expect(meet(rect, { x, y, width: 1, height: 1 })).toBe(false)
          }
          const told = [...boxes.map(({ name }) => name), ...stubs.flatMap(({ names }) => names), ...leftOut]
          expect(told.sort()).toEqual(network.devices.map(({ name }) => name).sort())
          const shown = new Set(boxes.map(({ name }) => name))
          const drawn = [...wires, ...undrawn].map(({ a, b }) => [a.device, b.device].sort().join(' '))
          for (const { a, b } of network.links)
            if (shown.has(a.device) && shown.has(b.device) && a.device !== b.device)
              expect(drawn).toContain([a.device, b.device].sort().join(' '))
          expect(layoutOf(network, cast, width, most)).toEqual(layout)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('names the rest below its switch, and says what it leaves out', () => {
    const layout = layoutOf(chain(2, 3), ['SW1-H1', 'SW2-H1'], 76, 8)
    expect(layout.stubs.map((stub) => stub.names)).toEqual([
      ['SW1-H2', 'SW1-H3'],
      ['SW2-H2', 'SW2-H3'],
    ])
    expect(layout.leftOut).toEqual([])
    expect(layoutOf(chain(2, 3), ['SW1-H1', 'SW2-H1'], 76, 3).leftOut).toHaveLength(4)
  })
})
