import type { PortSettings, Setting, Source, SourceId } from '../net/settings.ts'

/** Picks the sources that some settings rest on out of a large table, into a small one of their own. */
export class SourcePicker {
  readonly picked: Source[]
  readonly #from: readonly Source[]
  readonly #moved = new Map<SourceId, SourceId>()

  /** Picks from this table; into `picked`, where several tables go into one. */
  constructor(from: readonly Source[], picked: Source[] = []) {
    this.#from = from
    this.picked = picked
  }

  /** The setting, its sources counted into `picked`. */
  readonly move = <T>(setting: Setting<T>): Setting<T> => ({
    value: setting.value,
    from: setting.from.map((id) => this.#place(id)),
  })

  #place(id: SourceId): SourceId {
    const known = this.#moved.get(id)
    if (known !== undefined) return known
    const source = this.#from[id]
    const place = this.picked.push(source ? { ...source } : { kind: 'assumed', text: 'not told' }) - 1
    this.#moved.set(id, place)
    return place
  }
}

/** The port with each of its settings passed through `move`. Written out, since every scene is made of it. */
export function mapSettings(port: PortSettings, move: <T>(setting: Setting<T>) => Setting<T>): PortSettings {
  return {
    name: port.name,
    switching: move(port.switching),
    enabled: move(port.enabled),
    mode: move(port.mode),
    negotiate: move(port.negotiate),
    accessVlan: move(port.accessVlan),
    nativeVlan: move(port.nativeVlan),
    allowedVlans: move(port.allowedVlans),
    voiceVlan: move(port.voiceVlan),
    encapsulation: move(port.encapsulation),
    tagNative: move(port.tagNative),
    channel: move(port.channel),
    untagged: move(port.untagged),
    portFast: move(port.portFast),
  }
}
