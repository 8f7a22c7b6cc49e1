import type { Setting } from '../../net/settings.ts'
import { hasVlan, NO_VLANS, sameVlans, showVlans, vlanSet, withoutVlans } from '../../net/vlan-set.ts'
import type { Told } from '../cli-dialect.ts'
import type { DeviceDraft } from '../device-draft.ts'
import type { Neighbour, Observed, ObservedPort, Operation } from '../observed.ts'
import { isOwn, type PortDefaults, type PortDraft } from '../port-draft.ts'
import { canSwitch, type PortName, readPortName } from '../port-name.ts'
import type { NeighbourSaid, PastedLine, PastedOutput, PortSaid, Said, VlansSaid } from './pasted.ts'
import { disagreement, operatesOtherwise } from './remarks.ts'

/**
 * Takes what the outputs say into a device. A port that no line configures gets its settings from them; a port that has lines keeps
 * those, and what disagrees is told. Which VLANs exist is what the table of VLANs says (facts J3).
 */
export function observe(draft: DeviceDraft, outputs: readonly PastedOutput[]): Told {
  const observer = new Observer(draft)
  for (const pasted of outputs) observer.take(pasted)
  return observer.told()
}

class Observer {
  readonly #draft: DeviceDraft
  /** How many ports the configuration itself has: those that only outputs name come behind them. */
  readonly #configured: number
  readonly #operating = new Map<string, ObservedPort>()
  readonly #neighbours: Neighbour[] = []
  readonly #remarks = new Map<string, string>()
  /** Which command's output gave a port a setting that no line of the configuration gives it. */
  readonly #shown = new Map<string, string>()
  /** Lines that made a setting or a fact. */
  readonly #used = new Set<number>()
  #vlansListed = false

  constructor(draft: DeviceDraft) {
    this.#draft = draft
    this.#configured = draft.ports.names.length
  }

  take({ output, lines }: PastedOutput): void {
    const { ports = [], vlans, neighbours = [] } = output.read(lines)
    this.#ports(ports, output.command)
    if (vlans) this.#vlans(vlans, output.command)
    this.#links(neighbours)
  }

  told(): Told {
    const observed: Observed = {
      ports: Object.fromEntries(this.#operating),
      neighbours: this.#neighbours,
      vlansListed: this.#vlansListed,
    }
    return { observed, remarks: [...this.#remarks.values()], used: this.#used }
  }

  // --- ports

  #ports(said: readonly PortSaid[], command: string): void {
    for (const each of said) {
      const { key } = each.port
      if (!canSwitch(each.port)) continue
      const port = this.#draft.port(each.port, this.#draft.ports.has(each.port) ? 0 : firstLine(each))
      if (!port) continue
      for (const [name, value] of Object.entries(each.settings)) {
        this.#setting({ id: each.port, port, name: name as keyof PortDefaults, said: value, command })
      }
      if (each.operating) this.#operates(key, port, each.operating, command)
    }
  }

  #setting({ id, port, name, said, command }: SettingSaid): void {
    const written = (this.#draft.ports.placeOf(id) ?? 0) < this.#configured
    const topic = `${id.key} ${name}`
    const isSame = JSON.stringify(port.settings[name]?.value) === JSON.stringify(said.value)
    if (isSame) this.#used.add(said.at.line)
    if (!isOwn(port, name) && (!written || isPlatformMatter(name, said.value))) {
      const settings: Record<string, Setting<unknown>> = port.settings as never
      settings[name] = { value: said.value, from: [this.#source(said.at)] }
      this.#shown.set(topic, command)
      return
    }
    if (isSame || port.settings.channel.value !== null) return
    if (this.#remarks.has(topic)) return
    const first = this.#shown.get(topic) ?? null
    this.#remarks.set(topic, disagreement({ port, name, said, command, first }))
  }

  #operates(key: string, port: PortDraft, { value, at }: Said<Operation>, command: string): void {
    const { name } = port.settings
    if (this.#operating.has(name)) return
    this.#operating.set(name, { operating: value, from: [this.#source(at)] })
    const remark = operatesOtherwise(port, value, at, command)
    if (remark) this.#remarks.set(`${key} operates`, remark)
  }

  // --- VLANs

  #vlans({ existing, suspended, names, at }: VlansSaid, command: string): void {
    if (this.#vlansListed) return
    this.#vlansListed = true
    const by = [this.#source(at)]
    const missing = withoutVlans(this.#draft.declaredVlans.value, existing)
    const written = withoutVlans(missing, this.#draft.builtInVlans)
    if (written.length > 0) {
      this.#remarks.set(
        'vlans',
        `The configuration has VLAN ${showVlans(written)}, "${command}" (line ${at.line}) does not list it. What "${command}" lists is taken.`,
      )
    }
    this.#draft.declaredVlans = { value: existing, from: by }
    if (!sameVlans(suspended, NO_VLANS)) this.#draft.suspendedVlans = { value: suspended, from: by }
    for (const [vlan, name] of Object.entries(names)) {
      if (!this.#draft.vlanNames.has(Number(vlan))) this.#draft.vlanNames.set(Number(vlan), name)
    }
  }

  // --- links

  #links(said: readonly NeighbourSaid[]): void {
    for (const { by, port: written, device, farPort, vlan, at } of said) {
      const id = readPortName(written)
      const port = id && this.#draft.ports.get(id)
      const name = port?.settings.name ?? id?.written
      if (name === undefined) continue
      const from = [this.#source(at)]
      this.#neighbours.push({ port: name, device, farPort, by, nativeVlan: vlan?.value ?? null, from })
      if (id && port && by === 'CDP' && vlan) this.#compareNative(id.key, port, vlan)
    }
  }

  /** CDP tells the native VLAN of the far end: of a trunk it has to be the same (facts C5). */
  #compareNative(key: string, port: PortDraft, { value, at }: Said<number>): void {
    const { name, mode, nativeVlan } = port.settings
    const isTrunk = mode.value === 'trunk' || this.#operating.get(name)?.operating === 'trunk'
    if (!isTrunk || hasVlan(vlanSet(value), nativeVlan.value)) return
    this.#remarks.set(
      `${key} native`,
      `${name}: the native VLAN is ${nativeVlan.value} here and ${value} at the far end (CDP, line ${at.line}).`,
    )
  }

  #source({ line }: PastedLine): number {
    this.#used.add(line)
    return this.#draft.sources.addLine('written', line)
  }
}

/** A setting of a port as an output has it. */
type SettingSaid = {
  readonly id: PortName
  readonly port: PortDraft
  readonly name: keyof PortDefaults
  readonly said: Said<unknown>
  readonly command: string
}

/** What a device does without a line: an output settles what the platform's default is (facts B5, B6, D8). */
function isPlatformMatter(name: keyof PortDefaults, value: unknown): boolean {
  return (
    name === 'encapsulation' ||
    name === 'switching' ||
    (name === 'mode' && String(value).startsWith('dynamic'))
  )
}

function firstLine({ settings, operating }: PortSaid): number {
  const lines = [...Object.values(settings), operating].map(
    (said) => said?.at.line ?? Number.POSITIVE_INFINITY,
  )
  return Math.min(...lines)
}
