/**
 * What a command may touch of the world. Commands take it as a value, so that a test runs them without a process.
 */
export type Io = {
  /** Writes to standard output. The text must already be safe for a terminal: no control byte that came from a file. */
  readonly stdout: (text: string) => void
  /** Writes to standard error: problems and progress, never results. */
  readonly stderr: (text: string) => void
  /** Standard input, read only by who asks for it; reading waits for its end. */
  readonly stdin: AsyncIterable<Uint8Array>
  /** Whether a person sits in front: both standard input and standard output are a terminal. */
  readonly isTerminal: boolean
  /** Whether standard error is a terminal, where progress may be drawn over. */
  readonly showsProgress: boolean
  /** Width of the terminal in cells; 80 where there is none. */
  readonly columns: number
  /** Height of the terminal in cells; 24 where there is none. */
  readonly rows: number
  readonly env: Readonly<Record<string, string | undefined>>
  /** The folder that relative paths start from. */
  readonly cwd: string
}

/**
 * Exit statuses, the same for every command; those of `check` are a contract with build servers. `fault` is an error of the
 * program itself.
 */
export const EXIT = { ok: 0, findings: 1, badUse: 2, fault: 70 } as const

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

/** Arguments or input that cannot be taken, with one sentence for people: what is wrong and what to do. Ends with status 2. */
export class BadUse extends Error {
  override readonly name = 'BadUse'
}
