import type { PortSettingName, PortSettings, Source, SourceId } from '../net/settings.ts'
import { settleMembers } from './bundles.ts'
import type { DeviceDraft } from './device-draft.ts'
import { portFastOf } from './edge-ports.ts'
import type { PortIndex } from './port-index.ts'
import { notesOf } from './port-notes.ts'
import type { PortNotes } from './reading.ts'

/** The index of a device that was read or typed at. Its ports stay folded until somebody asks for them. */
export class DraftIndex implements PortIndex {
  readonly #draft: DeviceDraft
  /** The settings of port-channels and their members by those of their own lines alone, which do not count. */
  readonly #bundled: ReadonlyMap<PortSettings, PortSettings>
  /** Of the ports that were asked about, which are few of a large switch. */
  readonly #notes = new Map<number, PortNotes>()
  #places: ReadonlyMap<string, number> | null = null
  #alike: readonly (readonly number[])[] | null = null

  /** The draft is finished with: nothing is typed at it afterwards. */
  constructor(draft: DeviceDraft) {
    this.#draft = draft
    this.#bundled = settleMembers(draft)
  }

  get names(): readonly string[] {
    return this.#draft.ports.names
  }

  get alike(): readonly (readonly number[])[] {
    this.#alike ??= this.#draft.ports.alike()
    return this.#alike
  }

  place(name: string): number | undefined {
    this.#places ??= new Map(this.names.map((each, place) => [each, place]))
    return this.#places.get(name)
  }

  port(place: number): PortSettings | undefined {
    const own = this.#draft.ports.settingsAt(place)
    const settings = own && (this.#bundled.get(own) ?? own)
    return settings?.channel.value === null ? this.#asEdge(settings, place) : settings
  }

  /** The settings of a port with what a global line makes of those that say nothing themselves. */
  #asEdge(settings: PortSettings, place: number): PortSettings {
    const port = this.#draft.edgePorts && this.#draft.ports.lookAt(place)
    const portFast = port ? portFastOf(this.#draft, port) : settings.portFast
    return portFast === settings.portFast ? settings : { ...settings, portFast }
  }

  /** The settings of every port, in the order of the text. */
  ports(): PortSettings[] {
    const ports: PortSettings[] = []
    for (let place = 0; place < this.names.length; place++) {
      const port = this.port(place)
      if (port) ports.push(port)
    }
    return ports
  }

  notes(place: number): PortNotes | undefined {
    let notes = this.#notes.get(place)
    if (!notes) {
      const port = this.#draft.ports.lookAt(place)
      notes = port && notesOf(this.#draft, port)
      if (notes) this.#notes.set(place, notes)
    }
    return notes
  }

  /** What else is known of every port, by its name. */
  allNotes(): Record<string, PortNotes> {
    const told = this.names.map((name, place) => [name, this.notes(place)] as const)
    return Object.fromEntries(told.filter((each): each is [string, PortNotes] => each[1] !== undefined))
  }

  headerLine(place: number): number {
    return this.#draft.ports.lineAt(place)
  }

  sourcesOf(place: number, setting: PortSettingName): readonly SourceId[] {
    const isFolded = setting !== 'portFast' || this.#draft.edgePorts === null
    const folded = isFolded ? this.#draft.ports.foldedSources(place, setting) : null
    return folded ?? this.port(place)?.[setting].from ?? []
  }

  source(id: SourceId): Source | undefined {
    return this.#draft.sources.at(id)
  }

  lineOf(id: SourceId): number | undefined {
    return this.#draft.sources.lineOf(id)
  }
}
