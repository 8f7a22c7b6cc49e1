import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'

/** Work under the lock takes milliseconds, so one this old belongs to a program that died. */
const OLDEST_MS = 10_000
const PATIENCE_MS = 3_000
const PAUSE_MS = 15

/**
 * Takes the lock that this file is, waiting for other programs and taking over from one that died. Gives what releases it. Throws
 * the file system's error where the file cannot be made, and after some seconds when others do not let go.
 */
export function acquireLock(path: string): () => void {
  const patience = Date.now() + PATIENCE_MS
  while (!take(path)) {
    if (isAbandoned(path)) setAside(path)
    else if (Date.now() > patience) throw new Error('another program holds it')
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS)
  }
  return () => rmSync(path, { force: true })
}

function take(path: string): boolean {
  try {
    const file = openSync(path, 'wx')
    writeSync(file, String(process.pid))
    closeSync(file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function isAbandoned(path: string): boolean {
  try {
    const pid = Number(readFileSync(path, 'utf8'))
    return Date.now() - statSync(path).mtimeMs > OLDEST_MS || (pid > 0 && !isAlive(pid))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** Renaming succeeds for one program only, so that two that find the same dead lock do not remove each other's new one. */
function setAside(path: string): void {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
    rmSync(aside)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code
}
