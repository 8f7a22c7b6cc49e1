import type { AskOption } from '../net/bridge.ts'
import { announcement, effectiveMode, operatingAtRest, resolveDtp, takesPartInDtp } from '../net/dtp.ts'
import type { OperatingMode } from '../net/event.ts'
import type { Switch } from '../net/network.ts'
import type { PortSettings } from '../net/settings.ts'

/** One end of a cable between switches. */
export type CableEnd = {
  readonly device: Pick<Switch, 'vtpDomain' | 'vtpMode'>
  readonly port: PortSettings
  readonly ask: AskOption
}

/**
 * How a port operates with this neighbour once DTP has settled (facts B3). A neighbour that is no switch says nothing: a
 * dynamic port then stays access.
 */
export function operatesAs(own: CableEnd, far: CableEnd | null): OperatingMode {
  const rest = operatingAtRest(own.port)
  if (!far || rest === 'trunk' || effectiveMode(own.port, own.ask) === 'access') return rest
  if (!takesPartInDtp(own.port, own.ask)) return rest
  const says = announcement(far.port, operatingAtRest(far.port), far.ask)
  if (!says) return rest
  const heard = { ...says, src: '', domain: far.device.vtpDomain.value }
  return resolveDtp(own.port, own.device, heard, rest, own.ask).operating
}
