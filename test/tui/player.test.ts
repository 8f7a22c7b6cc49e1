import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { type Film, whereTheyPart } from '../../src/flow/film.ts'
import { hopsOf } from '../../src/flow/film-hops.ts'
import { playback, reelOf, startOf } from '../../src/flow/playback.ts'
import { Canvas } from '../../src/tui/canvas/canvas.ts'
import { stateAtStep } from '../../src/tui/diagram/draw.ts'
import { comparisonLayout, drawComparison } from '../../src/tui/player/draw-compare.ts'
import { drawPlayer } from '../../src/tui/player/draw-player.ts'
import { filmLayout } from '../../src/tui/player/places.ts'
import type { Detail } from '../../src/tui/player/view.ts'
import { doubleTagging, redundant, spoofing } from '../flow/scenes.ts'
import { markedCanvas } from '../support/marked.ts'

type Shown = { film: Film; step: number; detail: Detail; hop?: number }

function drawn({ film, step, detail, hop }: Shown, columns: number, rows: number, ascii = false): Canvas {
  const canvas = new Canvas(columns, rows, { ascii })
  const there = playback(startOf(reelOf(film)), { do: 'goto', step })
  drawPlayer(canvas, {
    film,
    layout: filmLayout(film, [], canvas.area),
    room: canvas.area,
    below: 0,
    playback: { ...there, time: Math.min(there.time, 1400) },
    hops: hopsOf(film),
    state: stateAtStep(film, step),
    detail,
    hop: hop ?? null,
    caption: null,
  })
  return canvas
}

/** Double tagging before and after the native VLAN of the trunk is another one, at the step where the two part. */
function compared(columns: number, rows: number, ascii = false): Canvas {
  const film = doubleTagging()
  const after = doubleTagging(999)
  const partAt = whereTheyPart(film, after)
  const comparison = { before: film, after, partAt }
  const canvas = new Canvas(columns, rows, { ascii })
  const there = playback(startOf(reelOf(film)), { do: 'goto', step: partAt })
  const layout = comparisonLayout(comparison, canvas.area)
  drawComparison(canvas, comparison, {
    film,
    layout,
    room: canvas.area,
    below: 0,
    playback: there,
    hops: hopsOf(film),
    state: stateAtStep(film, partAt),
    detail: 'auto',
    hop: null,
    caption: null,
  })
  return canvas
}

const text = (canvas: Canvas) => `${canvas.toString()}\n`

function screen(shown: Shown, columns: number, rows: number, ascii = false): string {
  return text(drawn(shown, columns, rows, ascii))
}

const SCENES: Readonly<Record<string, Shown>> = {
  'double-tagging-native-egress': { film: doubleTagging(), step: 3, detail: 'why' },
  'double-tagging-bytes': { film: doubleTagging(), step: 3, detail: 'bytes' },
  'spoofing-becomes-trunk': { film: spoofing(), step: 1, detail: 'why' },
  'redundant-blocked': { film: redundant(), step: redundant().steps.length - 1, detail: 'why' },
  'spoofing-dtp-bytes': { film: spoofing(), step: 0, detail: 'bytes' },
}

/** What each picture is drawn by, at the sizes that a screen of 80x24 and one of 120x36 leave to a film. */
const PICTURES: Readonly<Record<string, (columns: number, rows: number, ascii?: boolean) => Canvas>> = {
  ...Object.fromEntries(
    Object.entries(SCENES).map(([name, shown]) => [
      name,
      (columns: number, rows: number, ascii?: boolean) => drawn(shown, columns, rows, ascii),
    ]),
  ),
  'double-tagging-compared': compared,
}

describe('the player', () => {
  for (const [name, draw] of Object.entries(PICTURES)) {
    for (const [columns, rows] of [
      [76, 21],
      [116, 33],
    ] as const) {
      it(`shows ${name} in ${columns} by ${rows}`, async () => {
        const golden = `../golden/player/${name}-${columns}`
        await expect(text(draw(columns, rows))).toMatchFileSnapshot(`${golden}.txt`)
        const ascii = text(draw(columns, rows, true))
        expect(ascii).toMatch(/^[ -~\n]*$/)
        await expect(ascii).toMatchFileSnapshot(`${golden}.ascii.txt`)
        await expect(markedCanvas(draw(columns, rows))).toMatchFileSnapshot(`${golden}.mono.txt`)
      })
    }
  }

  it('never gives away a hop that is still to come', () => {
    const shown = screen({ film: doubleTagging(), step: 2, detail: 'bytes', hop: 1 }, 76, 21)
    expect(shown).toContain('HOP 2')
    expect(shown).not.toContain('gone')
    expect(shown).not.toContain('SW1 → SW2')
    expect(shown).toContain('no frame yet')
  })

  it('draws nothing outside, at any size a terminal may have', () => {
    for (let columns = 30; columns <= 160; columns += 13) {
      for (let rows = 9; rows <= 50; rows += 5) {
        const lines = screen({ film: spoofing(), step: 5, detail: 'why' }, columns, rows)
          .trimEnd()
          .split('\n')
        expect(lines.length).toBeLessThanOrEqual(rows)
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns)
        expect(lines.some((line) => line.includes('step 6 of 10'))).toBe(true)
      }
    }
  })
})
