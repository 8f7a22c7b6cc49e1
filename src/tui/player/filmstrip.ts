import type { Hop, Slot } from '../../flow/film-hops.ts'
import { hexOf } from '../../net/frame.ts'
import { playerWords } from '../../words/player.ts'
import { payloadName } from '../../words/tag-stack.ts'
import type { Canvas, Rect } from '../canvas/canvas.ts'
import type { Role } from '../canvas/role.ts'

/** Cells a hop needs: its box and the words beside it. */
const HOP_WIDTH = 25
const BOX_WIDTH = 13
const TAG_GONE = '░░░░░░░░░'

/** Rows the strip needs for stacks this high. */
export function filmstripHeight(hops: readonly Hop[]): number {
  return hops.length === 0 ? 0 : 4 + (hops[0]?.slots.length ?? 0)
}

function slotText(slot: Slot): { inside: string; beside: string; role: Role } {
  switch (slot.state) {
    case 'tag':
      return {
        inside: `${hexOf(slot.tag.tpid, 2)} ${hexOf((slot.tag.pcp << 13) | (slot.tag.dei ? 0x1000 : 0) | slot.tag.vid, 2)}`,
        beside: playerWords.vlan(slot.tag.vid) + (slot.isNew ? ` ${playerWords.isNew}` : ''),
        role: slot.isNew ? 'caution' : 'plain',
      }
    case 'gone':
      return { inside: TAG_GONE, beside: playerWords.gone, role: 'caution' }
    case 'empty':
      return { inside: '', beside: '', role: 'plain' }
  }
}

function drawHop(canvas: Canvas, x: number, y: number, hop: Hop, number: number, isNow: boolean): void {
  const { from, to } = hop.move
  const quiet: Role = isNow ? 'plain' : 'quiet'
  const mark = isNow ? '►' : ' '
  const head = `${mark}${playerWords.hop(number)}  ${from.device} → ${to.device}`
  canvas.text(x, y, head, isNow ? 'title' : 'quiet', HOP_WIDTH - 1)
  const height = hop.slots.length + 3
  canvas.frame({ x: x + 1, y: y + 1, width: BOX_WIDTH, height }, { role: quiet })
  const write = (row: number, inside: string, beside: string, role: Role) => {
    canvas.text(x + 3, y + 2 + row, inside, role)
    canvas.text(x + 2 + BOX_WIDTH, y + 2 + row, beside, role, HOP_WIDTH - BOX_WIDTH - 3)
  }
  hop.slots.forEach((slot, row) => {
    const { inside, beside, role } = slotText(slot)
    write(row, inside, beside, role === 'plain' ? quiet : role)
  })
  const type = `${hexOf(hop.frame.ethertype, 2)} ${payloadName(hop.frame)}`
  write(hop.slots.length, type.slice(0, BOX_WIDTH - 4), playerWords.bytes(hop.length), quiet)
}

/**
 * The tag filmstrip: the stack of a frame at each hop side by side, level with each other, so that what changed is seen at a glance.
 * Hops that are still to come are only numbered: the strip never gives away what a question asks.
 */
export function drawFilmstrip(
  canvas: Canvas,
  { x, y, width }: Rect,
  hops: readonly Hop[],
  step: number,
  chosen: Hop | null,
): void {
  const shown = Math.max(1, Math.floor((width + 1) / HOP_WIDTH))
  const begun = hops.findLastIndex((hop) => hop.step <= step)
  const now = chosen ? hops.indexOf(chosen) : begun
  const first = Math.max(0, Math.min(now - shown + 2, hops.length - shown))
  hops.slice(first, first + shown).forEach((hop, i) => {
    const at = x + i * HOP_WIDTH
    const index = first + i
    if (hop.step <= step) drawHop(canvas, at, y, hop, index + 1, index === now)
    else canvas.text(at, y, ` ${playerWords.hop(index + 1)}`, 'quiet')
  })
}
