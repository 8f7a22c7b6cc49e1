import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { type DeviceReading, readConfig } from '../config/index.ts'
import type { Checklist } from '../content/checklist.ts'
import { expandHome } from '../edge/complete-path.ts'
import type { Io } from '../edge/io.ts'
import { readInput } from '../edge/read-input.ts'
import { type BlankSwitch, blankConfig, blankSwitch } from '../flow/checklist/blank-switch.ts'
import { type ChecklistWork, type KeptChecklist, openChecklist } from '../flow/checklist.ts'
import type { ProfileName } from '../net/profiles.ts'
import type { Draft } from './draft.ts'
import { type DraftFrame, keptIn, profileIn } from './kept-checklist.ts'

/** A switch taken in hand: where it comes from, its text, and the checklist it is worked through with. */
export type CheckSource = {
  readonly work: ChecklistWork
  readonly text: string
  /** The file, absolute; empty for a switch without one. */
  readonly path: string
  readonly fingerprint: string
  /** The platform the person said it is; null where the text says it, or nobody could. */
  readonly profile: ProfileName | null
}

type Origin = Omit<CheckSource, 'work'>

function sourceOf(device: DeviceReading, checklist: Checklist, origin: Origin): CheckSource {
  return { ...origin, work: openChecklist(checklist, device) }
}

/** Everything a file holds, ready to be chosen from. Throws what reading a file or its text throws, as one sentence. */
export async function sourcesIn(typed: string, checklist: Checklist, io: Io): Promise<CheckSource[]> {
  const { path: written, text, fingerprint } = await readInput(expandHome(typed), io)
  const path = resolve(io.cwd, written)
  const { devices } = readConfig(text, { path: written })
  return devices.map((device) => sourceOf(device, checklist, { text, path, fingerprint, profile: null }))
}

/** The same switch, read as one of this platform. */
export function onPlatform(source: CheckSource, profile: ProfileName): CheckSource {
  const { checklist, before } = source.work
  const { devices } = readConfig(source.text, { path: source.path, profile })
  const device = devices.find(({ name }) => name === before.name)
  return device ? sourceOf(device, checklist, { ...source, profile }) : source
}

/** A switch out of the box. */
export function sourceFromNothing(blank: BlankSwitch, checklist: Checklist): CheckSource {
  const text = blankConfig(blank)
  const fingerprint = createHash('sha256').update(text).digest('hex')
  const { profile } = blank
  return sourceOf(blankSwitch(blank), checklist, { text, path: '', fingerprint, profile })
}

/** What a draft of this switch is kept under. */
export function draftFrame({ work, path, fingerprint, profile }: CheckSource): DraftFrame {
  return { key: { checklist: work.checklist.id, path, device: work.before.name }, fingerprint, profile }
}

/** Switches that can be begun with where there is no file. The first also stands in for the others in drafts. */
export const BLANKS: readonly [BlankSwitch, ...BlankSwitch[]] = [
  { name: 'SW1', profile: 'catalyst-2960', ports: 24 },
  { name: 'SW1', profile: 'catalyst-9000', ports: 24 },
]

/** The switch out of the box that a draft without a file was made for. */
export function blankOf(draft: Draft | null): BlankSwitch {
  const profile = draft && profileIn(draft)
  return BLANKS.find((blank) => blank.profile === profile) ?? BLANKS[0]
}

/** A switch with what was kept of a checklist on it. `isStale`: its file has changed since. */
export type TakenUp = {
  readonly source: CheckSource
  readonly kept: Partial<KeptChecklist>
  readonly isStale: boolean
}

/** The switch with its draft, read as one of the platform that was said then; without one, as it is. */
export function takeUp(source: CheckSource, draft: Draft | null): TakenUp {
  if (!draft) return { source, kept: {}, isStale: false }
  const profile = profileIn(draft)
  return {
    source: profile ? onPlatform(source, profile) : source,
    kept: keptIn(draft),
    isStale: draft.fingerprint !== source.fingerprint,
  }
}
