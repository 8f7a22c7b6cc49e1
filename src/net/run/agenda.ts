import type { Millis } from '../event.ts'

/** Something to be done at a moment of virtual time. Background tasks (hellos, hold timers) do not keep a run going. */
export type Task = { readonly at: Millis; readonly background: boolean; readonly act: () => void }

type Entry = Task & { readonly order: number }

function isBefore(a: Entry, b: Entry): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order)
}

/** What is still to be done in a run, ordered by virtual time and then by the order of entry: a binary heap. */
export class Agenda {
  #heap: Entry[] = []
  #entered = 0
  #foreground = 0

  /** Whether anything is left that a run must wait for. */
  get hasForeground(): boolean {
    return this.#foreground > 0
  }

  add(task: Task): void {
    const entry = { ...task, order: this.#entered++ }
    if (!task.background) this.#foreground++
    const heap = this.#heap
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

  /** The next task, if any is due by then. */
  peek(): Task | undefined {
    return this.#heap[0]
  }

  /** Takes the next task off. */
  take(): Task | undefined {
    const heap = this.#heap
    const first = heap[0]
    const last = heap.pop()
    if (!first || !last) return undefined
    if (!first.background) this.#foreground--
    if (heap.length === 0) return first
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
    return first
  }
}
