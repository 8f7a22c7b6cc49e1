import { isOwn, type PortDefaults, type PortDraft } from '../port-draft.ts'
import type { PortTable } from '../port-table.ts'

/** Settings whose lines only a switch port has. */
const SWITCH_PORT_LINES = [
  'switching',
  'mode',
  'negotiate',
  'accessVlan',
  'nativeVlan',
  'allowedVlans',
  'voiceVlan',
  'encapsulation',
  'tagNative',
  'channel',
] as const satisfies readonly (keyof PortDefaults)[]

/**
 * Ports that may be routed ports. Chassis such as the 6500 have routed ports by default and write a bare `switchport` under the others
 * (facts B6: "when made a switchport"); where a text has such lines, a port without any line of a switch port may be either.
 */
export function maybeRoutedPorts(ports: PortTable): readonly PortDraft[] {
  const saysSwitchport = ports.some((port) => isOwn(port, 'switching') && port.settings.switching.value)
  if (!saysSwitchport) return []
  return ports.filter((port) => SWITCH_PORT_LINES.every((name) => !isOwn(port, name)))
}
