import type { PatchLine } from './patch.ts'

/** A line of the device itself, or under one of its VLANs. */
export function deviceLine(line: string, mayCut: string | null = null): PatchLine {
  return { line, ports: [], mayCut }
}
