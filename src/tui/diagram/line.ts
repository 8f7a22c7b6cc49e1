import type { Rect } from '../canvas/canvas.ts'

/** One cell. */
export type Point = { readonly x: number; readonly y: number }

/** The cells between two boxes of one row, from the first to the second. */
export function across(from: Rect, to: Rect): Point[] {
  const y = from.y + 1
  const right = from.x < to.x
  const start = right ? from.x + from.width : from.x - 1
  const length = right ? to.x - start : start - (to.x + to.width) + 1
  return Array.from({ length: Math.max(0, length) }, (_, i) => ({ x: right ? start + i : start - i, y }))
}

/** The cells between a box and the one below it, in the middle of what they have above each other. */
export function down(from: Rect, to: Rect): Point[] {
  const start = from.y + from.height
  const left = Math.max(from.x, to.x)
  const right = Math.min(from.x + from.width, to.x + to.width)
  const x = left + Math.floor((right - left) / 2)
  return Array.from({ length: Math.max(0, to.y - start) }, (_, i) => ({ x, y: start + i }))
}
