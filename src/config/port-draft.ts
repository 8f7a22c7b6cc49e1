import type { PortMode, PortSettings, Setting, SourceId } from '../net/settings.ts'
import type { PortName } from './port-name.ts'

/** The values a platform gives a port that no line touches, each with the source that states the default. */
export type PortDefaults = Omit<PortSettings, 'name' | 'channel'> & {
  readonly channel: Setting<string | null>
}

/** A port while it is read or typed at. */
export type PortDraft = {
  readonly id: PortName
  readonly settings: { -readonly [K in keyof PortSettings]: PortSettings[K] }
  readonly defaults: PortDefaults
  /** Settings that a line of this very port made, in a bundle's member to be compared with the bundle's. */
  readonly own: Set<keyof PortDefaults>
  description: string
  /** What stands after `channel-group N mode`. */
  channelMode: string
  /** Line of its `interface` header; 0 where it is only implied. */
  line: number
  bpduGuard: boolean | null
  portFast: boolean
  portSecurity: boolean
  flagSources: SourceId[]
}

/** A port that no line has touched. */
export function newPortDraft(id: PortName, defaults: PortDefaults, line: number): PortDraft {
  return {
    id,
    settings: { name: id.written, ...defaults },
    defaults,
    own: new Set(),
    description: '',
    channelMode: '',
    line,
    bpduGuard: null,
    portFast: false,
    portSecurity: false,
    flagSources: [],
  }
}

/** Gives a port's setting a value that these sources made. */
export function setPort<K extends keyof PortDefaults>(
  port: PortDraft,
  name: K,
  value: PortDefaults[K]['value'],
  by: readonly SourceId[],
): void {
  const settings: Record<string, Setting<unknown>> = port.settings as never
  settings[name] = { value, from: by }
  port.own.add(name)
}

/** Takes a port's setting back to the platform's default; the line that said so stays among its sources. */
export function resetPort(port: PortDraft, name: keyof PortDefaults, by: readonly SourceId[]): void {
  const settings: Record<string, Setting<unknown>> = port.settings as never
  settings[name] = { value: port.defaults[name].value, from: [...by, ...port.defaults[name].from] }
  port.own.add(name)
}

/** The mode a port is told to be in; what a port without a mode line does where the platform is not known stays open. */
export function modeOf(port: PortDraft): PortMode {
  return port.settings.mode.value
}
