import { bundlingOf, channelProtocol, mustAgree } from '../bundling.ts'
import type { DecisionId } from '../decisions.ts'
import type { Apart, EventId } from '../event.ts'
import type { PortSettings, Setting, Source } from '../settings.ts'
import type { PortRun } from './port-run.ts'
import type { SwitchRun } from './switch-run.ts'
import type { World } from './world.ts'

/** Values that a person put on the port itself; all others are inherited from the port-channel. */
const OWN: ReadonlySet<Source['kind']> = new Set(['written', 'typed', 'range', 'template'])

/** How a port stands to its port-channel, why, and the setting that says so. */
type Standing = { readonly apart: Apart | null; readonly decision: DecisionId; readonly by: Setting<unknown> }

/** Makes every port-channel of a run one port, as far as its members agree with it and its ends with each other (facts J10). */
export class ChannelRun {
  readonly #world: World
  readonly #sources: readonly Source[]
  /** Members whose own lines differ from their port-channel, and the setting that does. */
  readonly #differing = new Map<PortRun, Setting<unknown>>()

  constructor(world: World, sources: readonly Source[]) {
    this.#world = world
    this.#sources = sources
  }

  /**
   * Bundles the ports of these switches anew: members' jacks lead to their port-channel, in the order of the ports. The port-channel
   * is the port that bears its name, else its first member. Writes down who comes to stand apart, and who no longer does.
   */
  settle(devices: Iterable<SwitchRun>, cause: EventId | null): void {
    const led = [...devices].map((device) => ({ device, leaders: leadersOf(device) }))
    for (const { device, leaders } of led) this.#compare(device, leaders)
    for (const { device, leaders } of led) this.#bundle(device, leaders, cause)
  }

  /** The same of a switch and of those at the other ends of its cables, which its port-channels must agree with. */
  settleAround(device: SwitchRun, cause: EventId | null): void {
    const around = new Set([device])
    for (const { ownJack } of device.ports.values()) if (ownJack.peer?.bridge) around.add(ownJack.peer.bridge)
    this.settle(around, cause)
  }

  #compare(device: SwitchRun, leaders: Leaders): void {
    for (const port of device.ports.values()) {
      const leader = leaders.get(port.settings.channel.value)
      const differs = leader && difference(port.settings, leader.settings, this.#sources)
      if (differs) this.#differing.set(port, differs)
      else this.#differing.delete(port)
    }
  }

  #bundle(device: SwitchRun, leaders: Leaders, cause: EventId | null): void {
    for (const port of device.ports.values()) port.jacks = []
    for (const port of device.ports.values()) {
      const leader = leaders.get(port.settings.channel.value) ?? port
      const standing = this.#standing(device, port, leader)
      const isBundled = standing.apart === null && port.settings.enabled.value
      port.suspendedBy = standing.apart === 'suspended' ? standing.by : null
      const through = isBundled ? leader : port
      port.ownJack.port = through
      through.jacks.push(port.ownJack)
      this.#stands(device, port, standing, cause)
    }
    device.changed()
  }

  #standing(device: SwitchRun, port: PortRun, leader: PortRun): Standing {
    const differs = this.#differing.get(port)
    if (differs) return { apart: 'suspended', decision: 'channel/differs', by: differs }
    const by = port.settings.channelMode
    const decision = this.#outcome(port)
    if (decision === 'channel/bundles') return { apart: null, decision, by }
    if (device.ask('unbundledMember') === 'stops') return { apart: 'suspended', decision, by }
    // A member in mode `on` asks nobody, and a cable that is told to end at the port-channel stands for one of its members.
    return { apart: by.value === 'on' || leader === port ? null : 'alone', decision, by }
  }

  /** What becomes of a port-channel at this port's own cable. A far end that is not a switch, or told nothing of, is taken to agree. */
  #outcome({ settings, ownJack }: PortRun): DecisionId {
    const far = ownJack.peer?.bridge?.ports.get(ownJack.peer.name)
    const mode = settings.channelMode.value
    if (!far || mode === null) return 'channel/bundles'
    if (this.#differing.has(far) && channelProtocol(mode)) return 'channel/far-suspended'
    const outcome = bundlingOf(settings, far.settings)
    return outcome === 'forms' ? 'channel/bundles' : `channel/${outcome}`
  }

  /** Writes a change of standing down. What lived behind the port is forgotten, as behind a port that comes up. */
  #stands(device: SwitchRun, port: PortRun, { apart, decision, by }: Standing, cause: EventId | null): void {
    if (apart === port.apart) return
    port.apart = apart
    device.macTable.dropBehind(port)
    port.setBy = this.#world.recorder.record(
      { device: device.name, port: port.name, decision, causes: [cause], because: by.from },
      { kind: 'bundle', apart },
    )
  }
}

/** The port that stands for each port-channel of a switch, by the port-channel's name; none for null, which is no port-channel. */
type Leaders = ReadonlyMap<string | null, PortRun>

function leadersOf(device: SwitchRun): Leaders {
  const leaders = new Map<string, PortRun>()
  for (const port of device.ports.values()) {
    const name = port.settings.channel.value
    if (name !== null && !leaders.has(name)) leaders.set(name, device.ports.get(name) ?? port)
  }
  return leaders
}

function difference(
  own: PortSettings,
  leader: PortSettings,
  sources: readonly Source[],
): Setting<unknown> | null {
  for (const name of mustAgree(leader)) {
    const setting = own[name]
    const written = setting.from.some((id) => OWN.has(sources[id]?.kind ?? 'default'))
    if (written && JSON.stringify(setting.value) !== JSON.stringify(leader[name].value)) return setting
  }
  return null
}
