import { type DeviceReading, readConfig } from '../../config/index.ts'
import type { ProfileName } from '../../net/profiles.ts'

/** A switch to start a checklist from where there is no file: its name, its platform and how many ports it has. */
export type BlankSwitch = { readonly name: string; readonly profile: ProfileName; readonly ports: number }

/** The most ports a switch is made with. */
export const MOST_PORTS = 96

/** The configuration text of a switch out of the box: nothing but its ports, all at the platform's defaults. */
export function blankConfig({ name, ports }: BlankSwitch): string {
  const count = Math.max(1, Math.min(MOST_PORTS, ports))
  const blocks = Array.from({ length: count }, (_, index) => `interface GigabitEthernet1/0/${index + 1}`)
  return [`hostname ${name}`, ...blocks, 'end', ''].join('\n!\n')
}

/** The same, read: a switch is only ever described by its configuration text. */
export function blankSwitch(blank: BlankSwitch): DeviceReading {
  const request = { path: `${blank.name}.cfg`, dialect: 'ios', profile: blank.profile } as const
  const [reading] = readConfig(blankConfig(blank), request).devices
  if (!reading) throw new RangeError('A configuration of our own holds a device.')
  return reading
}
