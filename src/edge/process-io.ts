import type { Io } from './io.ts'

/** The real world: standard streams, the environment and the current folder of this process. */
export function processIo(): Io {
  const { stdin, stdout, stderr, env } = process
  return {
    stdout: (text) => void stdout.write(text),
    stderr: (text) => void stderr.write(text),
    stdin: { [Symbol.asyncIterator]: () => stdin.iterator({ destroyOnReturn: false }) },
    isTerminal: Boolean(stdin.isTTY && stdout.isTTY),
    isFed: !stdin.isTTY,
    showsProgress: Boolean(stderr.isTTY),
    columns: stdout.columns || 80,
    rows: stdout.rows || 24,
    env,
    cwd: process.cwd(),
  }
}
