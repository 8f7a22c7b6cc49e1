import type { Device, Endpoint, Link, Network } from '../../net/network.ts'
import type { Rect } from '../canvas/canvas.ts'
import { cellsOf } from '../canvas/glyphs.ts'
import { across, down, type Point } from './line.ts'
import { anchorOf, linkBetween, spineOf } from './route.ts'

/** A device as a box. */
export type DeviceBox = { readonly name: string; readonly rect: Rect }

/** A cable between two boxes: straight, its cells in order from `a` to `b`, without the boxes' own edges. */
export type Wire = {
  readonly a: Endpoint
  readonly b: Endpoint
  readonly cells: readonly Point[]
  readonly upright: boolean
  /** Where an upright cable has its ports' names: on its left, or on its right where another hangs beside it. */
  readonly named: 'left' | 'right'
}

/** Devices that are only named, below the switch they are cabled to. */
export type Stub = { readonly at: Point; readonly names: readonly string[]; readonly width: number }

/** Where everything of a network stands. Computed once for a film, so that it stays put while the film runs. */
export type Layout = {
  readonly width: number
  readonly height: number
  readonly boxes: readonly DeviceBox[]
  readonly wires: readonly Wire[]
  readonly stubs: readonly Stub[]
  /** Devices that the picture has no room for. */
  readonly leftOut: readonly string[]
  /** Cables between boxes that cannot be drawn straight: those that close a loop across the picture. */
  readonly undrawn: readonly Link[]
}

const BOX_HEIGHT = 3
/** Cells of an upright wire. */
const DROP = 2
/** The longest token that a wire must have room for: two tags and the payload's name. */
const SHORTEST_WIRE = 11
const LONGEST_WIRE = 30
const USUAL_BOX = 9
const NARROWEST_BOX = 8
const WIDEST_BOX = 16
/** A story that stops early is drawn with what lies beyond, up to this many devices. */
const USUAL_SPINE = 4

type Placing = {
  readonly network: Network
  readonly boxes: Map<string, Rect>
  readonly wires: Wire[]
  readonly box: number
}

function boxWidth(names: readonly string[], width: number): number {
  const longest = Math.max(0, ...names.map(cellsOf))
  const wide = Math.min(WIDEST_BOX, Math.max(USUAL_BOX, longest + 4))
  const fits = (box: number) => names.length * (box + SHORTEST_WIRE) - SHORTEST_WIRE <= width
  return [wide, USUAL_BOX].find(fits) ?? NARROWEST_BOX
}

/** The devices in rows that go to and fro, each with room for a token between its boxes. */
function rowsOf(spine: readonly string[], width: number, box: number): string[][] {
  const most = Math.max(1, Math.floor((width + SHORTEST_WIRE) / (box + SHORTEST_WIRE)))
  const count = Math.max(1, Math.ceil(spine.length / most))
  const each = Math.ceil(spine.length / count)
  return Array.from({ length: count }, (_, row) => spine.slice(row * each, (row + 1) * each))
}

function addWire(placing: Placing, from: string, to: string, named: Wire['named'] = 'left'): void {
  const link = linkBetween(placing.network, from, to)
  const a = placing.boxes.get(from)
  const b = placing.boxes.get(to)
  if (!link || !a || !b) return
  const upright = a.y !== b.y
  placing.wires.push({ ...link, upright, named, cells: upright ? down(a, b) : across(a, b) })
}

function placeSpine(placing: Placing, rows: readonly (readonly string[])[], width: number): number {
  const { box, boxes } = placing
  const columns = Math.max(...rows.map((row) => row.length))
  const room = columns > 1 ? Math.floor((width - columns * box) / (columns - 1)) : 0
  const wire = Math.min(LONGEST_WIRE, room)
  const left = Math.floor((width - columns * box - (columns - 1) * wire) / 2)
  rows.forEach((row, index) => {
    row.forEach((name, i) => {
      const column = index % 2 === 1 ? columns - 1 - i : i
      const y = index * (BOX_HEIGHT + DROP)
      boxes.set(name, { x: left + column * (box + wire), y, width: box, height: BOX_HEIGHT })
    })
  })
  const spine = rows.flat()
  spine.forEach((name, i) => {
    addWire(placing, name, spine[i + 1] ?? '')
  })
  return box + wire - 1
}

/** What the story touches beside its way hangs below its switch: one device in the middle, or two side by side. */
function placeHung(
  placing: Placing,
  devices: readonly Device[],
  onSpine: ReadonlySet<string>,
  width: number,
): void {
  const below = new Map<string, string[]>()
  for (const { name } of devices) {
    const anchor = anchorOf(placing.network, name, onSpine)
    if (anchor !== null) below.set(anchor, [...(below.get(anchor) ?? []), name])
  }
  for (const [anchor, [first = '', second]] of below) {
    const above = placing.boxes.get(anchor)
    if (!above) continue
    const y = above.y + BOX_HEIGHT + DROP
    const aside = Math.ceil((above.width + 1) / 2)
    const left = { ...above, x: above.x - aside, y }
    const right = { ...above, x: left.x + above.width + 1, y }
    if (second === undefined || !isFree(placing, left, width) || !isFree(placing, right, width)) {
      placing.boxes.set(first, { ...above, y })
      addWire(placing, anchor, first)
      continue
    }
    placing.boxes.set(first, left).set(second, right)
    addWire(placing, anchor, first)
    addWire(placing, anchor, second, 'right')
  }
}

