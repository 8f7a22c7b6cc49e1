import { type Film, lastEventOf } from '../../flow/film.ts'
import type { Step } from '../../flow/film-step.ts'
import { type Place, placeAt } from '../../flow/pace.ts'
import type { DecisionId } from '../../net/decisions.ts'
import type { Device } from '../../net/network.ts'
import { type NetworkState, stateAt } from '../../net/state.ts'
import { playerWords } from '../../words/player.ts'
import type { Canvas } from '../canvas/canvas.ts'
import { cellsOf, clip } from '../canvas/glyphs.ts'
import type { Role } from '../canvas/role.ts'
import { drawWire } from './draw-wires.ts'
import type { DeviceBox, Layout } from './layout.ts'
import type { Point } from './line.ts'
import { passageOf, pathOf, type Token, tokenAt } from './token.ts'

/** Egress that writes no tag where others on the same port do: the outer tag is gone for good. */
const WITHOUT_TAG: ReadonlySet<DecisionId> = new Set(['out/native-untagged', 'out/egress-untagged'])

/** What is drawn of a film: where it stands, and the state its switches are in there. */
export type Moment = {
  readonly film: Film
  readonly layout: Layout
  /** Index of the step that is shown. */
  readonly step: number
  /** Film milliseconds into the step: `shownTime`. */
  readonly time: number
  /** The state after the step: `stateAtStep`. */
  readonly state: NetworkState
}

/** The state of all switches after a step. */
export function stateAtStep(film: Film, step: number): NetworkState {
  return stateAt(film.trace, lastEventOf(film, step))
}

/** What a device is busy with in this step; what it is, where it rests. */
function insideOf(
  device: Device | undefined,
  step: Step | null,
  { travelled }: Place,
): { text: string; role: Role } {
  const here = step?.main.device === device?.name ? step?.main : undefined
  if (travelled > 0 && here?.kind === 'leave' && step?.changes.some(({ what }) => what === 'tag-removed'))
    return { text: playerWords.noTag, role: 'caution' }
  if (here && 'vlan' in here && here.vlan !== null) {
    const ended = here.kind === 'refuse'
    return {
      text: ended ? '✗ ends' : `${here.vlan > 999 ? 'VL' : 'VLAN'} ${here.vlan}`,
      role: ended ? 'holds' : 'strong',
    }
  }
  if (here?.kind === 'deliver') {
    const hit = here.decision === 'station/addressed' && step?.attack
    return { text: hit ? 'reached' : 'received', role: hit ? 'attack' : 'strong' }
  }
  if (here?.kind === 'negotiate')
    return { text: `${here.to}`, role: here.from === here.to ? 'strong' : 'attack' }
  if (here?.kind === 'refuse') return { text: '✗ ends', role: 'holds' }
  if (device?.kind !== 'station') return { text: '', role: 'quiet' }
  const word = playerWords.station[device.spec.kind] ?? device.spec.kind
  return { text: word, role: word === playerWords.hostile ? 'attack' : 'quiet' }
}

function drawBox(
  canvas: Canvas,
  origin: Point,
  { name, rect }: DeviceBox,
  moment: Moment,
  place: Place,
): void {
  const device = moment.film.trace.network.devices.find((each) => each.name === name)
  const step = moment.film.steps[moment.step] ?? null
  const at = { ...rect, x: origin.x + rect.x, y: origin.y + rect.y }
  canvas.frame(at, { role: isBusy(name, moment) ? 'plain' : 'quiet' })
  const { text, role } = insideOf(device, step, place)
  const shown = clip(text, rect.width - 2)
  canvas.text(at.x + 1 + Math.floor((rect.width - 2 - cellsOf(shown)) / 2), at.y + 1, shown, role)
}

function isBusy(name: string, { film, step }: Moment): boolean {
  return film.steps[step]?.main.device === name
}

/** The name in the upper edge of a box, where a cable from above ends beneath it; with blanks around it where there is room. */
function drawName(canvas: Canvas, origin: Point, { name, rect }: DeviceBox, moment: Moment): void {
  const title = cellsOf(name) <= rect.width - 4 ? ` ${name} ` : clip(name, rect.width - 2)
  canvas.text(origin.x + rect.x + 1, origin.y + rect.y, title, isBusy(name, moment) ? 'title' : 'plain')
}

/** Draws the token, and behind it the way it came: dashed where it goes `bare`, without a tag of its VLAN. */
function drawToken(canvas: Canvas, origin: Point, token: Token, bare: boolean): void {
  const role: Role = token.hostile ? 'attack' : 'strong'
  if (bare && !token.wire.upright)
    for (const { x, y } of token.trail) canvas.text(origin.x + x, origin.y + y, '┄', 'caution')
  canvas.text(origin.x + token.at.x, origin.y + token.at.y, token.text, role)
}

/** The place where a frame ends, at the port that stopped it. */
function drawEnd(canvas: Canvas, origin: Point, moment: Moment, step: Step): void {
  if (step.main.kind !== 'refuse') return
  const { device, port } = step.main
  for (const { a, b, cells } of moment.layout.wires) {
    const end =
      a.device === device && a.port === port
        ? cells[0]
        : b.device === device && b.port === port
          ? cells.at(-1)
          : null
    if (end) canvas.text(origin.x + end.x, origin.y + end.y, '✗', 'holds')
  }
}

/** Draws one moment of a film at this place: everything is where it was, and one thing moves. */
export function drawDiagram(canvas: Canvas, origin: Point, moment: Moment): void {
  const { film, layout, state } = moment
  const step = film.steps[moment.step] ?? null
  const passage = passageOf(film, layout.wires, moment.step)
  const place = placeAt(pathOf(passage), moment.time)
  for (const box of layout.boxes) drawBox(canvas, origin, box, moment, place)
  for (const wire of layout.wires) drawWire(canvas, origin, wire, { state, step })
  for (const box of layout.boxes) drawName(canvas, origin, box, moment)
  for (const { at, names, width } of layout.stubs)
    canvas.text(origin.x + at.x, origin.y + at.y, `└ ${names.join(', ')}`, 'quiet', width)
  if (!step) return
  const token = tokenAt(passage, place)
  const bare = place.travelled > 0 && WITHOUT_TAG.has(step.main.decision)
  if (token) drawToken(canvas, origin, token, bare)
  drawEnd(canvas, origin, moment, step)
}
