import type { Millis } from '../event.ts'

/** Something to be done at a moment of virtual time. Background tasks (hellos, hold timers) do not keep a run going. */
export type Task = { readonly at: Millis; readonly background: boolean; readonly act: () => void }

type Entry = Task & { readonly order: number }

function isBefore(a: Entry, b: Entry): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order)
}

/** Tasks in ascending order: most of what a run adds lies behind what it added before. */
class Lane {
  #entries: (Entry | undefined)[] = []
  #taken = 0

  get first(): Entry | undefined {
    return this.#entries[this.#taken]
  }

  /** When its last task is due; long ago for an empty lane, which any task may enter. */
  last: Millis = Number.NEGATIVE_INFINITY

  push(entry: Entry): void {
    this.#entries.push(entry)
    this.last = entry.at
  }

  take(): void {
    // What is done must not be held: a run would keep every frame it ever sent.
    this.#entries[this.#taken++] = undefined
    if (this.#taken === this.#entries.length) {
      this.#entries.length = 0
      this.#taken = 0
      this.last = Number.NEGATIVE_INFINITY
    } else if (this.#taken > 1024 && this.#taken * 2 > this.#entries.length) {
      this.#entries = this.#entries.slice(this.#taken)
      this.#taken = 0
    }
  }
}

const LANES = 6

/**
 * What is still to be done in a run, ordered by virtual time and then by the order of entry. A task enters the lane whose last task is
 * closest before it, which is one comparison a lane where a heap would sift; only what fits no lane goes to the heap.
 */
export class Agenda {
  readonly #lanes = Array.from({ length: LANES }, () => new Lane())
  readonly #heap = new Heap()
  #entered = 0
  #foreground = 0

  /** Whether anything is left that a run must wait for. */
  get hasForeground(): boolean {
    return this.#foreground > 0
  }

  add(task: Task): void {
    const { at, background, act } = task
    const entry = { at, background, act, order: this.#entered++ }
    if (!background) this.#foreground++
    let best: Lane | null = null
    for (const lane of this.#lanes) {
      if (lane.last <= at && (best === null || lane.last > best.last)) best = lane
    }
    if (best) best.push(entry)
    else this.#heap.push(entry)
  }

  /** Takes the next task off, if it is due by then; background tasks alone are due only until `horizon`. */
  take(horizon: Millis): Task | undefined {
    let first = this.#heap.first
    let from: Lane | null = null
    for (const lane of this.#lanes) {
      const next = lane.first
      if (next && (!first || isBefore(next, first))) {
        first = next
        from = lane
      }
    }
    if (!first || (this.#foreground === 0 && first.at > horizon)) return undefined
    if (from) from.take()
    else this.#heap.take()
    if (!first.background) this.#foreground--
    return first
  }
}

/** A binary heap. */
class Heap {
  readonly #entries: Entry[] = []

  get first(): Entry | undefined {
    return this.#entries[0]
  }

  push(entry: Entry): void {
    const heap = this.#entries
    let at = heap.length
    heap.push(entry)
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = heap[parent] as Entry
      if (!isBefore(entry, above)) break
      heap[at] = above
      at = parent
    }
    heap[at] = entry
  }

  take(): void {
    const heap = this.#entries
    const last = heap.pop()
    if (!last || heap.length === 0) return
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      if (left >= heap.length) break
      const right = left + 1
      const smaller =
        right < heap.length && isBefore(heap[right] as Entry, heap[left] as Entry) ? right : left
      if (!isBefore(heap[smaller] as Entry, last)) break
      heap[at] = heap[smaller] as Entry
      at = smaller
    }
    heap[at] = last
  }
}
