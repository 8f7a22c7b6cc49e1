import type { Io } from '../../edge/io.ts'

/** Files between two words of progress. */
const EVERY = 50

/** How far a long check is: one line on standard error, drawn over, and only on a terminal. */
export class Progress {
  readonly #io: Pick<Io, 'stderr' | 'showsProgress'>
  #shown = false

  constructor(io: Pick<Io, 'stderr' | 'showsProgress'>) {
    this.#io = io
  }

  /** So many files are done. */
  at(files: number): void {
    if (!this.#io.showsProgress || files % EVERY !== 0) return
    this.#shown = true
    this.#io.stderr(`\r${files.toLocaleString('en')} files checked`)
  }

  /** Takes the line away again. */
  done(): void {
    if (this.#shown) this.#io.stderr('\r\u001b[K')
  }
}
