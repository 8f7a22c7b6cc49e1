import type { Setting, Source, SourceId } from '../../net/settings.ts'
import { PortVlans } from './port-vlans.ts'

/** A port of a bridge while its host is read. */
export type BridgePortDraft = {
  readonly name: string
  readonly line: number
  readonly vlans: PortVlans
  /** The bridge it is in, where the text tells. */
  master: string | null
  /** The VLANs it began with are assumed, since commands name it and nothing shows how it was before. */
  assumedStart: boolean
  /** It was shown by `bridge -d`, which may leave out VLANs. */
  mayHide: boolean
}

/** A bridge while its host is read. */
export type BridgeDraft = {
  readonly name: string
  readonly line: number
  filtering: Setting<boolean> | null
  /** VLAN that a port is put into when it joins, as PVID and untagged; null for none (facts E4: 1 unless a line says so). */
  defaultPvid: Setting<number | null> | null
}

/** Linux gives a port that joins a bridge this VLAN, as PVID and untagged (facts E4). */
const DEFAULT_PVID = 1

/** The bridges of a Linux host while its text is read. */
export class BridgesDraft {
  /** Host name that a prompt gave away. */
  host: string | null = null
  readonly sources: Source[] = []
  readonly ports = new Map<string, BridgePortDraft>()
  readonly bridges = new Map<string, BridgeDraft>()
  /** Cards that a command put up or down. */
  readonly enabled = new Map<string, Setting<boolean>>()
  readonly #file: string
  #default: SourceId | null = null

  constructor(file: string) {
    this.#file = file
  }

  /** Notes a line as a source and returns its number. */
  written(line: number, text: string): SourceId {
    return this.sources.push({ kind: 'written', file: this.#file, line, text: text.trim() }) - 1
  }

  bridge(name: string, line: number): BridgeDraft {
    let known = this.bridges.get(name)
    if (!known) {
      known = { name, line, filtering: null, defaultPvid: null }
      this.bridges.set(name, known)
    }
    return known
  }

  /** A port that a listing names: it has the VLANs that the listing shows, and no others. */
  listedPort(name: string, line: number): BridgePortDraft {
    let known = this.ports.get(name)
    if (!known) {
      known = { name, line, vlans: new PortVlans(), master: null, assumedStart: false, mayHide: false }
      this.ports.set(name, known)
    }
    return known
  }

  /** A port that a command names: where nothing was shown of it, it has the VLAN that ports begin with. */
  commandedPort(name: string, line: number): BridgePortDraft {
    const known = this.ports.get(name)
    if (known) return known
    const port = this.listedPort(name, line)
    port.assumedStart = true
    this.#start(port, DEFAULT_PVID, this.#defaultSource())
    return port
  }

  /** A port joins a bridge, or the bridge's own port is made with it: it gets the VLAN that ports begin with. */
  join(name: string, bridge: string, line: number, by: SourceId): void {
    const { defaultPvid } = this.bridge(bridge, line)
    const port = this.listedPort(name, line)
    port.master = bridge
    port.assumedStart = false
    port.vlans.clear()
    const start = defaultPvid ?? { value: DEFAULT_PVID, from: [this.#defaultSource()] }
    this.#start(port, start.value, start.from[0] ?? by)
  }

  #start(port: BridgePortDraft, pvid: number | null, by: SourceId): void {
    if (pvid !== null) port.vlans.add({ from: pvid, to: pvid }, { pvid: true, untagged: true }, by)
  }

  #defaultSource(): SourceId {
    const text =
      'A port that joins a Linux bridge is put into VLAN 1, as PVID and untagged (vlan_default_pvid 1).'
    this.#default ??= this.sources.push({ kind: 'default', text }) - 1
    return this.#default
  }
}
