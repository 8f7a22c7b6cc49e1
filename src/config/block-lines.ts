import type { SourceId } from '../net/settings.ts'

/** Lines that were read at one go: an `interface` line, a description, and a block of plain commands. */
export type BlockLines = {
  /** The port, as its line names it. */
  readonly name: string
  /** Number of the `interface` line. */
  readonly line: number
  /** Number of the first source among the lines. */
  readonly firstSource: SourceId
  readonly layout: BlockLayout
}

/** What the lines of a block became: the same under every port that it stands under. */
export type BlockLayout = {
  /** Of each line, the `interface` line first, whether it made a setting of the port; one that did not is harmless. */
  readonly modelled: readonly boolean[]
  /** Of each source, how many lines below the `interface` line it stands. */
  readonly sources: readonly number[]
}
