import { readPortName } from '../../port-name.ts'
import type { DeviceReading } from '../../reading.ts'

/** A kind of interface and its number with a blank between them: `gi 0/1`. */
const APART = /(?<=^|[ \t])([A-Za-z][A-Za-z-]*)([ \t]+)(\d+(?:\/\d+)+)(?=[ \t]|$)/g

/**
 * The line with port names in one word, as the table of commands has them: `gi 0/1` becomes `gi0/1`, and the blanks come after it, so
 * that every other word stays where it was.
 */
export function joinPortName(line: string): string {
  return line.replace(APART, (whole, kind: string, blanks: string, numbers: string) =>
    readPortName(kind + numbers) ? kind + numbers + blanks : whole,
  )
}

/** The port of the configuration that is named by this key, as the configuration writes it. */
export function nameInConfig(reading: DeviceReading, key: string): string | null {
  return reading.device.ports.find(({ name }) => readPortName(name)?.key === key)?.name ?? null
}

/** The kinds of interfaces that may be named at this switch, with what they are. */
export function interfaceKinds({ device }: DeviceReading): Record<string, string> {
  const kinds = device.ports.map(({ name }) => readPortName(name)?.kind).filter((kind) => kind !== undefined)
  const ports = [...new Set(kinds)].filter((kind) => kind !== 'Port-channel')
  return {
    ...Object.fromEntries(ports.map((kind) => [kind, 'Ports of this switch'])),
    'Port-channel': 'Ports that are one',
    Vlan: 'The switch itself in a VLAN',
  }
}
