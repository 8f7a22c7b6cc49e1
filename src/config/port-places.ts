import type { PortName } from './port-name.ts'

/**
 * The place of each of many ports by name. Names come in runs that differ in their last number alone, so they are kept by what stands
 * before it: finding a port of the same run as the one before takes no look-up of a text.
 */
export class PortPlaces {
  readonly #runs = new Map<string, number[]>()
  /** What stands before the number in the names of the run at hand, and their places by that number. */
  #stem = ''
  #run: number[] = []

  get({ stem, number }: PortName): number | undefined {
    this.#reach(stem)
    return this.#run[number]
  }

  set({ stem, number }: PortName, place: number): void {
    this.#reach(stem)
    this.#run[number] = place
  }

  #reach(stem: string): void {
    if (stem === this.#stem) return
    this.#stem = stem
    this.#run = this.#runs.get(stem) ?? []
    this.#runs.set(stem, this.#run)
  }
}
