import type { Millis } from '../../../net/event.ts'
import { type Network, UnmodelledNetwork } from '../../../net/network.ts'
import { simulate } from '../../../net/simulate.ts'
import { NIC } from '../../../net/stations/host.ts'
import type { Stimulus } from '../../../net/stimulus.ts'
import type { RunSettings, Trace } from '../../../net/trace.ts'
import { applyLines, type Typed } from '../../apply-lines.ts'
import type { DeviceReading } from '../../reading.ts'
import type { TypedChange } from '../../typed-change.ts'
import { atTime, type Moment, momentOf } from '../show/index.ts'
import { bundleRemarks, withBundles } from './bundles.ts'
import { logMessages } from './log-messages.ts'
import { type ScreenLine, say } from './screen.ts'

/** The simulated network around a console, and what was done to it so far. Plain data. */
export type World = {
  readonly network: Network
  readonly settings: Partial<RunSettings>
  /** What is done to the network: typed lines among it, as `configure` stimuli. */
  readonly stimuli: readonly Stimulus[]
  /** Virtual time: everything up to here has happened. */
  readonly now: Millis
  /** The switch the console is plugged into, as the network calls it. */
  readonly device: string
  /** Its configuration now. */
  readonly reading: DeviceReading
  /** The run so far. */
  readonly trace: Trace
}

/** What a world is made of. */
export type WorldSpec = Pick<World, 'network' | 'device' | 'reading'> &
  Partial<Pick<World, 'settings' | 'stimuli' | 'now'>>

/** Virtual time that typing a line takes. */
export const TYPING = 2_000

/** A console is at a switch as it comes, which runs spanning tree. */
const USUAL: Partial<RunSettings> = { spanningTree: 'pvst' }

/**
 * The world of a console at `device`, whose configuration `reading` is. Throws `UnmodelledNetwork` for a network that is not modelled
 * or has no such switch.
 */
export function openWorld({
  network,
  device,
  reading,
  settings = USUAL,
  stimuli = [],
  now = 0,
}: WorldSpec): World {
  const trace = runUntil({ network, settings, stimuli }, now)
  const world: World = { network, settings, stimuli, now, device, reading, trace }
  momentNow(world)
  return world
}

/**
 * A switch by itself, as it was read: every port that is not a port-channel has a silent host at the other end, so that it is up
 * unless it is shut.
 */
export function aloneNetwork(reading: DeviceReading): Network {
  const { device, sources } = reading
  const ports = device.ports.filter(({ name }) => !/^port-?channel|^po\d/i.test(name))
  return {
    devices: [
      { ...device, name: reading.name },
      ...ports.map((_port, index) => ({
        kind: 'station' as const,
        name: `host ${index + 1}`,
        spec: { kind: 'host' as const, mac: hostAddress(index + 1) },
      })),
    ],
    links: ports.map(({ name }, index) => ({
      a: { device: `host ${index + 1}`, port: NIC },
      b: { device: reading.name, port: name },
    })),
    sources,
  }
}

function hostAddress(number: number): string {
  const hex = number.toString(16).padStart(4, '0')
  return `02:00:00:0a:${hex.slice(0, 2)}:${hex.slice(2)}`
}

function runUntil(
  { network, settings, stimuli }: Pick<World, 'network' | 'settings' | 'stimuli'>,
  time: Millis,
) {
  return simulate(network, [...stimuli, { when: { at: time }, do: 'wait' }], settings)
}

/** What the show commands of the console's switch see. */
export function momentNow({ trace, device, reading, now }: World): Moment {
  return { ...momentOf(trace, device, reading, atTime(trace, now)), reading }
}

/** A world after something was done, and what the device says of it. */
export type Done = { readonly world: World; readonly lines: readonly ScreenLine[] }

/** Lets virtual time pass. */
export function letPass(world: World, millis: Millis): Done {
  const now = world.now + millis
  const later = { ...world, now, trace: runUntil(world, now) }
  return { world: later, lines: say('log', ...logMessages(later.trace, world.device, world.now, now)) }
}

/** What became of configuration lines. */
export type Configured = Done & { readonly refused: Typed['refused'] }

/** Types configuration lines at the switch; those before a refused one take effect. */
export function configure(world: World, lines: readonly string[]): Configured {
  const typed = applyLines(world.reading, lines)
  const { change } = typed
  const remarks = typed.remarks.flatMap(({ text, exact }) => say(exact ? 'device' : 'ours', text))
  const changed: World = {
    ...world,
    network: withBundles(world, change),
    reading: typed.device,
    stimuli: isEmpty(change) ? world.stimuli : [...world.stimuli, stimulusOf(world, change)],
  }
  try {
    const done = letPass(changed, TYPING)
    return {
      world: done.world,
      lines: [...remarks, ...say('ours', ...bundleRemarks(world.reading, typed.device)), ...done.lines],
      refused: typed.refused,
    }
  } catch (error) {
    if (!(error instanceof UnmodelledNetwork)) throw error
    return { world, lines: say('ours', `Not taken: ${error.message}`), refused: null }
  }
}

function isEmpty({ ports, global }: TypedChange): boolean {
  return ports.length === 0 && global === null
}

/** The change as it is made right after what has happened so far. */
function stimulusOf({ device, now }: World, { ports, global, sources }: TypedChange): Stimulus {
  return { when: { at: now + 1 }, do: 'configure', device, ports, sources, ...(global && { global }) }
}
