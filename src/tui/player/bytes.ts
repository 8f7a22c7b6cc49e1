import type { Hop } from '../../flow/film-hops.ts'
import type { Network } from '../../net/network.ts'
import { bytePairs, frameParts, hexLines } from '../../words/frame-parts.ts'
import { playerWords } from '../../words/player.ts'
import type { Canvas, Rect } from '../canvas/canvas.ts'
import { cellsOf, clip } from '../canvas/glyphs.ts'

/** Bytes of a payload that are shown before the dots. */
const MOST_BYTES = 8

function lengthChange(hop: Hop): string {
  if (!hop.before) return ''
  const more = hop.length - hop.before.length
  if (more === 0) return playerWords.same
  return more < 0 ? playerWords.shorter(-more) : playerWords.longer(more)
}

/** The frame of a hop in named parts: bytes above, what they say below; then as many lines of all its bytes as fit. */
export function drawBytes(
  canvas: Canvas,
  { x, y, width, height }: Rect,
  network: Network,
  hop: Hop | null,
): void {
  if (!hop) {
    canvas.text(x, y, playerWords.noFrame, 'quiet', width)
    return
  }
  let at = x
  let row = y
  for (const { hex, name, says } of frameParts(network, hop.frame)) {
    const pairs = bytePairs(hex.slice(0, MOST_BYTES * 2)) + (hex.length > MOST_BYTES * 2 ? ' ..' : '')
    const below = `${name} ${says}`
    const cells = Math.min(width, Math.max(cellsOf(pairs), cellsOf(below)))
    if (at > x && at + cells > x + width) {
      at = x
      row += 2
    }
    if (row + 1 >= y + height) return
    const isTag = name === 'tag'
    canvas.text(at, row, pairs, isTag ? 'strong' : 'plain', width)
    canvas.text(at, row + 1, clip(below, width), isTag ? 'strong' : 'quiet', width)
    at += cells + 2
  }
  row += 2
  const change = lengthChange(hop)
  if (change !== '' && row < y + height) canvas.text(x, row++, change, 'caution', width)
  const lines = hexLines(hop.frame)
  if (row + lines.length < y + height) canvas.lines(x, row + 1, lines, 'quiet', width)
}
