import { EXIT, type Io } from '../commands/command.ts'
import { COMMANDS } from '../commands/index.ts'
import { programHelp } from '../words/usage.ts'

/** Runs the plain face: append-only lines for pipes, logs and screen readers. Gives the exit status. */
export async function startPlain(io: Io): Promise<number> {
  io.stdout(programHelp(COMMANDS))
  return EXIT.ok
}
