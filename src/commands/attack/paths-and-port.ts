import type { ReadFile } from '../check/read-file.ts'

/** What a person wrote, told apart. */
export type PathsAndPort = {
  readonly paths: readonly string[]
  /** As `PORT`, `DEVICE PORT` or `DEVICE:PORT`. */
  readonly port: string
  /** The word before the port that names a device, and no file. */
  readonly device: string | null
}

/** The paths and the port behind them. A device may stand before its port as a word of its own, where that is no file. */
export function pathsAndPort(words: readonly string[], read: readonly ReadFile[]): PathsAndPort {
  const port = words.at(-1) ?? ''
  const paths = words.slice(0, -1)
  const before = paths.at(-1) ?? ''
  const isFile = read.some(({ path, problem }) => path === before && problem === null)
  const isDevice = read.some(({ devices, hypervisors }) =>
    [...devices, ...hypervisors].some(({ name }) => name.toLowerCase() === before.toLowerCase()),
  )
  if (isFile || !isDevice) return { paths, port, device: null }
  return { paths: paths.slice(0, -1), port: `${before} ${port}`, device: before }
}
