import { existsSync, readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { optimiseLater } from './optimise-later.ts'

/** Fewer files than this are done before a worker thread has started. */
export const WORTH_WORKERS = 24

/** The first worker thread, as long as nobody has taken it. */
let started: Worker | null = null

/** The worker's file in the build; null where the sources run as they are. */
export function workerFile(): string | null {
  const built = fileURLToPath(new URL('./commands/check/worker.js', import.meta.url))
  return existsSync(built) ? built : null
}

/**
 * Starts a worker thread ahead where these arguments name a folder of many files: it loads its modules while the main thread loads its
 * own. One that nobody takes keeps no process alive.
 */
export function startAhead(args: readonly string[], cwd: string): void {
  const file = workerFile()
  if (!file || availableParallelism() === 1 || !args.some((arg) => holdsMany(resolve(cwd, arg)))) return
  optimiseLater()
  const worker = new Worker(file)
  worker.unref()
  // One that broke before anybody took it is not given out. Whoever takes it listens too.
  worker.once('error', () => {
    if (started === worker) started = null
  })
  started = worker
}

function holdsMany(folder: string): boolean {
  try {
    return readdirSync(folder).length >= WORTH_WORKERS
  } catch {
    return false
  }
}

/** A worker thread that runs this file: the one that was started ahead, or else a new one. */
export function takeThread(file: string): Worker {
  const ahead = started
  started = null
  ahead?.ref()
  return ahead ?? new Worker(file)
}
