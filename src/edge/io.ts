/**
 * What the program may touch of the world around it. Commands and faces take it as a value, so that tests run them without a
 * process.
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
  /** Whether standard input comes from a pipe or a file, not from a terminal. */
  readonly isFed: boolean
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
