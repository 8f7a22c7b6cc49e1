import type { Io } from '../../src/edge/io.ts'

/** A world for commands under test: what they wrote can be asked for, and standard input is the text given. */
export type FakeIo = Io & { readonly out: () => string; readonly err: () => string }

/** No terminal, an empty environment and standard input with `input`, unless `changes` say otherwise. */
export function fakeIo(input: string | Uint8Array = '', changes: Partial<Io> = {}): FakeIo {
  const written = { out: '', err: '' }
  return {
    stdout: (text) => {
      written.out += text
    },
    stderr: (text) => {
      written.err += text
    },
    stdin: (async function* () {
      yield typeof input === 'string' ? new TextEncoder().encode(input) : input
    })(),
    isTerminal: false,
    isFed: false,
    showsProgress: false,
    columns: 80,
    rows: 24,
    env: {},
    cwd: process.cwd(),
    ...changes,
    out: () => written.out,
    err: () => written.err,
  }
}
