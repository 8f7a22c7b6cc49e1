import type { Io } from '../edge/io.ts'

export { BadUse } from '../edge/bad-use.ts'
export { EXIT } from '../edge/exit.ts'
export type { Io } from '../edge/io.ts'

/**
 * One word after `vlan-dojo`. The file of a command is loaded at every start, so it imports types and words only; `run` imports
 * the work when it is called.
 */
export type Command = {
  readonly name: string
  /** One line for the list of commands, without a full stop. */
  readonly summary: string
  /** The whole text of `vlan-dojo NAME --help`. */
  readonly usage: string
  /** Takes the arguments after the name; gives the exit status. Throws `BadUse` for arguments it cannot take. */
  readonly run: (args: readonly string[], io: Io) => Promise<number>
}
