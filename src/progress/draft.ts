import type { Instant } from './progress.ts'

/** What makes two drafts the same one. */
export type DraftKey = {
  readonly checklist: string
  /** The configuration's file, absolute; empty for a checklist started from nothing. */
  readonly path: string
  /** The device within the file, by name. */
  readonly device: string
}

/** A service as a draft keeps it: its ends are ports of the draft's device. */
export type KeptService = { readonly name: string; readonly vlan: number; readonly ports: readonly string[] }

/**
 * An unfinished checklist. It never holds the configuration: that has passwords in it, and may have changed since. Kept are the
 * file's path, what it was like, and the commands put on top of it. Plain JSON.
 */
export type Draft = DraftKey & {
  /** SHA-256 of the file's bytes, in hex, when the edits were made: another one means the file has changed since. */
  readonly fingerprint: string
  /** The platform the person said it is; empty where the text says it, or nobody could. */
  readonly profile: string
  /** What people said each port is for, by the port's name as written: host, uplink, hypervisor, phone, unused. */
  readonly purposes: Readonly<Record<string, string>>
  readonly services: readonly KeptService[]
  /** The state of each item of the checklist, by the item's id, in the words of the checklist's flow. */
  readonly items: Readonly<Record<string, string>>
  /** Edits in the order in which they were made, each the lines that were typed together, as they are typed on the device. */
  readonly edits: readonly string[]
  readonly savedAt: Instant
}

/** A draft nobody has touched. */
export function newDraft(key: DraftKey, fingerprint: string, now: Instant): Draft {
  return { ...key, fingerprint, profile: '', purposes: {}, services: [], items: {}, edits: [], savedAt: now }
}
