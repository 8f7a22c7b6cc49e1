import type { PortMode, PortSettings, Setting, SourceId } from '../net/settings.ts'
import { type PortName, readPortName } from './port-name.ts'
import type { OverwrittenLists } from './reading.ts'

/** The values a platform gives a port that no line touches, each with the source that states the default. */
export type PortDefaults = Omit<PortSettings, 'name'>

/**
 * A port while it is read or typed at. A line that makes a setting puts a new one in the place of the old; what no line touched stays
 * the very setting of the defaults.
 */
export type PortDraft = {
  readonly settings: { -readonly [K in keyof PortSettings]: PortSettings[K] }
  readonly defaults: PortDefaults
  description: string
  /** Line of its `interface` header; 0 where it is only implied. */
  line: number
  bpduGuard: boolean | null
  portSecurity: boolean
  /** Sources of the lines that made the two above. */
  flagSources: readonly SourceId[]
  /** Whether it says "no ip address"; absent where it does not. */
  saysNoAddress?: boolean
  /** What became of allowed lists of its own that a later line replaced; absent where none was. */
  overwritten?: OverwrittenLists
}

const NO_SOURCES: readonly SourceId[] = []

/** A port that no line has touched. */
export function newPortDraft(name: string, defaults: PortDefaults, line: number): PortDraft {
  return {
    settings: {
      name,
      switching: defaults.switching,
      enabled: defaults.enabled,
      mode: defaults.mode,
      negotiate: defaults.negotiate,
      accessVlan: defaults.accessVlan,
      nativeVlan: defaults.nativeVlan,
      allowedVlans: defaults.allowedVlans,
      voiceVlan: defaults.voiceVlan,
      encapsulation: defaults.encapsulation,
      tagNative: defaults.tagNative,
      trunkGroups: defaults.trunkGroups,
      channel: defaults.channel,
      channelMode: defaults.channelMode,
      untagged: defaults.untagged,
      egressUntagged: defaults.egressUntagged,
      portFast: defaults.portFast,
      pathCost: defaults.pathCost,
      portPriority: defaults.portPriority,
    },
    defaults,
    description: '',
    line,
    bpduGuard: null,
    portSecurity: false,
    flagSources: NO_SOURCES,
  }
}

/** The name of a port taken apart; every draft's name can be. */
export function idOf(port: PortDraft): PortName | null {
  return readPortName(port.settings.name)
}

/** Takes a port's setting back to the platform's default; the line that said so stays among its sources. */
export function resetPort(port: PortDraft, name: keyof PortDefaults, by: readonly SourceId[]): void {
  const settings: Record<string, Setting<unknown>> = port.settings as never
  settings[name] = { value: port.defaults[name].value, from: [...by, ...port.defaults[name].from] }
}

/** Whether some line made this setting: what no line touched is the very setting of the defaults. */
export function isOwn(port: PortDraft, name: keyof PortDefaults): boolean {
  return port.settings[name] !== port.defaults[name]
}

/** Whether the lines leave this setting to the platform: none touched it, or the last one took it back. */
export function isLeft(port: PortDraft, name: keyof PortDefaults): boolean {
  const [byDefault = -1] = port.defaults[name].from
  return !isOwn(port, name) || port.settings[name].from.includes(byDefault)
}

/** Notes the lines that said something about BPDU guard or port security. */
export function noteFlag(port: PortDraft, by: readonly SourceId[]): void {
  port.flagSources = port.flagSources.length === 0 ? by : [...port.flagSources, ...by]
}

/** The mode a port is told to be in; what a port without a mode line does where the platform is not known stays open. */
export function modeOf(port: PortDraft): PortMode {
  return port.settings.mode.value
}
