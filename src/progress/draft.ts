import type { Instant } from './progress.ts'

/** What makes two drafts the same one. */
export type DraftKey = {
  readonly checklist: string
  /** The configuration's file, absolute; empty for a checklist started from nothing. */
  readonly path: string
  /** The device within the file, by name. */
  readonly device: string
}

/**
 * An unfinished checklist. It never holds the configuration: that has passwords in it, and may have changed since. Kept are the
 * file's path, what it was like, and the commands put on top of it. Plain JSON.
 */
export type Draft = DraftKey & {
  /** SHA-256 of the file's bytes, in hex, when the edits were made: another one means the file has changed since. */
  readonly fingerprint: string
  /** What people said each port is for, by the port's name as written: host, uplink, hypervisor, phone, unused. */
  readonly purposes: Readonly<Record<string, string>>
  /** The state of each item of the checklist, by the item's id, in the words of the checklist's flow. */
  readonly items: Readonly<Record<string, string>>
  /** Configuration commands typed or chosen, in order, as they are typed on the device. */
  readonly edits: readonly string[]
  readonly savedAt: Instant
}

/** A draft nobody has touched. */
export function newDraft(key: DraftKey, fingerprint: string, now: Instant): Draft {
  return { ...key, fingerprint, purposes: {}, items: {}, edits: [], savedAt: now }
}