/** Whether a box may stand here, with a cell of margin to its neighbours. */
function isFree({ boxes }: Placing, at: Rect, width: number): boolean {
  const meets = ({ x, y }: Rect) => y === at.y && x <= at.x + at.width && at.x <= x + at.width
  return at.x >= 0 && at.x + at.width <= width && ![...boxes.values()].some(meets)
}

const isBetween = ({ a, b }: Link, one: string, other: string) =>
  (a.device === one && b.device === other) || (a.device === other && b.device === one)

/** Whether a cable between these boxes crosses nothing: straight down to the next row, or along a row with room for a token. */
function isStraight({ boxes }: Placing, one: Rect, other: Rect): boolean {
  if (one.x === other.x) return Math.abs(one.y - other.y) === BOX_HEIGHT + DROP
  if (one.y !== other.y) return false
  const [left, right] = one.x < other.x ? [one, other] : [other, one]
  const start = left.x + left.width
  const between = ({ x, y }: Rect) => y === one.y && x >= start && x < right.x
  return right.x - start >= SHORTEST_WIRE && ![...boxes.values()].some(between)
}

/** Draws the cables that close a loop where they are straight; gives those that are not. */
function closeLoops(placing: Placing): Link[] {
  const undrawn: Link[] = []
  for (const link of placing.network.links) {
    const [one, other] = [link.a.device, link.b.device]
    const [from, to] = [placing.boxes.get(one), placing.boxes.get(other)]
    if (!from || !to || [...placing.wires, ...undrawn].some((each) => isBetween(each, one, other))) continue
    const isFirst = from.y < to.y || (from.y === to.y && from.x < to.x)
    const [before, behind] = isFirst ? [one, other] : [other, one]
    if (isStraight(placing, from, to)) addWire(placing, before, behind)
    else undrawn.push(link)
  }
  return undrawn
}

function stubsOf(placing: Placing, row: readonly string[], rest: readonly string[], width: number): Stub[] {
  const last = new Set(row)
  return row.flatMap((name) => {
    const rect = placing.boxes.get(name)
    const names = rest.filter((each) => anchorOf(placing.network, each, last) === name)
    if (!rect || names.length === 0) return []
    return [{ at: { x: rect.x, y: rect.y + BOX_HEIGHT }, names, width }]
  })
}

/**
 * The picture of a network in this many cells: the way of the story in rows, what else the story touches below its switch,
 * everything else named there or left out. Nothing is placed by hand, and nothing stands outside `width` and `most` rows.
 */
export function layoutOf(network: Network, cast: readonly string[], width: number, most: number): Layout {
  const spine = spineOf(network, cast, USUAL_SPINE)
  const box = boxWidth(spine, width)
  const rows = rowsOf(spine, width, box)
  const placing: Placing = { network, boxes: new Map(), wires: [], box }
  const span = placeSpine(placing, rows, width)
  const onSpine = new Set(spine)
  const rest = network.devices.filter((device) => !onSpine.has(device.name))
  if (rows.length === 1)
    placeHung(
      placing,
      rest.filter(({ name }) => cast.includes(name)),
      onSpine,
      width,
    )
  const loops = closeLoops(placing)
  const shown = [...placing.boxes].map(([name, rect]) => ({ name, rect }))
  const boxes = shown.filter(({ rect }) => rect.y + rect.height <= most && rect.x + rect.width <= width)
  const visible = new Set(boxes.map(({ name }) => name))
  const isVisible = ({ a, b }: Link) => visible.has(a.device) && visible.has(b.device)
  const others = rest.map(({ name }) => name).filter((name) => !visible.has(name))
  const bottom = Math.max(0, ...boxes.map(({ rect }) => rect.y + rect.height))
  const onlySpine = boxes.every(({ name }) => onSpine.has(name))
  const stubs = onlySpine && bottom < most ? stubsOf(placing, rows.at(-1) ?? [], others, span) : []
  const named = new Set(stubs.flatMap(({ names }) => names))
  const hidden = network.devices.filter(({ name }) => !visible.has(name) && !named.has(name))
  return {
    width,
    height: bottom + (stubs.length > 0 ? 1 : 0),
    boxes,
    wires: placing.wires.filter(isVisible),
    stubs,
    leftOut: hidden.map(({ name }) => name),
    undrawn: loops.filter(isVisible),
  }
}
