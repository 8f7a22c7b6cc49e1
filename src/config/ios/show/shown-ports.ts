import type { Encapsulation } from '../../../net/dtp.ts'
import type { Apart } from '../../../net/event.ts'
import type { PortMode, PortSettings } from '../../../net/settings.ts'
import { NO_VLANS, type VlanSet } from '../../../net/vlan-set.ts'
import { readPortName, shortPortName } from '../../port-name.ts'
import type { Heard, Moment } from './moment.ts'

/** How a port operates: bridging as an access port or as a trunk, or not at all. */
export type Operating = 'access' | 'trunk' | 'down'

/** A port as the show commands print it. */
export type ShownPort = {
  /** `GigabitEthernet1/0/1`, however the configuration writes it. */
  readonly longName: string
  /** `Gi1/0/1` */
  readonly shortName: string
  readonly settings: PortSettings
  /** The mode it is told to be in, the platform's default in the place of a missing line. */
  readonly mode: Exclude<PortMode, 'platform-default'>
  readonly operating: Operating
  /** What it encapsulates with while it is a trunk (facts B5). */
  readonly encapsulation: Encapsulation
  /** VLANs that spanning tree blocks here. */
  readonly blocked: VlanSet
  /** Short name of the port-channel it is a member of; null for a member that forwards by itself. */
  readonly memberOf: string | null
  /** How it stands apart from its port-channel; a port that is down does not. */
  readonly apart: Apart | null
  readonly heard: Heard
}

/** Every switch port and routed port, in the order of the configuration. */
export function shownPorts(moment: Moment): ShownPort[] {
  return Object.keys(moment.state.ports)
    .map((name) => shownPort(moment, name))
    .filter((port) => port !== null)
}

/** The port of this name as the network knows it; null where there is none. */
export function shownPort(moment: Moment, name: string): ShownPort | null {
  const { state, reading } = moment
  const settings = reading.device.ports.find((port) => port.name === name) ?? state.ports[name]?.settings
  if (!settings) return null
  const isUp = settings.enabled.value && isLinked(moment, name)
  const apart = isUp ? (state.ports[name]?.apart ?? null) : null
  const bundle = apart === 'alone' ? null : settings.channel.value
  const operates = (bundle === null ? undefined : state.ports[bundle]) ?? state.ports[name]
  return {
    longName: readPortName(name)?.key ?? name,
    shortName: shortPortName(name),
    settings,
    mode: settings.mode.value === 'platform-default' ? moment.defaultMode : settings.mode.value,
    operating: isUp && apart !== 'suspended' && operates ? operates.operating : 'down',
    encapsulation: operates?.encapsulation ?? 'dot1q',
    blocked: operates?.blocked ?? NO_VLANS,
    memberOf: bundle === null ? null : shortPortName(bundle),
    apart,
    heard: moment.heard.get(name) ?? null,
  }
}

/** A port-channel is up when one of its members is, and does not stand apart. */
function isLinked({ linked, reading, state }: Moment, name: string): boolean {
  if (linked.has(name)) return true
  return reading.device.ports.some(
    ({ name: member, channel, enabled }) =>
      channel.value === name && enabled.value && linked.has(member) && !state.ports[member]?.apart,
  )
}

/** What has to be said where a port is shown in a mode that no line and no known platform gives it (facts B6, D5b). */
export function modeNotes({ defaultMode }: Moment, ports: readonly ShownPort[]): readonly string[] {
  if (!ports.some(({ settings }) => settings.mode.value === 'platform-default')) return []
  return [
    `The switch model is not known: a port without a "switchport mode" line is taken as ${defaultMode} in this run.`,
  ]
}
