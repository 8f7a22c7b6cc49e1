import type { Tick } from '../flow/checklist/standing.ts'
import type { ChecklistState, KeptChecklist } from '../flow/checklist.ts'
import { PROFILES, type ProfileName } from '../net/profiles.ts'
import { PURPOSES } from '../rules/purpose.ts'
import { type Draft, type DraftKey, newDraft } from './draft.ts'
import type { Instant } from './progress.ts'

const TICKS: readonly Tick[] = ['done', 'accepted']

/** What a draft is made for, beside the state that it keeps. */
export type DraftFrame = {
  readonly key: DraftKey
  readonly fingerprint: string
  /** The platform the person said it is, or null. */
  readonly profile: ProfileName | null
}

/** The draft that takes this state up again. */
export function draftOf(
  { key, fingerprint, profile }: DraftFrame,
  state: ChecklistState,
  now: Instant,
): Draft {
  return {
    ...newDraft(key, fingerprint, now),
    profile: profile ?? '',
    purposes: state.purposes,
    services: state.services.map(({ name, vlan, ends }) => ({
      name,
      vlan,
      ports: ends.map(({ port }) => port),
    })),
    items: state.ticks,
    edits: state.edits.map((lines) => lines.join('\n')),
  }
}

/** The entries whose value is one of these words: what a file holds may be from another version. */
function known<T extends string>(
  record: Readonly<Record<string, string>>,
  words: readonly T[],
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => {
      const word = words.find((each) => each === value)
      return word === undefined ? [] : [[key, word] as const]
    }),
  )
}

/** What of a draft a checklist begins with. What is not known any more is left out. */
export function keptIn({ device, purposes, items, services, edits }: Draft): KeptChecklist {
  return {
    purposes: known(purposes, PURPOSES),
    ticks: known(items, TICKS),
    services: services.map(({ name, vlan, ports }) => ({
      name,
      vlan,
      ends: ports.map((port) => ({ device, port })),
    })),
    edits: edits.map((lines) => lines.split('\n')),
  }
}

/** The platform a draft was made for; null where its person named none that is known. */
export function profileIn({ profile }: Draft): ProfileName | null {
  return Object.hasOwn(PROFILES, profile) ? (profile as ProfileName) : null
}
