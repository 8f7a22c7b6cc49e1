import { createHash } from 'node:crypto'
import { type DeviceReading, readConfig } from '../../../config/index.ts'
import type { Checklist } from '../../../content/checklist.ts'
import type { Io } from '../../../edge/io.ts'
import { readInput } from '../../../edge/read-input.ts'
import { type BlankSwitch, blankConfig, blankSwitch } from '../../../flow/checklist/blank-switch.ts'
import type { Tick } from '../../../flow/checklist/standing.ts'
import { type ChecklistState, type ChecklistWork, openChecklist } from '../../../flow/checklist.ts'
import { type Draft, type DraftKey, newDraft } from '../../../progress/draft.ts'
import { PURPOSES, type Purpose } from '../../../rules/purpose.ts'

/** A switch taken in hand: where it comes from, its text, and the checklist it is worked through with. */
export type CheckSource = {
  readonly work: ChecklistWork
  readonly text: string
  /** The file as the person named it; empty for a switch without one. */
  readonly path: string
  readonly fingerprint: string
}

/** Everything a file holds, ready to be chosen from. Throws what reading a file or its text throws, as one sentence. */
export async function sourcesIn(path: string, checklist: Checklist, io: Io): Promise<CheckSource[]> {
  const input = await readInput(path, io)
  const { devices } = readConfig(input.text, { path })
  return devices.map((device) => sourceOf(device, checklist, input.text, path, input.fingerprint))
}

function sourceOf(
  device: DeviceReading,
  checklist: Checklist,
  text: string,
  path: string,
  fingerprint: string,
): CheckSource {
  return { work: openChecklist(checklist, device), text, path, fingerprint }
}

/** A switch out of the box. */
export function sourceFromNothing(blank: BlankSwitch, checklist: Checklist): CheckSource {
  const text = blankConfig(blank)
  const fingerprint = createHash('sha256').update(text).digest('hex')
  return sourceOf(blankSwitch(blank), checklist, text, '', fingerprint)
}

/** The name under which a checklist on this switch is kept. */
export function draftKey({ work, path }: CheckSource): DraftKey {
  return { checklist: work.checklist.id, path, device: work.before.name }
}

/** The draft that takes this state up again. */
export function draftOf(source: CheckSource, state: ChecklistState, now: number): Draft {
  return {
    ...newDraft(draftKey(source), source.fingerprint, now),
    purposes: state.purposes,
    items: state.ticks,
    edits: state.edits.map((lines) => lines.join('\n')),
  }
}

function isTick(text: string): text is Tick {
  return text === 'done' || text === 'accepted'
}

/** What of a draft a checklist begins with. What is not known any more is left out. */
export function keptIn(draft: Draft): Partial<Pick<ChecklistState, 'purposes' | 'ticks' | 'edits'>> {
  const purposes: Record<string, Purpose> = {}
  for (const [port, said] of Object.entries(draft.purposes)) {
    const purpose = PURPOSES.find((each) => each === said)
    if (purpose) purposes[port] = purpose
  }
  const ticks: Record<string, Tick> = {}
  for (const [item, said] of Object.entries(draft.items)) if (isTick(said)) ticks[item] = said
  return { purposes, ticks, edits: draft.edits.map((lines) => lines.split('\n')) }
}
