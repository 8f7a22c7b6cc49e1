import type { MaybeRouted } from '../cli-dialect.ts'
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
 * Ports that may be routed ports, and how the text shows it. Chassis such as the 6500 have routed ports by default and write a bare
 * `switchport` under the others (facts B6: "when made a switchport"); where a text has such lines, a port without any line of a switch
 * port may be either. `no ip address` stands under routed ports, and under the switch ports of old images.
 */
export function maybeRoutedPorts(ports: PortTable): readonly MaybeRouted[] {
  const isBare = (port: PortDraft) => SWITCH_PORT_LINES.every((name) => !isOwn(port, name))
  if (ports.some((port) => isOwn(port, 'switching') && port.settings.switching.value)) {
    const shown =
      'The text writes "switchport" under its switch ports, as chassis do whose ports are routed by default'
    return [{ ports: ports.filter(isBare), shown }]
  }
  const saying = ports.filter(({ saysNoAddress }) => saysNoAddress === true)
  const isOldImage = saying.some((port) => port.settings.switching.value && !isBare(port))
  const shown = 'The text writes "no ip address" under no port that is told to be a switch port'
  return isOldImage ? [] : [{ ports: saying, shown }]
}
