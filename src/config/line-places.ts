/** Lines between two whose places are noted. */
const STEP = 64

/** Finds lines of a text by number, without cutting it into all its lines. */
export class LinePlaces {
  readonly #text: string
  /** Where the lines 0, `STEP`, 2 x `STEP` ... begin; found when the first line is asked for. */
  #places: readonly number[] | null = null

  constructor(text: string) {
    this.#text = text
  }

  /** The text of the line of this index, counted from 0, without its line end; empty where there is none. */
  line(index: number): string {
    const text = this.#text
    this.#places ??= placesIn(text)
    let at = this.#places[Math.floor(index / STEP)] ?? text.length
    for (let left = index % STEP; left > 0; left--) at = endOf(text, at) + 1
    return text.slice(at, endOf(text, at))
  }
}

function endOf(text: string, at: number): number {
  const found = text.indexOf('\n', at)
  return found < 0 ? text.length : found
}

function placesIn(text: string): number[] {
  const places: number[] = []
  let lines = 0
  for (let at = 0; at < text.length; at = endOf(text, at) + 1) if (lines++ % STEP === 0) places.push(at)
  return places
}
