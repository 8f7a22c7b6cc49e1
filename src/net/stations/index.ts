import { attacker } from './attacker.ts'
import { host } from './host.ts'
import { spoofer } from './spoofer.ts'
import type { StationKind, StationSpec } from './station.ts'

/** A station's behaviour with the types of its spec and state forgotten, for the queue that runs them all. */
export type AnyStationKind = StationKind<StationSpec, unknown>

const KINDS = { host, attacker, spoofer }

/** The behaviour that belongs to a spec. */
export function kindOf(spec: StationSpec): AnyStationKind {
  return KINDS[spec.kind] as unknown as AnyStationKind
}
