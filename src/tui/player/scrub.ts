import type { Film } from '../../flow/film.ts'
import { isAtEnd, type Playback, waitingAt } from '../../flow/playback.ts'
import { playerWords } from '../../words/player.ts'
import type { Canvas } from '../canvas/canvas.ts'
import { cellsOf } from '../canvas/glyphs.ts'
import type { Role } from '../canvas/role.ts'

/** Cells between two steps on the bar, at most. */
const WIDEST_GAP = 3

/** Cells of the longest state, so that the bar does not move when the state changes. */
const STATE_WIDTH = Math.max(
  ...[playerWords.asks, playerWords.playing, playerWords.over, playerWords.paused].map(cellsOf),
)

function mark(film: Film, index: number, now: number): { glyph: string; role: Role } {
  const attack = film.steps[index]?.attack ?? false
  if (index === now) return { glyph: '◉', role: 'here' }
  if (attack) return { glyph: index < now ? '◆' : '◇', role: 'attack' }
  return { glyph: index < now ? '●' : '○', role: index < now ? 'plain' : 'quiet' }
}

function stateWord(playback: Playback): string {
  if (waitingAt(playback) !== null) return playerWords.asks
  if (playback.playing) return playerWords.playing
  return isAtEnd(playback) ? playerWords.over : playerWords.paused
}

/** The bar of a film: past steps, this one, those to come, and where the attack acts. Long films show the part around now. */
export function drawScrub(
  canvas: Canvas,
  x: number,
  y: number,
  width: number,
  film: Film,
  playback: Playback,
): void {
  const { step: now, speed, motion } = playback
  const count = film.steps.length
  const words = [
    playerWords.stepOf(now + 1, count),
    playerWords.speed(speed),
    playerWords.motion[motion],
    stateWord(playback).padEnd(STATE_WIDTH),
  ]
  const status = words.filter((word) => word !== '').join('   ')
  const start = canvas.textBefore(x + width, y, status, 'plain')
  const room = start - x - 3
  const gap = Math.max(0, Math.min(WIDEST_GAP, Math.floor((room - count) / Math.max(1, count - 1))))
  const most = Math.max(1, Math.floor((room + gap) / (1 + gap)))
  const first = Math.max(0, Math.min(now - Math.floor(most / 2), count - most))
  let at = x
  for (let index = first; index < Math.min(count, first + most); index++) {
    if (index > first) at = canvas.text(at, y, '─'.repeat(gap), 'quiet')
    const { glyph, role } = mark(film, index, now)
    at = canvas.text(at, y, glyph, role)
  }
}
