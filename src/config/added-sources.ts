import type { SourceId } from '../net/settings.ts'

/** A setting rests on no more lines than these: of a longer row the first ones are named. There are fewer VLANs to tell. */
const MOST_SOURCES = 5000

/** The sources of a setting that one more line has a part in. */
export function addedSources(earlier: readonly SourceId[], by: readonly SourceId[]): readonly SourceId[] {
  return earlier.length < MOST_SOURCES ? [...earlier, ...by] : earlier
}
