import { applyLines } from './apply-lines.ts'
import { shellDialectNamed } from './dialects.ts'
import { patch } from './patch.ts'
import type { DeviceReading } from './reading.ts'

/**
 * What lines of a switch's configuration are on a bridge of a host, as commands of its shell; empty where it knows no such setting.
 * Null for a device that takes the lines as they are.
 */
export function hostCommands(reading: DeviceReading, lines: readonly string[]): string[] | null {
  if (!shellDialectNamed(reading.dialect)) return null
  const { device } = applyLines(reading, lines)
  return patch(reading, device).commands.map(({ line }) => line)
}
