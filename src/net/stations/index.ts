import { attacker } from './attacker.ts'
import { host } from './host.ts'
import { migrationSource } from './migration-source.ts'
import { migrationTarget } from './migration-target.ts'
import { phone } from './phone.ts'
import { relay } from './relay.ts'
import { spoofer } from './spoofer.ts'
import type { StationKind, StationSpec } from './station.ts'
import { vswitch } from './vswitch.ts'

/** A station's behaviour with the types of its spec and state forgotten, for the queue that runs them all. */
export type AnyStationKind = StationKind<StationSpec, unknown>

const KINDS = {
  host,
  attacker,
  spoofer,
  relay,
  phone,
  vswitch,
  'migration-source': migrationSource,
  'migration-target': migrationTarget,
}

/** The behaviour that belongs to a spec. */
export function kindOf(spec: StationSpec): AnyStationKind {
  return KINDS[spec.kind] as unknown as AnyStationKind
}
