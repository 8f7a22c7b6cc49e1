import type { DecisionId } from '../decisions.ts'
import type { EventId } from '../event.ts'
import type { PortRun } from './port-run.ts'
import type { Recorder } from './recorder.ts'
import type { SwitchRun } from './switch-run.ts'

/** A switch forgets every address behind this port, or with null behind any, in all VLANs; written down where there was one. */
export function forgetBehind(
  recorder: Recorder,
  device: SwitchRun,
  port: PortRun | null,
  why: { readonly decision: DecisionId; readonly causes: readonly EventId[] },
): void {
  if (!device.macTable.dropBehind(port)) return
  recorder.record(
    { device: device.name, port: port?.name ?? '', ...why },
    { kind: 'forget', vlan: null, mac: null },
  )
}
