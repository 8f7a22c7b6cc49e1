import { shortPortName } from '../../config/index.ts'
import type { Step } from '../../flow/film-step.ts'
import type { Endpoint } from '../../net/network.ts'
import type { NetworkState } from '../../net/state.ts'
import type { Canvas } from '../canvas/canvas.ts'
import { cellsOf, clip } from '../canvas/glyphs.ts'
import type { Role } from '../canvas/role.ts'
import type { Wire } from './layout.ts'
import type { Point } from './line.ts'
import { type LineStyle, portAt, portNote, styleOf } from './port-state.ts'

const ACROSS: Readonly<Record<LineStyle, string>> = { trunk: '═', access: '─', down: '·' }
const UPRIGHT: Readonly<Record<LineStyle, string>> = { trunk: '║', access: '│', down: '·' }
/** Edges of a box where a cable leaves it: to the right, to the left, down and up. */
const EDGE = {
  trunk: { right: '╞', left: '╡', below: '╥', above: '╨' },
  access: { right: '├', left: '┤', below: '┬', above: '┴' },
} as const

/** What a wire is drawn from: the state after the step, and the step itself. */
export type WireMoment = { readonly state: NetworkState; readonly step: Step | null }

function stylesOf(wire: Wire, state: NetworkState): { a: LineStyle; b: LineStyle } {
  const a = styleOf(portAt(state, wire.a))
  const b = styleOf(portAt(state, wire.b))
  return { a: a ?? b ?? 'access', b: b ?? a ?? 'access' }
}

function isActive(wire: Wire, step: Step | null): boolean {
  if (!step) return false
  const { main, move } = step
  const touches = (end: Endpoint) => end.device === main.device && end.port === main.port
  return touches(wire.a) || touches(wire.b) || (move ? sameCable(wire, move.from) : false)
}

function sameCable(wire: Wire, end: Endpoint): boolean {
  return [wire.a, wire.b].some((each) => each.device === end.device && each.port === end.port)
}

/** A station has one obvious port; only a switch's ports are named. */
function nameOf(end: Endpoint, state: NetworkState): string {
  return state.switches[end.device] ? shortPortName(end.port) : ''
}

/** Marks the end whose mode this step changed. */
function noteOf(end: Endpoint, { state, step }: WireMoment): string {
  const note = portNote(portAt(state, end))
  const changed =
    step?.main.device === end.device &&
    step.main.port === end.port &&
    step.changes.some(({ what }) => what === 'mode' || what === 'settings')
  const mode = step?.changes.find((change) => change.what === 'mode')
  if (!changed) return note
  return mode ? `►${mode.to} now` : `►${note}`
}

function drawEdge(
  canvas: Canvas,
  at: Point,
  edge: keyof (typeof EDGE)['trunk'],
  style: LineStyle,
  role: Role,
) {
  canvas.text(at.x, at.y, EDGE[style === 'trunk' ? 'trunk' : 'access'][edge], role)
}

function drawUpright(canvas: Canvas, origin: Point, wire: Wire, moment: WireMoment, role: Role): void {
  const styles = stylesOf(wire, moment.state)
  wire.cells.forEach(({ x, y }, i) => {
    const style = i < wire.cells.length / 2 ? styles.a : styles.b
    canvas.text(origin.x + x, origin.y + y, UPRIGHT[style], role)
  })
  const first = wire.cells[0]
  const last = wire.cells.at(-1)
  if (!first || !last) return
  drawEdge(canvas, { x: origin.x + first.x, y: origin.y + first.y - 1 }, 'below', styles.a, role)
  drawEdge(canvas, { x: origin.x + last.x, y: origin.y + last.y + 1 }, 'above', styles.b, role)
  const ends = [wire.a, wire.b].map((end) => [nameOf(end, moment.state), noteOf(end, moment)] as const)
  for (const [i, point] of [first, last].entries()) {
    const [name = '', note = ''] = ends[i] ?? []
    const text = [name, note].filter((each) => each !== '').join(' ')
    if (wire.named === 'right') canvas.text(origin.x + point.x + 2, origin.y + point.y, text, role)
    else canvas.textBefore(origin.x + point.x - 1, origin.y + point.y, text, role)
  }
}

function drawAcross(canvas: Canvas, origin: Point, wire: Wire, moment: WireMoment, role: Role): void {
  const { cells } = wire
  const styles = stylesOf(wire, moment.state)
  cells.forEach(({ x, y }, i) => {
    canvas.text(origin.x + x, origin.y + y, ACROSS[i < cells.length / 2 ? styles.a : styles.b], role)
  })
  const rightwards = (cells[0]?.x ?? 0) <= (cells.at(-1)?.x ?? 0)
  const [left, right] = rightwards ? [wire.a, wire.b] : [wire.b, wire.a]
  const [leftStyle, rightStyle] = rightwards ? [styles.a, styles.b] : [styles.b, styles.a]
  const xs = cells.map(({ x }) => x)
  const from = origin.x + Math.min(...xs)
  const to = origin.x + Math.max(...xs) + 1
  const y = origin.y + (cells[0]?.y ?? 0)
  drawEdge(canvas, { x: from - 1, y }, 'right', leftStyle, role)
  drawEdge(canvas, { x: to, y }, 'left', rightStyle, role)
  drawPair(canvas, { from, to, y: y - 1 }, nameOf(left, moment.state), nameOf(right, moment.state), 'quiet')
  const leftNote = noteOf(left, moment)
  const rightNote = noteOf(right, moment)
  const together = noteOfBoth(leftNote, rightNote, to - from)
  if (together === null) {
    drawPair(canvas, { from, to, y: y + 1 }, leftNote, rightNote, noteRole(leftNote + rightNote))
    return
  }
  const note = clip(together, to - from)
  canvas.text(from + Math.floor((to - from - cellsOf(note)) / 2), y + 1, note, noteRole(note))
}

/** One note for both ends where they say the same, or only one says something, or two native VLANs have no room apart: `native 10/20`. */
function noteOfBoth(left: string, right: string, room: number): string | null {
  if (left === right || left === '' || right === '') return left === '' ? right : left
  if (cellsOf(left) + cellsOf(right) < room) return null
  const natives = [left, right].map((note) => /^native (\d+)$/.exec(note)?.[1])
  if (natives.includes(undefined)) return null
  const numbers = natives.join('/')
  return cellsOf(`native ${numbers}`) <= room ? `native ${numbers}` : numbers
}

function noteRole(note: string): Role {
  return note.includes('►') ? 'caution' : 'quiet'
}

/** Two texts, each at its end of the wire; where there is room for one only, the longer one gives way. */
function drawPair(
  canvas: Canvas,
  { from, to, y }: { from: number; to: number; y: number },
  left: string,
  right: string,
  role: Role,
): void {
  const room = to - from
  const both = cellsOf(left) + cellsOf(right) + 1 <= room
  const half = both ? room : Math.floor((room - 1) / 2)
  canvas.text(from, y, left, role, right === '' ? room : Math.max(half, room - 1 - cellsOf(right)))
  if (right !== '') canvas.textBefore(to, y, right, role, left === '' || both ? room : half)
}

/** Draws a cable with its ports and what they are at this moment; the one the step is about stands out. */
export function drawWire(canvas: Canvas, origin: Point, wire: Wire, moment: WireMoment): void {
  const role: Role = isActive(wire, moment.step) ? 'plain' : 'quiet'
  if (wire.upright) drawUpright(canvas, origin, wire, moment, role)
  else drawAcross(canvas, origin, wire, moment, role)
}
