/** How much moves: frames travel, frames jump from end to end, or nothing runs by itself. */
export const MOTIONS = ['full', 'steps', 'none'] as const
export type Motion = (typeof MOTIONS)[number]

/** How fast films run, slowest first; at 1 a frame travels a cable in a second. */
export const SPEEDS = [0.25, 0.5, 1, 2, 4] as const
export type Speed = (typeof SPEEDS)[number]

/** Film milliseconds at speed 1 in which a rule is looked at, before anything leaves. */
export const DWELL = 600
/** The part of it in which a frame that came by a cable goes into the device that will send it on. */
export const ENTER = 400
/** Film milliseconds in which a frame travels a cable, however long it is drawn. */
export const TRAVEL = 1000

/**
 * Cells through which a step moves its frame: into the device it came to, and along the cable it leaves by. Its picture changes
 * at these cells and at no other time.
 */
export type Path = { readonly entering: number; readonly travelling: number }

/** Where a frame that moves is drawn: this many cells into the device it came to, and this many along the cable it leaves by. */
export type Place = { readonly entered: number; readonly travelled: number }

/** Keeps a time that is meant to be on a cell from falling short of it by a rounding. */
const HAIR = 1e-6

/** The place of a frame at a film time in its step. */
export function placeAt({ entering, travelling }: Path, time: number): Place {
  const part = (from: number, length: number) => Math.min(1, Math.max(0, (time - from) / length))
  return {
    entered: Math.floor(entering * part(0, ENTER) + HAIR),
    travelled: Math.floor(travelling * part(DWELL, TRAVEL) + HAIR),
  }
}

/** The film times at which a phase of motion has moved by whole strides, none shorter than `least`; the last is its end. */
function strides(from: number, length: number, cells: number, least: number): number[] {
  if (cells <= 0) return []
  const stride = Math.ceil(least / (length / cells))
  const count = Math.ceil(cells / stride)
  return Array.from({ length: count }, (_, i) => from + (length * Math.min(cells, (i + 1) * stride)) / cells)
}

/**
 * The film time of the next picture after this one, in a step of this length: a frame moves by even strides, and while a rule is
 * looked at there is nothing to draw. `least` is the shortest time a picture may stand, in film milliseconds.
 */
export function nextPicture(path: Path, time: number, length: number, least: number): number {
  const travels = length > DWELL
  const times = [
    ...(travels ? strides(0, ENTER, path.entering, least) : []),
    ...(travels ? strides(DWELL, TRAVEL, path.travelling, least) : []),
    length,
  ]
  return times.find((each) => each > time + HAIR) ?? length
}
