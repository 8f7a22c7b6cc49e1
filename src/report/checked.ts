import type { DeviceReading } from '../config/reading.ts'
import type { Finding } from '../verdict/finding.ts'

/** One device of a file with everything a report says about it. */
export type CheckedDevice = {
  /** The file as the user named it. */
  readonly path: string
  readonly reading: DeviceReading
  /** What the answer rests on, as sentences. */
  readonly assumptions: readonly string[]
  /** Gravest first. */
  readonly findings: readonly Finding[]
}

/** A file that could not be read, with one sentence for people. */
export type UnreadFile = { readonly path: string; readonly problem: string }

/** A whole check, ready to be written in any format. */
export type CheckReport = {
  readonly devices: readonly CheckedDevice[]
  readonly unread: readonly UnreadFile[]
}

/** How many lines of a file ended as what. */
export type LineCounts = {
  readonly modelled: number
  readonly harmless: number
  readonly unmodelled: number
  readonly unknown: number
}

/** Counts the lines of a device by what became of them. */
export function lineCounts({ lines }: DeviceReading): LineCounts {
  const counts = { modelled: 0, harmless: 0, unmodelled: 0, unknown: 0 }
  for (const { state } of lines) counts[state]++
  return counts
}

/** The findings of a report by level. */
export type Tally = { readonly error: number; readonly warning: number; readonly advice: number }

/** Counts the findings of these devices by level. */
export function tally(devices: readonly CheckedDevice[]): Tally {
  const counts = { error: 0, warning: 0, advice: 0 }
  for (const { findings } of devices) for (const { level } of findings) counts[level]++
  return counts
}
