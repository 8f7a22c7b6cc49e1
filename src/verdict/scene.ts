import type { AttackCase } from '../attacks/attack.ts'
import { once } from '../config/once.ts'
import { indexOf } from '../config/port-index.ts'
import { portInWords } from '../config/port-name.ts'
import type { DeviceReading } from '../config/reading.ts'
import type { Mac } from '../net/frame.ts'
import type { Endpoint, Link, Network, Station, Switch } from '../net/network.ts'
import { NOTHING_TOLD, tellAll } from '../net/per-vlan.ts'
import { defaultPort, type PortSettings, plainVlans, type Source } from '../net/settings.ts'
import { NIC } from '../net/stations/host.ts'
import type { StationSpec } from '../net/stations/station.ts'
import type { MoveSetting } from '../net/switch-settings.ts'
import { ALL_VLANS, type Vid } from '../net/vlan-set.ts'
import type { DeviceView } from '../rules/view.ts'
import { mapSwitch, SourcePicker } from './pick-sources.ts'

/** A network to try an attack on, made of the part of a site that the attack touches, and what had to be assumed for it. */
export type Scene = {
  readonly network: Network
  readonly target: AttackCase
  /** Sentences for people, printed with the verdict. */
  readonly assumptions: readonly string[]
  /** The real ports in it: their doubts are the verdict's doubts. */
  readonly ports: readonly Endpoint[]
}

/**
 * The switch that is assumed behind a trunk, its address, and its port toward the assumed host. It is the last to be the root of a
 * spanning tree, so that nobody is told to give a switch that was made up another priority.
 */
const FAR = 'FAR'
const FAR_MAC: Mac = '02:aa:ff:00:fa:00'
const LAST_PRIORITY = tellAll(NOTHING_TOLD, 61_440)
export const ASSUMED_PORT = 'assumed'

/** The address of who is attacked: somebody who answers shows whether answers come back. */
export const VICTIM_IP = '192.0.2.20'

type Part = {
  readonly reading: DeviceReading
  readonly ports: Map<string, PortSettings>
  readonly extra: PortSettings[]
}

/** Collects the ports, cables and stations of a scene, and writes them down as one network. */
export class SceneBuilder {
  readonly #parts = new Map<string, Part>()
  readonly #others: (Switch | Station)[] = []
  readonly #links: Link[] = []
  readonly #plugged = new Set<string>()
  readonly #assumptions: string[] = []
  readonly #sources: Source[] = []
  #hosts = 0

  /** Takes a port of a switch that was read into the scene. */
  keep({ reading, ports }: DeviceView, port: string): void {
    const settings = ports.get(port)?.port
    if (settings) this.#part(reading).ports.set(port, settings)
  }

  /** Whether something is plugged into this port already. */
  isPlugged(end: Endpoint): boolean {
    return this.#plugged.has(`${end.device}\u0000${end.port}`)
  }

  /** A cable between two ports of the scene. */
  cable(a: Endpoint, b: Endpoint): void {
    if (this.isPlugged(a) || this.isPlugged(b)) return
    for (const end of [a, b]) this.#plugged.add(`${end.device}\u0000${end.port}`)
    this.#links.push({ a, b })
  }

  /** States something that the text does not say. */
  assume(sentence: string): void {
    if (!this.#assumptions.includes(sentence)) this.#assumptions.push(sentence)
  }

  /** A host on this port; with `vlan` it writes and expects that tag itself, as a hypervisor does. Gives its address. */
  host(at: Endpoint, name: string, vlan?: Vid): Mac {
    const mac: Mac = `02:00:00:00:20:${(++this.#hosts).toString(16).padStart(2, '0')}`
    const spec: StationSpec = { kind: 'host', mac, ip: VICTIM_IP, ...(vlan !== undefined && { vlan }) }
    this.cable({ device: this.station(name, spec), port: NIC }, at)
    return mac
  }

  /** A station that is plugged in nowhere yet. Gives its name, which is another one where that name is taken. */
  station(name: string, spec: StationSpec): string {
    const free = this.#freeName(name)
    this.#others.push({ kind: 'station', name: free, spec })
    return free
  }

  /** Stations with the cables between them, as they are. */
  add(devices: readonly Station[], links: readonly Link[]): void {
    this.#others.push(...devices)
    for (const { a, b } of links) this.cable(a, b)
  }

  /** A switch that is assumed, with one trunk for all VLANs for each of these ends of cables. */
  trunks(sentence: string, ends: readonly Endpoint[]): void {
    this.assume(sentence)
    const by = [this.#source(sentence)]
    const name = this.#freeName(FAR)
    const ports = ends.map((_, index) => defaultPort(`trunk${index + 1}`, 'trunk', by[0] ?? 0))
    this.#others.push({
      kind: 'switch',
      name,
      profile: 'ios',
      options: {},
      mac: FAR_MAC,
      ports,
      vlans: plainVlans({ value: ALL_VLANS, from: by }),
      tagNative: { value: false, from: by },
      vtpDomain: { value: '', from: by },
      vtpMode: { value: 'server', from: by },
      bridgePriority: { value: LAST_PRIORITY, from: by },
      pathCostMethod: { value: 'platform-default', from: by },
    })
    ends.forEach((end, index) => {
      this.cable(end, { device: name, port: ports[index]?.name ?? '' })
    })
  }

