import { restartsPort } from '../../../net/dtp.ts'
import { readDtp } from '../../../net/dtp-frame.ts'
import type { Event, EventId, Millis } from '../../../net/event.ts'
import type { Mac } from '../../../net/frame.ts'
import { type Switch, UnmodelledNetwork } from '../../../net/network.ts'
import { OPTIONS, type OptionValue } from '../../../net/options.ts'
import { PROFILES } from '../../../net/profiles.ts'
import { type SwitchState, stateAt } from '../../../net/state.ts'
import { frameOf, type RunSettings, type Trace } from '../../../net/trace.ts'
import { type TreeViews, treesSeenBy } from '../../../net/trees-seen.ts'
import { once } from '../../once.ts'
import type { DeviceReading } from '../../reading.ts'
import { type CdpNeighbour, cdpNeighbours } from './cdp.ts'
import { farEnds } from './links.ts'
import { type Inconsistency, inconsistencies } from './native-mismatch.ts'

/** The last DTP a port read since it started anew, and who sent it; null where it read none. */
export type Heard = { readonly at: Millis; readonly from: Mac } | null

/** A switch at a moment of a run, as its show commands see it. */
export type Moment = {
  readonly at: Millis
  /** The configuration at that moment: names, notes, VTP mode. Every `from` in it counts into its own sources. */
  readonly reading: DeviceReading
  readonly state: SwitchState
  /** Ports with a cable that leads to something. */
  readonly linked: ReadonlySet<string>
  /** The switches that CDP would show. */
  readonly neighbours: readonly CdpNeighbour[]
  readonly spanningTree: RunSettings['spanningTree']
  /** The spanning trees as this switch knows them; null where it runs none. Worked out when somebody asks. */
  readonly trees: () => TreeViews | null
  /** What spanning tree blocks as inconsistent. */
  readonly inconsistent: readonly Inconsistency[]
  readonly heard: ReadonlyMap<string, Heard>
  /** What a port without a mode line does on this switch; an assumption of the run where the platform is not known. */
  readonly defaultMode: OptionValue<'defaultMode'>
}

/** Which moment is meant: right after an event, and the time then, which may be later than the event. */
export type MomentAt = { readonly event: EventId; readonly time: Millis }

/** The last moment of a run: after its last event. */
export function endOf(trace: Trace): MomentAt {
  const last = trace.events.at(-1)
  return { event: trace.events.length - 1, time: last?.at ?? 0 }
}

/** The moment at this virtual time: after every event up to and at it. */
export function atTime(trace: Trace, time: Millis): MomentAt {
  const later = trace.events.findIndex(({ at }) => at > time)
  return { event: (later < 0 ? trace.events.length : later) - 1, time }
}

/**
 * The switch `reading` was read from as it is at a moment of the run, `device` being its name in the network. Throws
 * `UnmodelledNetwork` where the network has no such switch.
 */
export function momentOf(
  trace: Trace,
  device: string,
  reading: DeviceReading,
  when: MomentAt = endOf(trace),
): Moment {
  const network = stateAt(trace, when.event)
  const state = network.switches[device]
  const made = trace.network.devices.find(({ name }) => name === device)
  if (!state || made?.kind !== 'switch') {
    throw new UnmodelledNetwork(`There is no switch called ${device} in this network.`)
  }
  const past = trace.events.slice(0, when.event + 1)
  const ends = farEnds(trace, device, past)
  return {
    at: when.time,
    state,
    reading: { ...reading, device: { ...reading.device, ...configured(state) }, sources: trace.sources },
    linked: new Set(ends.keys()),
    neighbours: cdpNeighbours(trace, network, device, ends),
    spanningTree: trace.settings.spanningTree,
    trees: once(() => treesSeenBy(trace, device, when.time)),
    inconsistent: inconsistencies(network, device, ends),
    heard: heardDtp(trace, device, past),
    defaultMode: defaultModeOf(trace, made),
  }
}

function configured(state: SwitchState): Pick<Switch, 'ports' | 'vlans' | 'tagNative' | 'vtpDomain'> {
  const { vlans, tagNative, vtpDomain } = state.device
  return { ports: Object.values(state.ports).map(({ settings }) => settings), vlans, tagNative, vtpDomain }
}

function heardDtp(trace: Trace, device: string, past: readonly Event[]): Map<string, Heard> {
  const heard = new Map<string, Heard>()
  for (const event of past) {
    if (event.device !== device || event.port === '') continue
    if (forgetsNeighbour(event)) heard.delete(event.port)
    if (event.kind !== 'hear' || event.frame === null) continue
    const dtp = readDtp(frameOf(trace, event.frame))
    if (dtp) heard.set(event.port, { at: event.at, from: dtp.src })
  }
  return heard
}

function forgetsNeighbour(event: Event): boolean {
  if (event.decision === 'dtp/timeout' || event.decision === 'dtp/link-lost') return true
  return event.kind === 'configure' && event.settings !== null && restartsPort(event.settings)
}

function defaultModeOf(trace: Trace, { profile, options }: Switch): OptionValue<'defaultMode'> {
  const { settled } = PROFILES[profile]
  if (options.defaultMode) return options.defaultMode
  if ('defaultMode' in settled) return settled.defaultMode
  const asked = trace.readings.find((each) => each.profile === profile && each.option === 'defaultMode')
  const { values } = OPTIONS.defaultMode
  return values.find((value) => value === asked?.value) ?? values[0]
}
