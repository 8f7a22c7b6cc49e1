import type { Setting } from '../../../../net/settings.ts'
import { hasVlan, NO_VLANS, sameVlans, showVlans, vlanSet, withoutVlans } from '../../../../net/vlan-set.ts'
import type { Told } from '../../../cli-dialect.ts'
import type { DeviceDraft } from '../../../device-draft.ts'
import type { Neighbour, Observed, ObservedPort, Operation } from '../../../observed.ts'
import { isOwn, type PortDefaults, type PortDraft } from '../../../port-draft.ts'
import { canSwitch, readPortName } from '../../../port-name.ts'
import { readDtpOutput } from './dtp.ts'
import { type NeighbourSaid, readCdp, readLldp } from './neighbours.ts'
import type { OutputKind, PastedLine, PastedOutput, PortSaid, Said } from './pasted.ts'
import { disagreement, operatesOtherwise } from './remarks.ts'
import { readSwitchport } from './switchport.ts'
import { readTrunk } from './trunk.ts'
import { readVlanTable, type VlansSaid } from './vlan-table.ts'

/**
 * Takes what the outputs say into a device. A port that no line configures gets its settings from them; a port that has lines keeps
 * those, and what disagrees is told. Which VLANs exist is what the table of VLANs says (facts J3).
 */
export function observe(draft: DeviceDraft, outputs: readonly PastedOutput[]): Told {
  const observer = new Observer(draft)
  for (const kind of ORDER) {
    for (const { lines } of outputs.filter((output) => output.kind === kind)) observer.take(kind, lines)
  }
  return observer.told()
}

/** What says most about a port comes first: what comes later only adds. */
const ORDER: readonly OutputKind[] = [
  'show interfaces switchport',
  'show dtp',
  'show interfaces trunk',
  'show vlan',
  'show cdp neighbors detail',
  'show lldp neighbors detail',
]

class Observer {
  readonly #draft: DeviceDraft
  readonly #configured: ReadonlySet<string>
  readonly #operating = new Map<string, ObservedPort>()
  readonly #neighbours: Neighbour[] = []
  readonly #remarks = new Map<string, string>()
  /** Lines that made a setting or a fact. */
  readonly #used = new Set<number>()
  #vlansListed = false

  constructor(draft: DeviceDraft) {
    this.#draft = draft
    this.#configured = new Set(draft.ports.keys())
  }

  take(kind: OutputKind, lines: readonly PastedLine[]): void {
    switch (kind) {
      case 'show interfaces switchport':
        return this.#ports(readSwitchport(lines))
      case 'show dtp':
        return this.#ports(readDtpOutput(lines))
      case 'show interfaces trunk':
        return this.#ports(readTrunk(lines))
      case 'show vlan':
        return this.#vlans(readVlanTable(lines))
      case 'show cdp neighbors detail':
        return this.#links(readCdp(lines))
      case 'show lldp neighbors detail':
        return this.#links(readLldp(lines))
    }
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

  #ports(said: readonly PortSaid[]): void {
    for (const each of said) {
      const { key } = each.port
      if (!canSwitch(each.port)) continue
      const port = this.#draft.port(each.port, this.#draft.ports.has(key) ? 0 : firstLine(each))
      if (!port) continue
      for (const [name, value] of Object.entries(each.settings)) {
        this.#setting({ key, port, name: name as keyof PortDefaults, said: value, by: each.by })
      }
      if (each.operating) this.#operates(key, port, each.operating, each.by)
    }
  }

  #setting({ key, port, name, said, by }: SettingSaid): void {
    const written = this.#configured.has(key)
    const isSame = JSON.stringify(port.settings[name]?.value) === JSON.stringify(said.value)
    if (isSame) this.#used.add(said.at.line)
    if (!isOwn(port, name) && (!written || isPlatformMatter(name, said.value))) {
      const settings: Record<string, Setting<unknown>> = port.settings as never
      settings[name] = { value: said.value, from: [this.#source(said.at)] }
      return
    }
    if (isSame || port.settings.channel.value !== null) return
    const topic = `${key} ${name}`
    if (!this.#remarks.has(topic)) this.#remarks.set(topic, disagreement(port, name, said, by))
  }

  #operates(key: string, port: PortDraft, { value, at }: Said<Operation>, by: OutputKind): void {
    const { name } = port.settings
    if (this.#operating.has(name)) return
    this.#operating.set(name, { operating: value, from: [this.#source(at)] })
    const remark = operatesOtherwise(port, value, at, by)
    if (remark) this.#remarks.set(`${key} operates`, remark)
  }

  // --- VLANs

  #vlans(said: VlansSaid | null): void {
    if (!said) return
    this.#ports(said.ports)
    if (this.#vlansListed) return
    this.#vlansListed = true
    const { existing, suspended, names, at } = said
    const by = [this.#source(at)]
    const missing = withoutVlans(this.#draft.declaredVlans.value, existing)
    const written = withoutVlans(missing, this.#draft.builtInVlans)
    if (written.length > 0) {
      this.#remarks.set(
        'vlans',
        `The configuration has VLAN ${showVlans(written)}, "show vlan" (line ${at.line}) does not list it. What "show vlan" lists is taken.`,
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
      const port = id && this.#draft.ports.get(id.key)
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
  readonly key: string
  readonly port: PortDraft
  readonly name: keyof PortDefaults
  readonly said: Said<unknown>
  readonly by: OutputKind
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
