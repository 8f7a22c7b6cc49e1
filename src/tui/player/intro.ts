import { playerWords } from '../../words/player.ts'
import type { Canvas, Rect } from '../canvas/canvas.ts'
import type { Role } from '../canvas/role.ts'
import { drawProse, type ProseLine } from '../parts/prose.ts'
import { framed } from './panes.ts'

/** What the marks of a picture mean, each with the look it has there. */
const LEGEND: readonly (readonly [mark: string, role: Role, meaning: string])[] = [
  ['[1|20|IP]▶', 'strong', playerWords.legend.frame],
  ['═══', 'plain', playerWords.legend.trunk],
  ['───', 'plain', playerWords.legend.access],
  ['┄┄┄', 'caution', playerWords.legend.native],
  ['◆', 'attack', playerWords.legend.attack],
  ['✗', 'holds', playerWords.legend.ends],
  ['►', 'caution', playerWords.legend.changed],
]
const MARK_WIDTH = 13

/** Draws an author's words before a film, and below them what its marks mean, where there is room. */
export function drawIntro(canvas: Canvas, room: Rect, lines: readonly ProseLine[]): void {
  const prose = lines.length > 0 ? Math.min(room.height, lines.length + 2) : 0
  if (prose > 0) drawProse(canvas, framed(canvas, { ...room, height: prose }, playerWords.beforeFilm), lines)
  const height = room.height - prose
  const columns = height >= LEGEND.length + 2 ? 1 : 2
  const rows = Math.ceil(LEGEND.length / columns)
  if (height < rows + 2) return
  const inner = framed(canvas, { ...room, y: room.y + prose, height }, playerWords.legend.title)
  const width = Math.floor(inner.width / columns)
  LEGEND.forEach(([mark, role, meaning], i) => {
    const x = inner.x + width * Math.floor(i / rows)
    const y = inner.y + (i % rows)
    canvas.text(x, y, mark, role)
    canvas.text(x + MARK_WIDTH, y, meaning, 'plain', width - MARK_WIDTH - 1)
  })
}
