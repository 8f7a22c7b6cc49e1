import type { Answer } from './command.ts'
import { shellDialectNamed } from './dialects.ts'
import type { DeviceReading } from './reading.ts'
import { typeAtHost } from './type-at-host.ts'
import { changeBetween, type TypedChange } from './typed-change.ts'
import { TypedSession } from './typed-session.ts'

/** What the device made of typed lines. Lines before a refused one took effect, as on the device. */
export type Typed = {
  readonly device: DeviceReading
  readonly change: TypedChange
  /** What the device said without refusing. */
  readonly remarks: readonly Answer[]
  /** The first line that was refused, and why; null where all were taken. */
  readonly refused: Refused | null
}

/** A refused line. */
export type Refused = {
  /** Index of the line among those typed. */
  readonly index: number
  readonly line: string
  readonly answer: Answer
  /** Where in the line the word stands that does not fit; null where the whole command was refused. */
  readonly at: number | null
}

/** Types one line under a port, as after `interface NAME`. */
export function applyLine(device: DeviceReading, port: string, line: string): Typed {
  return applyLines(device, [`interface ${port}`, line])
}

/**
 * Types lines in configuration mode, one after the other, with the device's own refusals where their text is settled (facts D1, D3)
 * and in our words where it is not. At a bridge of a host they may be commands of its shell.
 */
export function applyLines(reading: DeviceReading, lines: readonly string[]): Typed {
  const host = shellDialectNamed(reading.dialect)
  if (host) {
    const { device, refused } = typeAtHost(reading, host, lines)
    return { device, change: changeBetween(reading, device), remarks: [], refused }
  }
  const session = new TypedSession(reading)
  let refused: Refused | null = null
  for (const [index, line] of lines.entries()) {
    const answer = session.type(line)
    if (!answer) continue
    refused = { index, line, answer: answer.answer, at: answer.at }
    break
  }
  const device = session.finish()
  return { device, change: changeBetween(reading, device), remarks: session.remarks, refused }
}
