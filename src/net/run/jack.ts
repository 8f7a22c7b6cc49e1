import type { Endpoint } from '../network.ts'
import type { PortRun } from './port-run.ts'
import type { StationRun } from './station-run.ts'
import type { SwitchRun } from './switch-run.ts'

/** Where a cable can end: one physical port of a running device, and what is plugged in there. */
export type Jack = {
  readonly end: Endpoint
  readonly name: string
  readonly station: StationRun | null
  readonly bridge: SwitchRun | null
  /** The port that decides about frames here: the port itself, or the port-channel it is a member of; null at a station. */
  port: PortRun | null
  peer: Jack | null
}
