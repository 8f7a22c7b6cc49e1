/** Most digits that are counted as the number of a key. */
const MOST_DIGITS = 9
const ZERO = 0x30
const NINE = 0x39

/**
 * The place of each of many keys that end in a number, such as `GigabitEthernet1/0/24`. Keys come in runs that differ in that number
 * alone, so they are kept by what stands before it: finding a key of the same run as the one before takes no look-up of a text.
 */
export class KeyPlaces {
  readonly #runs = new Map<string, number[]>()
  /** Keys without a number at the end, or one of too many digits. */
  readonly #others = new Map<string, number>()
  /** What stands before the number in the keys of the run at hand. */
  #beginning = ''
  #run: number[] = []

  constructor() {
    this.#runs.set(this.#beginning, this.#run)
  }

  get(key: string): number | undefined {
    const number = this.#numberIn(key)
    return number === null ? this.#others.get(key) : this.#run[number]
  }

  set(key: string, place: number): void {
    const number = this.#numberIn(key)
    if (number === null) this.#others.set(key, place)
    else this.#run[number] = place
  }

  /** The number at the end of a key, whose run is then the one at hand; null where there is none. */
  #numberIn(key: string): number | null {
    const inRun = key.startsWith(this.#beginning) ? numberFrom(key, this.#beginning.length) : null
    if (inRun !== null) return inRun
    const from = numberStart(key)
    const number = numberFrom(key, from)
    if (number === null) return null
    this.#beginning = key.slice(0, from)
    this.#run = this.#runs.get(this.#beginning) ?? []
    this.#runs.set(this.#beginning, this.#run)
    return number
  }
}

/** Where the number begins that a key ends in; leading zeros stand before it, so that `01` and `1` stay different keys. */
function numberStart(key: string): number {
  let from = key.length
  while (from > 0 && isDigit(key.charCodeAt(from - 1))) from--
  while (from < key.length - 1 && key.charCodeAt(from) === ZERO) from++
  return from
}

/** The number that fills a key from here to its end; null where something else does. */
function numberFrom(key: string, from: number): number | null {
  const digits = key.length - from
  if (digits < 1 || digits > MOST_DIGITS || (digits > 1 && key.charCodeAt(from) === ZERO)) return null
  let number = 0
  for (let at = from; at < key.length; at++) {
    const code = key.charCodeAt(at)
    if (!isDigit(code)) return null
    number = number * 10 + code - ZERO
  }
  return number
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE
}
