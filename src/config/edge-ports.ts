import type { PortSettings } from '../net/settings.ts'
import type { DeviceDraft } from './device-draft.ts'
import { isLeft, modeOf, type PortDraft } from './port-draft.ts'

/**
 * What a port does as an edge port: what its own lines say, else what a global line makes of every access port. `no` before an own line
 * says nothing, as documented: it leaves the port to the global line.
 */
export function portFastOf({ edgePorts }: DeviceDraft, port: PortDraft): PortSettings['portFast'] {
  const { portFast, switching } = port.settings
  const isAccess = switching.value && modeOf(port) !== 'trunk'
  return edgePorts && isAccess && isLeft(port, 'portFast') ? edgePorts : portFast
}
