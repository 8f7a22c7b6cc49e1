import { EXIT } from '../edge/exit.ts'
import type { Io } from '../edge/io.ts'
import { programHelp } from '../words/usage.ts'

/** Runs the plain face: append-only lines for pipes, logs and screen readers. Gives the exit status. */
export async function startPlain(io: Io): Promise<number> {
  io.stdout(programHelp([]))
  return EXIT.ok
}
