import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import type { Io } from '../../edge/io.ts'
import type { FileResult } from './file-result.ts'
import { takeThread, WORTH_WORKERS, workerFile } from './first-thread.ts'
import { brokenOff, checkFile } from './one-file.ts'
import { optimiseLater } from './optimise-later.ts'
import type { CheckRequest } from './request.ts'
import type { FromWorker, ToWorker } from './worker.ts'

/** A file to check, and how. Files of one folder share the request object. */
export type Task = { readonly path: string; readonly request: CheckRequest }

const MOST_WORKERS = 7
/** Files that each worker has been given and not answered. While all have so many, this thread checks one itself. */
const AHEAD = 4
/** Results that wait for one before them, at most: memory stays flat however long that one takes. */
const MOST_WAITING = 64

/** Checks files one after the other, or many at a time where there are many; the results come in the order of the files. */
export async function* checkAll(tasks: AsyncIterable<Task>, io: Io): AsyncGenerator<FileResult> {
  const first: Task[] = []
  const rest = tasks[Symbol.asyncIterator]()
  const file = workerFile()
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    first.push(next.value)
    if (first.length === WORTH_WORKERS) break
  }
  if (!file || first.length < WORTH_WORKERS) {
    for (const { path, request } of first) yield await checkFile(path, request, io)
    for (let next = await rest.next(); !next.done; next = await rest.next()) {
      yield await checkFile(next.value.path, next.value.request, io)
    }
    return
  }
  optimiseLater()
  const pool = new Pool(file, Math.max(1, Math.min(MOST_WORKERS, availableParallelism() - 1)), io.cwd)
  try {
    yield* inOrder(pool, first, rest, io)
  } finally {
    await pool.close()
  }
}

async function* inOrder(
  pool: Pool,
  first: readonly Task[],
  rest: AsyncIterator<Task>,
  io: Io,
): AsyncGenerator<FileResult> {
  const waiting: Awaited[] = []
  const queue = [...first]
  for (;;) {
    const next = waiting.length < MOST_WAITING ? (queue.shift() ?? (await taken(rest))) : undefined
    if (next) {
      const { path, request } = next
      waiting.push(awaited(path !== '-' && pool.hasRoom() ? pool.check(next) : checkFile(path, request, io)))
      // What the workers answered meanwhile is heard between two files.
      await setImmediate()
    }
    const [oldest] = waiting
    if (!oldest) return
    if (next && !oldest.isThere) continue
    waiting.shift()
    yield await oldest.result
  }
}

/** A result that has been asked for, and whether it is there. */
type Awaited = { readonly result: Promise<FileResult>; isThere: boolean }

function awaited(result: Promise<FileResult>): Awaited {
  const slot = { result, isThere: false }
  const arrives = () => {
    slot.isThere = true
  }
  result.then(arrives, arrives)
  return slot
}

async function taken(tasks: AsyncIterator<Task>): Promise<Task | undefined> {
  const next = await tasks.next()
  return next.done ? undefined : next.value
}

type Pending = { readonly task: Task; readonly settle: (result: FileResult) => void }
type Member = { worker: Worker; readonly pending: Map<number, Pending>; readonly knows: Set<number> }

/** Worker threads that check files. One that dies takes its files with it, each of which is told, and is replaced. */
class Pool {
  readonly #file: string
  readonly #cwd: string
  readonly #members: Member[] = []
  readonly #requests = new Map<CheckRequest, number>()
  #tasks = 0
  #closing = false

  constructor(file: string, size: number, cwd: string) {
    this.#file = file
    this.#cwd = cwd
    for (let n = 0; n < size; n++) this.#members.push(this.#hire())
  }

  /** Whether some worker has less to do than it may be given. */
  hasRoom(): boolean {
    return this.#members.some(({ pending }) => pending.size < AHEAD)
  }

  /** Checks a file on the worker that has least to do. */
  check(task: Task): Promise<FileResult> {
    const member = this.#members.reduce((least, each) =>
      each.pending.size < least.pending.size ? each : least,
    )
    const by = this.#numberOf(task.request)
    if (!member.knows.has(by)) {
      member.knows.add(by)
      this.#tell(member, { remember: by, request: task.request })
    }
    const number = this.#tasks++
    return new Promise((settle) => {
      member.pending.set(number, { task, settle })
      this.#tell(member, { task: number, path: task.path, by, cwd: this.#cwd })
    })
  }

  /** Ends all workers. */
  async close(): Promise<void> {
    this.#closing = true
    await Promise.all(this.#members.map(({ worker }) => worker.terminate()))
  }

  #numberOf(request: CheckRequest): number {
    const known = this.#requests.get(request) ?? this.#requests.size
    this.#requests.set(request, known)
    return known
  }

  #tell({ worker }: Member, message: ToWorker): void {
    worker.postMessage(message)
  }

  #hire(): Member {
    const member: Member = { worker: takeThread(this.#file), pending: new Map(), knows: new Set() }
    this.#watch(member)
    return member
  }

  #watch(member: Member): void {
    let fault: unknown = new Error('a worker ended')
    member.worker.on('message', ({ task, result }: FromWorker) => {
      member.pending.get(task)?.settle(result)
      member.pending.delete(task)
    })
    member.worker.on('error', (error) => {
      fault = error
    })
    member.worker.on('exit', () => {
      for (const { task, settle } of member.pending.values())
        settle(brokenOff(task.path, task.request, fault))
      member.pending.clear()
      member.knows.clear()
      if (this.#closing) return
      member.worker = takeThread(this.#file)
      this.#watch(member)
    })
  }
}
