import type { ProfileName } from '../net/profiles.ts'
import type { Command, CommandMode } from './command.ts'
import type { CommandNode } from './command-tree.ts'
import type { DeviceDefaults, DeviceDraft } from './device-draft.ts'
import type { DialectName } from './reading.ts'

/** Which platform a text is of, and why it is taken for that. */
export type Platform = {
  readonly profile: ProfileName
  /** Sentences for people. */
  readonly reasons: readonly string[]
  /** Sentences on what had to be assumed about the platform. */
  readonly assumptions: readonly string[]
}

/** What a dialect's defaults may hang on. */
export type PlatformTraits = {
  readonly profile: ProfileName
  /** The hardware can do ISL too, so that the encapsulation of a trunk is an own setting (facts B5). */
  readonly twoEncapsulations: boolean
}

/** A dialect in the style of a Cisco command line: blocks under headers, one table of commands. */
export type CliDialect = {
  readonly name: DialectName
  readonly commands: readonly Command[]
  readonly trees: Readonly<Record<CommandMode, CommandNode>>
  /** Derives the platform from a sample of the text: its beginning and its end. */
  readonly platform: (sample: string, forced: ProfileName | undefined) => Platform & PlatformTraits
  readonly defaults: (traits: PlatformTraits) => (source: (text: string) => number) => DeviceDefaults
  /** The VLANs that exist, and what had to be assumed about them (facts J3). */
  readonly settleVlans: (draft: DeviceDraft) => readonly string[]
}
