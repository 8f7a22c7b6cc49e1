import type { AskOption } from '../bridge-port.ts'
import type { Frame } from '../frame.ts'
import type { ProfileName } from '../profiles.ts'
import type { AttackerSpec } from './attacker.ts'
import type { HostSpec } from './host.ts'
import type { MigrationSourceSpec } from './migration-source.ts'
import type { MigrationTargetSpec } from './migration-target.ts'
import type { PhoneSpec } from './phone.ts'
import type { RelaySpec } from './relay.ts'
import type { SpooferSpec } from './spoofer.ts'
import type { VSwitchSpec } from './vswitch.ts'

/** What a station is, as plain data. A new kind is a file here, a member of this union and a line in `index.ts`. */
export type StationSpec =
  | HostSpec
  | AttackerSpec
  | SpooferSpec
  | RelaySpec
  | PhoneSpec
  | VSwitchSpec
  | MigrationSourceSpec
  | MigrationTargetSpec

/** What wakes a station: the start of the run, a frame at one of its ports, or a timer it set. */
export type StationInput =
  | { readonly kind: 'start' }
  | { readonly kind: 'frame'; readonly port: string; readonly frame: Frame }
  | { readonly kind: 'timer'; readonly name: string }

/** A frame a station puts on the wire. */
export type StationSend = {
  readonly port: string
  readonly frame: Frame
  /** Set where the station passes on a frame that came in, and does not make one of its own: a phone's PC port, a vSwitch. */
  readonly via?: 'forwarded'
}

/** A timer a station sets. A background timer (a hello that repeats for ever) does not keep a run going. */
export type StationTimer = { readonly name: string; readonly in: number; readonly background: boolean }

/** Something a station notices, for the trace: a reply that came, a page that arrived, a phone that registered. */
export type StationReport = {
  readonly says: string
  readonly detail: Readonly<Record<string, string | number | boolean>>
}

/** How a station takes a frame: as its own, as one it merely overhears, or not at all. */
export type Reception = 'addressed' | 'overheard' | 'ignored'

/** The answer of one step: the next state and what the station does. */
export type StationStep<State> = {
  readonly state: State
  readonly reception?: Reception
  readonly sends?: readonly StationSend[]
  readonly timers?: readonly StationTimer[]
  readonly reports?: readonly StationReport[]
}

/** The behaviour of one kind of station: pure, so that a trace can be run again from any point. */
export type StationKind<Spec extends StationSpec, State> = {
  /** The ports the station has, in order. */
  readonly ports: (spec: Spec) => readonly string[]
  readonly initial: (spec: Spec) => State
  /** The platform whose options the station reads; absent where it reads none. */
  readonly platform?: (spec: Spec) => ProfileName
  /** One step: state and input in, state and actions out. `now` is virtual milliseconds; `ask` reads the platform's options. */
  readonly step: (
    spec: Spec,
    state: State,
    input: StationInput,
    now: number,
    ask: AskOption,
  ) => StationStep<State>
}
