import { useContext } from 'react'
import type { DeviceReading } from '../../config/index.ts'
import { plainLine, prompt, type Voice, type WorldSpec } from '../../config/ios/console/index.ts'
import { consoleWords } from '../../words/console.ts'
import type { Canvas, Rect } from '../canvas/canvas.ts'
import { cellsOf, fold, glyphsOf, wrap } from '../canvas/glyphs.ts'
import { Painting } from '../canvas/painting.tsx'
import type { Role } from '../canvas/role.ts'
import { ELSEWHERE } from '../keys/key-table.ts'
import { type RunningConsole, useConsole } from '../parts/use-console.ts'
import { drawScreen } from '../shell/frame.ts'
import { useCanvas } from '../shell/look.ts'
import { NavigationContext, useKeys } from '../shell/navigation.ts'

const ROLES: Readonly<Record<Voice, Role>> = {
  typed: 'strong',
  device: 'plain',
  log: 'caution',
  help: 'plain',
  ours: 'quiet',
}

type ConsoleProps = {
  readonly spec: WorldSpec
  /** Gets the switch as it was left. */
  readonly onLeave: (reading: DeviceReading) => void
}

type Row = { readonly text: string; readonly role: Role }

/** What the console's screen shows above the prompt, in rows of this width. */
function rowsOf({ lines, back }: RunningConsole, width: number): Row[] {
  return lines.slice(0, lines.length - back).flatMap((line) => {
    const texts = broken(plainLine(line), line.voice, width)
    return texts.map((text) => ({ text, role: ROLES[line.voice] }))
  })
}

/** A line over as many rows as it needs: in words where it is ours, anywhere as a terminal does; the rule of a table ends at the edge. */
function broken(text: string, voice: Voice, width: number): string[] {
  if (voice === 'ours') return wrap(text, width)
  const rows = fold(text, width)
  return /^[-+ ]+$/.test(text) ? rows.slice(0, 1) : rows
}

/** The line that is typed, its end in sight, with the cursor in it. */
function drawTyped(canvas: Canvas, { x, y, width }: Rect, { state }: RunningConsole): void {
  const { text, cursor } = state.editor
  const before = glyphsOf(`${prompt(state)}${text.slice(0, cursor)}`)
  const textOf = () => before.map((glyph) => glyph.text).join('')
  while (cellsOf(textOf()) >= width) before.shift()
  const at = canvas.text(x, y, textOf(), 'strong', width)
  const behind = canvas.text(at, y, text.slice(cursor, cursor + 1) || ' ', 'here', x + width - at)
  canvas.text(behind, y, text.slice(cursor + 1), 'strong', x + width - behind)
}

/** The console of a simulated switch: commands as on the device, with its help, its Tab and its error messages. */
export function ConsoleScreen({ spec, onLeave }: ConsoleProps) {
  const { look, canvas } = useCanvas()
  const { active, leave } = useContext(NavigationContext)
  const running = useConsole(spec, active)
  const keys = useKeys(
    {
      complete: ELSEWHERE,
      help: ELSEWHERE,
      earlier: ELSEWHERE,
      leave: () => {
        leave()
        onLeave(running.reading())
      },
    },
    'field',
  )
  const room = drawScreen(canvas, { title: consoleWords.title(spec.reading.name), keys })
  canvas.text(room.x, room.y, consoleWords.says, 'quiet', room.width)
  const place = { ...room, y: room.y + 2, height: room.height - 2 }
  const rows = rowsOf(running, place.width).slice(1 - place.height)
  rows.forEach(({ text, role }, row) => {
    canvas.text(place.x, place.y + row, text, role, place.width)
  })
  drawTyped(canvas, { ...place, y: place.y + rows.length }, running)
  return <Painting canvas={canvas} palette={look.palette} />
}
