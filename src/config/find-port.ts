import type { PortSettings } from '../net/settings.ts'
import { readPortName } from './port-name.ts'
import type { DeviceReading } from './reading.ts'

/** The port a person means, in whatever form they write its name: `gi0/1` is `GigabitEthernet0/1`. */
export function findPort(reading: DeviceReading, written: string): PortSettings | null {
  const wanted = written.trim()
  const exact = reading.device.ports.find(({ name }) => name === wanted)
  if (exact) return exact
  const key = readPortName(wanted)?.key
  return (key && reading.device.ports.find(({ name }) => readPortName(name)?.key === key)) || null
}
