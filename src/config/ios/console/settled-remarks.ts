import type { Command } from '../../command.ts'
import { readPortName } from '../../port-name.ts'
import type { Mode } from './mode.ts'
import { type ScreenLine, say } from './screen.ts'

/** What a device remarks on a command that it takes, where the text is settled (facts D5, D7). */
export function remarksOn({ syntax }: Command, mode: Mode): ScreenLine[] {
  if (syntax === 'vtp mode transparent') return say('device', 'Setting device to VTP TRANSPARENT mode.')
  if (syntax !== 'spanning-tree portfast' || mode.name !== 'port') return []
  return mode.ports.flatMap((port) => portFastRemark(readPortName(port)?.key ?? port))
}

function portFastRemark(port: string): ScreenLine[] {
  return say(
    'device',
    '%Warning: portfast should only be enabled on ports connected to a single',
    ' host. Connecting hubs, concentrators, switches, bridges, etc... to this',
    ' interface  when portfast is enabled, can cause temporary bridging loops.',
    ' Use with CAUTION',
    '',
    `%Portfast has been configured on ${port} but will only`,
    ' have effect when the interface is in a non-trunking mode.',
  )
}
