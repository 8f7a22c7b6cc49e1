import type { OptionValues } from '../net/options.ts'
import type { ProfileName } from '../net/profiles.ts'

/** Lines typed on switches, by the name of the switch: what is different from the scene's configuration. */
export type Typed = Readonly<Record<string, string>>

/** What differs from the scene as it stands: lines typed, other platforms, open options settled. */
export type Changes = {
  readonly typed: Typed
  readonly profiles: Readonly<Record<string, ProfileName>>
  readonly assume: OptionValues
}

/** No line typed, every platform as the scene says, nothing assumed. */
export const NO_CHANGES: Changes = { typed: {}, profiles: {}, assume: {} }
