import type { DeviceReading } from '../../config/index.ts'
import { fixedText } from './fixed-text.ts'
import { patchScript } from './patch-script.ts'
import type { Standing } from './standing.ts'

/** What of a checklist can be written to a file: the whole configuration, the commands to type, and those that lead back. */
export const SAVED = ['fixed', 'patch', 'back'] as const
export type Saved = (typeof SAVED)[number]

/** Where the work began: the text, its file (empty for a switch without one), and the switch that was read from it. */
export type Origin = { readonly text: string; readonly path: string; readonly before: DeviceReading }

/** The text to write. */
export function savedText(
  what: Saved,
  { text, path, before }: Origin,
  { after, patch }: Pick<Standing, 'after' | 'patch'>,
): string {
  if (what === 'fixed') return fixedText(text, path, before, after)
  return patchScript(after, what === 'patch' ? patch.commands : patch.rollback)
}

/** A name for the file to begin with, beside the one the work began from. */
export function nameFor(what: Saved, { path, before }: Origin): string {
  const stem = (path === '' ? before.name : path).replace(/\.(cfg|conf|txt)$/i, '')
  return { fixed: `${stem}.fixed.cfg`, patch: `${stem}.patch.txt`, back: `${stem}.rollback.txt` }[what]
}
