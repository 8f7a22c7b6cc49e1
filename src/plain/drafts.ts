import type { Tick } from '../flow/checklist/standing.ts'
import { newDraft } from '../progress/draft.ts'
import type { Store } from '../progress/store.ts'
import { PURPOSES } from '../rules/purpose.ts'
import type { Kept } from './checklist-session.ts'

const TICKS: readonly Tick[] = ['done', 'accepted']

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

/** Drafts of a checklist, kept in the store: one for each file and device. */
export function draftsOf(checklist: string, store: Store): Kept {
  return {
    load: ({ device, fingerprint }, path) => {
      const draft = store.draft({ checklist, path, device: device.name })
      if (!draft) return null
      const state = {
        purposes: known(draft.purposes, PURPOSES),
        ticks: known(draft.items, TICKS),
        edits: draft.edits.length > 0 ? [draft.edits] : [],
      }
      return { state, isStale: draft.fingerprint !== fingerprint }
    },
    keep: ({ device, fingerprint }, path, { purposes, ticks, edits }) => {
      const key = { checklist, path, device: device.name }
      store.updateDraft(key, () => ({
        ...newDraft(key, fingerprint, Date.now()),
        purposes,
        items: ticks,
        edits: edits.flat(),
      }))
    },
  }
}
