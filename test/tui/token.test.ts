import { describe, expect, it } from 'vitest'
import type { Film } from '../../src/flow/film.ts'
import { DWELL, ENTER, TRAVEL } from '../../src/flow/pace.ts'
import { Canvas } from '../../src/tui/canvas/canvas.ts'
import { drawDiagram, stateAtStep } from '../../src/tui/diagram/draw.ts'
import { layoutOf } from '../../src/tui/diagram/layout.ts'
import { doubleTagging, spoofing } from '../flow/scenes.ts'

/** The row of the cables at a film time of a step. */
function cables(film: Film, step: number, time: number): string {
  const layout = layoutOf(film.trace.network, film.cast, 76, 8)
  const canvas = new Canvas(76, layout.height)
  const moment = { film, layout, step, time, state: stateAtStep(film, step) }
  drawDiagram(canvas, { x: 0, y: 0 }, moment)
  return canvas.toString().split('\n')[1] ?? ''
}

const film = doubleTagging()
/** The step in which SW1 writes no tag. */
const EGRESS = 3

describe('a frame that travels', () => {
  it('comes out of its device front first', () => {
    const seen = [0, 1, 2, 6, 12, 13].map((cell) =>
      cables(film, 0, DWELL + (TRAVEL * cell) / 13).slice(8, 24),
    )
    expect(seen).toEqual([
      '├─────────────┤ ',
      '├▶────────────┤ ',
      '├]▶───────────┤ ',
      '├88b5]▶───────┤ ',
      '├[1|20|88b5]▶─┤ ',
      '├─[1|20|88b5]▶┤ ',
    ])
  })

  it('goes into a device before it leaves it, and the tag that is not written stays behind', () => {
    const seen = [0, ENTER / 2, ENTER, DWELL, DWELL + TRAVEL].map((time) => cables(film, EGRESS, time))
    expect(seen).toEqual([
      '│hostile├─[1|20|88b5]▶┤VLAN 1 ╞═════════════╡       ├─────────────┤ host  │',
      '│hostile├───────[1|20|┤VLAN 1 ╞═════════════╡       ├─────────────┤ host  │',
      '│hostile├─────────────┤VLAN 1 ╞═════════════╡       ├─────────────┤ host  │',
      '│hostile├─────────────┤VLAN 1 ╞═════════════╡       ├─────────────┤ host  │',
      '│hostile├─────────────┤►no tag╞┄┄┄[20|88b5]▶╡       ├─────────────┤ host  │',
    ])
  })

  it('stands before the device while the device decides', () => {
    expect(cables(film, 1, 0)).toBe(cables(film, 1, DWELL))
    expect(cables(film, 1, 0)).toContain('[1|20|88b5]▶┤VLAN 1 ╞')
  })

  it('stops short of the mark where it is refused', () => {
    const refused = spoofing('access')
    const last = refused.steps.length - 1
    expect(cables(refused, last, DWELL)).toContain('[DTP]▶')
  })
})
