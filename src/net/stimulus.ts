import type { EventId, Millis } from './event.ts'
import type { Frame } from './frame.ts'
import type { Endpoint, SwitchSettings } from './network.ts'
import type { SomePortSettings, Source } from './settings.ts'

/** When a stimulus happens: at a moment of virtual time, or right after an event of the same run. */
export type When = { readonly at: Millis } | { readonly after: EventId }

/** New settings of one port. The `from` of each setting counts into the stimulus's own `sources`. */
export type PortChange = { readonly port: string; readonly settings: SomePortSettings }

/** New settings of the switch itself. The `from` of each setting counts into the stimulus's own `sources`. */
export type SwitchChanges = Partial<SwitchSettings>

/** Something done to the network from outside. */
export type Stimulus = { readonly when: When } & (
  | { readonly do: 'send'; readonly device: string; readonly port: string; readonly frame: Frame }
  | {
      readonly do: 'configure'
      readonly device: string
      readonly ports: readonly PortChange[]
      readonly global?: SwitchChanges
      readonly sources: readonly Source[]
    }
  | { readonly do: 'cable'; readonly a: Endpoint; readonly b: Endpoint; readonly connected: boolean }
  /** Nothing happens, but the run goes on at least until then. */
  | { readonly do: 'wait' }
)
