import type { PortIndex } from '../config/port-index.ts'
import type { Switch } from '../net/network.ts'
import type { PortSettings, Setting, Source, SourceId } from '../net/settings.ts'
import { type MoveSetting, mapSwitchSettings } from '../net/switch-settings.ts'

/** Picks the sources that some settings rest on out of a large table, into a small one of their own. */
export class SourcePicker {
  readonly picked: Source[]
  readonly #from: Pick<PortIndex, 'source'>
  readonly #moved = new Map<SourceId, SourceId>()

  /** Picks from this table; into `picked`, where several tables go into one. */
  constructor(from: Pick<PortIndex, 'source'>, picked: Source[] = []) {
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
    const place = this.picked.push(this.#from.source(id) ?? { kind: 'assumed', text: 'not told' }) - 1
    this.#moved.set(id, place)
    return place
  }
}

/** The switch with these of its ports only and each setting passed through `move`. The others are not even made. */
export function mapSwitch(device: Switch, ports: readonly PortSettings[], move: MoveSetting): Switch {
  const { kind, name, profile, options, mac } = device
  return {
    kind,
    name,
    profile,
    options,
    mac,
    ports: ports.map((port) => mapSettings(port, move)),
    ...mapSwitchSettings(device, move),
  }
}

/** The port with each of its settings passed through `move`. Written out, since every scene is made of it. */
function mapSettings(port: PortSettings, move: MoveSetting): PortSettings {
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
    trunkGroups: move(port.trunkGroups),
    channel: move(port.channel),
    channelMode: move(port.channelMode),
    untagged: move(port.untagged),
    egressUntagged: move(port.egressUntagged),
    portFast: move(port.portFast),
    pathCost: move(port.pathCost),
    portPriority: move(port.portPriority),
  }
}
