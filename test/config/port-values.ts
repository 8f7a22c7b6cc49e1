import type { DeviceReading } from '../../src/config/index.ts'

/** What a bridge's ports are set to, without where it comes from. */
export function portValues(reading: DeviceReading | undefined): unknown {
  return reading?.device.ports.map(({ name, ...settings }) => [
    name,
    Object.fromEntries(Object.entries(settings).map(([key, setting]) => [key, setting?.value])),
  ])
}
