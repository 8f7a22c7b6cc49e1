import { applyLines } from './apply-lines.ts'
import { shellDialectNamed } from './dialects.ts'
import { patch } from './patch.ts'
import type { DeviceReading } from './reading.ts'

/** Whether a device is a bridge of a host, which takes commands of its shell and no lines of a switch's configuration. */
export function takesShellCommands({ dialect }: DeviceReading): boolean {
  return shellDialectNamed(dialect) !== null
}

/** What lines of a switch's configuration are on a bridge of a host, as commands of its shell; empty where it knows no such setting. */
export function hostCommands(reading: DeviceReading, lines: readonly string[]): string[] {
  const { device } = applyLines(reading, lines)
  return patch(reading, device).commands.map(({ line }) => line)
}
