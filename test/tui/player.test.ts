import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import type { Film } from '../../src/flow/film.ts'
import { hopsOf } from '../../src/flow/film-hops.ts'
import { playback, reelOf, startOf } from '../../src/flow/playback.ts'
import { Canvas } from '../../src/tui/canvas/canvas.ts'
import { stateAtStep } from '../../src/tui/diagram/draw.ts'
import { drawPlayer } from '../../src/tui/player/draw-player.ts'
import { filmLayout } from '../../src/tui/player/places.ts'
import type { Detail } from '../../src/tui/player/view.ts'
import { doubleTagging, spoofing } from '../flow/scenes.ts'
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

function screen(shown: Shown, columns: number, rows: number, ascii = false): string {
  return `${drawn(shown, columns, rows, ascii).toString()}\n`
}

const SCENES: Readonly<Record<string, Shown>> = {
  'double-tagging-native-egress': { film: doubleTagging(), step: 3, detail: 'why' },
  'double-tagging-bytes': { film: doubleTagging(), step: 3, detail: 'bytes' },
  'spoofing-becomes-trunk': { film: spoofing(), step: 1, detail: 'why' },
  'spoofing-dtp-bytes': { film: spoofing(), step: 0, detail: 'bytes' },
}

describe('the player', () => {
  for (const [name, shown] of Object.entries(SCENES)) {
    for (const [columns, rows] of [
      [76, 21],
      [116, 33],
    ] as const) {
      it(`shows ${name} in ${columns} by ${rows}`, async () => {
        await expect(screen(shown, columns, rows)).toMatchFileSnapshot(
          `../golden/player/${name}-${columns}.txt`,
        )
        const ascii = screen(shown, columns, rows, true)
        expect(ascii).toMatch(/^[ -~\n]*$/)
        await expect(ascii).toMatchFileSnapshot(`../golden/player/${name}-${columns}.ascii.txt`)
        await expect(markedCanvas(drawn(shown, columns, rows))).toMatchFileSnapshot(
          `../golden/player/${name}-${columns}.mono.txt`,
        )
      })
    }
  }

  it('never gives away a hop that is still to come', () => {
    const text = screen({ film: doubleTagging(), step: 2, detail: 'bytes', hop: 1 }, 76, 21)
    expect(text).toContain('HOP 2')
    expect(text).not.toContain('gone')
    expect(text).not.toContain('SW1 → SW2')
    expect(text).toContain('no frame yet')
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