  /** A switch behind this trunk whose own end of the cable mirrors it, with an access port in `vlan`. Gives that port. */
  mirror(reading: DeviceReading, port: PortSettings, vlan: Vid): Endpoint {
    const name = this.#freeName(FAR)
    const sentence = `Behind ${portInWords(port.name)} another switch is assumed, whose end of the trunk is configured the same.`
    this.assume(sentence)
    const by = this.#source(sentence)
    // Of two ends that only wait for each other no port-channel would form: how the far end agrees is not told.
    const asking = { ...port, channelMode: { ...port.channelMode, value: null } }
    const far = mapSwitch(reading.device, [asking], restatedBy(by))
    const ports = [...far.ports, memberOf(ASSUMED_PORT, vlan, by)]
    const bridgePriority = { value: LAST_PRIORITY, from: [by] }
    this.#others.push({ ...far, name, mac: FAR_MAC, bridgePriority, ports })
    this.cable({ device: reading.name, port: port.name }, { device: name, port: port.name })
    return { device: name, port: ASSUMED_PORT }
  }

  /** An access port in `vlan` that the text does not have, for a host that is assumed there. */
  assumedPort(reading: DeviceReading, vlan: Vid): Endpoint {
    const sentence = `A host in VLAN ${vlan} is assumed on ${reading.name}, since no port that was read is in it.`
    this.assume(sentence)
    this.#part(reading).extra.push(memberOf(ASSUMED_PORT, vlan, this.#source(sentence)))
    return { device: reading.name, port: ASSUMED_PORT }
  }

  /** Everything collected so far as a network. */
  network(): Network {
    const switches = [...this.#parts.values()].map((part, index) => this.#switch(part, index))
    return { devices: [...switches, ...this.#others], links: this.#links, sources: this.#sources }
  }

  /** The scene for an attack from this port. Its network is written down when somebody asks: many ask for the ports alone. */
  build(target: AttackCase): Scene {
    const network = once(() => this.network())
    return {
      get network() {
        return network()
      },
      target,
      assumptions: this.#assumptions,
      ports: [...this.#parts.values()].flatMap(({ reading, ports }) =>
        [...ports.keys()].map((port) => ({ device: reading.name, port })),
      ),
    }
  }

  #part(reading: DeviceReading): Part {
    const known = this.#parts.get(reading.name)
    if (known) return known
    const part: Part = { reading, ports: new Map(), extra: [] }
    this.#parts.set(reading.name, part)
    return part
  }

  #source(text: string): number {
    return this.#sources.push({ kind: 'assumed', text }) - 1
  }

  #freeName(wanted: string): string {
    const taken = new Set([...this.#parts.keys(), ...this.#others.map(({ name }) => name)])
    let name = wanted
    for (let n = 2; taken.has(name); n++) name = `${wanted}-${n}`
    return name
  }

  /** The switch with the ports of the scene only, its sources copied into the scene's table. */
  #switch({ reading, ports, extra }: Part, index: number): Switch {
    const { move } = new SourcePicker(indexOf(reading), this.#sources)
    const picked = mapSwitch(reading.device, [...ports.values()], move)
    return {
      ...picked,
      name: reading.name,
      mac: addressAt(index),
      ports: [...picked.ports, ...extra],
    }
  }
}

/** A base address by the place of a switch in the scene: real ones are in no configuration. */
function addressAt(index: number): Mac {
  const hex = (index + 1).toString(16).padStart(4, '0')
  return `02:aa:00:${hex.slice(0, 2)}:${hex.slice(2)}:00`
}

/** The same value, resting on one assumption. */
function restatedBy(by: number): MoveSetting {
  return ({ value }) => ({ value, from: [by] })
}

function memberOf(name: string, vlan: Vid, by: number): PortSettings {
  return {
    ...defaultPort(name, 'access', by),
    accessVlan: { value: vlan, from: [by] },
    negotiate: { value: false, from: [by] },
  }
}
