import { portList } from '../port-list.ts'
import type { PortTable } from '../port-table.ts'
import { isDynamic } from './refusals.ts'

/**
 * `switchport nonegotiate` on a port that is left in a dynamic mode: the device refuses it and goes on speaking DTP (facts D1). No
 * running-config holds the two, but many a script does. Members of a port-channel take their mode from it.
 */
export function settleNonegotiate(ports: PortTable): readonly string[] {
  const refusing = ports.filter(
    (port) => !port.settings.negotiate.value && isDynamic(port) && port.settings.channel.value === null,
  )
  if (refusing.length === 0) return []
  for (const { settings } of refusing) settings.negotiate = { value: true, from: settings.negotiate.from }
  const names = portList(refusing.map(({ settings }) => settings.name))
  return [
    `A port in a dynamic mode refuses "switchport nonegotiate", as documented: DTP is taken to stay on at ${names}.`,
  ]
}
