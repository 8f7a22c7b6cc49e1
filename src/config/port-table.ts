import type { PortSettingName, SourceId } from '../net/settings.ts'
import { KeyPlaces } from './key-places.ts'
import { applyBlock, type PlainBlock } from './known-blocks.ts'
import { newPortDraft, type PortDefaults, type PortDraft } from './port-draft.ts'

/** What the lines of a port say besides those of its block. */
export type PortHead = {
  readonly name: string
  /** Line of its `interface` header. */
  readonly line: number
  readonly description: string
  /** Number of the first source that its block made. */
  readonly firstSource: SourceId
}

/** Ports of a device under whose headers the same block stands: equal in all but name, description and the numbers of their lines. */
class AlikePorts {
  readonly #block: PlainBlock
  readonly #defaults: PortDefaults
  readonly #first: PortHead
  #model: PortDraft | null = null

  constructor(block: PlainBlock, defaults: PortDefaults, first: PortHead) {
    this.#block = block
    this.#defaults = defaults
    this.#first = first
  }

  /** The first of these ports, in its settings the like of all: to be looked at, not to be changed. */
  get model(): PortDraft {
    this.#model ??= this.unfold(this.#first)
    return this.#model
  }

  /** The port as the lines of its block make it. */
  unfold({ name, line, description, firstSource }: PortHead): PortDraft {
    const port = newPortDraft(name, this.#defaults, line)
    port.description = description
    applyBlock(port, this.#block, firstSource)
    return port
  }

  /** What a setting of one of these ports rests on: the model's sources, counted from the port's own lines. */
  sourcesOf(firstSource: SourceId, setting: PortSettingName): readonly SourceId[] {
    const first = this.#first.firstSource
    return this.model.settings[setting].from.map((id) => (id < first ? id : id - first + firstSource))
  }
}

/**
 * The ports of a device while it is read or typed at, in the order of the text. A port that one block of plain commands made and
 * nothing else stays folded: what the block says is done to it when somebody asks for the port. Of a large switch's ports hardly
 * any is ever looked at by itself, since many have the same block.
 */
export class PortTable {
  readonly #defaults: PortDefaults
  /** By the key of its name, the place of each port in the lists below. An object a port would cost more than all of them. */
  readonly #places = new KeyPlaces()
  /** A port that is unfolded; else what is alike with it. */
  readonly #ports: (PortDraft | AlikePorts)[] = []
  readonly #names: string[] = []
  readonly #lines: number[] = []
  readonly #descriptions: string[] = []
  readonly #firstSources: SourceId[] = []
  readonly #alike = new Map<PlainBlock, AlikePorts>()

  constructor(defaults: PortDefaults) {
    this.#defaults = defaults
  }

  /** Names as written. */
  get names(): readonly string[] {
    return this.#names
  }

  /** The place of the port of this key. */
  placeOf(key: string): number | undefined {
    return this.#places.get(key)
  }

  has(key: string): boolean {
    return this.placeOf(key) !== undefined
  }

  /** The port of this key, unfolded: whoever asks may change it. */
  get(key: string): PortDraft | undefined {
    const place = this.placeOf(key)
    return place === undefined ? undefined : this.at(place)
  }

  /** The port at this place, unfolded. */
  at(place: number): PortDraft | undefined {
    const port = this.#ports[place]
    if (!(port instanceof AlikePorts)) return port
    const unfolded = port.unfold({
      name: this.#names[place] ?? '',
      line: this.#lines[place] ?? 0,
      description: this.#descriptions[place] ?? '',
      firstSource: this.#firstSources[place] ?? 0,
    })
    this.#ports[place] = unfolded
    return unfolded
  }

  /** Adds a port, or puts it in the place of the one with this key. */
  set(key: string, port: PortDraft): void {
    const place = this.placeOf(key)
    const { line, description } = port
    if (place === undefined)
      this.#add(key, port, { name: port.settings.name, line, description, firstSource: 0 })
    else this.#ports[place] = port
  }

  /** Adds a port that this block makes. */
  fold(key: string, head: PortHead, block: PlainBlock): void {
    let alike = this.#alike.get(block)
    if (!alike) {
      alike = new AlikePorts(block, this.#defaults, head)
      this.#alike.set(block, alike)
    }
    this.#add(key, alike, head)
  }

  #add(key: string, port: PortDraft | AlikePorts, head: PortHead): void {
    this.#places.set(key, this.#ports.length)
    this.#ports.push(port)
    this.#names.push(head.name)
    this.#lines.push(head.line)
    this.#descriptions.push(head.description)
    this.#firstSources.push(head.firstSource)
  }

  /** The line that the block of the port at this place starts at, 0 where it has none. */
  lineAt(place: number): number {
    const port = this.#ports[place]
    return (port instanceof AlikePorts ? this.#lines[place] : port?.line) ?? 0
  }

  /** What a setting of the folded port at this place rests on; null for one that is unfolded. */
  foldedSources(place: number, setting: PortSettingName): readonly SourceId[] | null {
    const port = this.#ports[place]
    return port instanceof AlikePorts ? port.sourcesOf(this.#firstSources[place] ?? 0, setting) : null
  }

  /** The places of the ports by what is alike, in the order of the first of each; an unfolded port stands for itself. */
  alike(): number[][] {
    const groups = new Map<PortDraft | AlikePorts, number[]>()
    this.#ports.forEach((port, place) => {
      const group = groups.get(port)
      if (group) group.push(place)
      else groups.set(port, [place])
    })
    return [...groups.values()]
  }

  /** Whether there is a port with such settings. */
  some(passes: (port: PortDraft) => boolean): boolean {
    return this.#passing(passes).length > 0
  }

  /** The ports with such settings, unfolded. `passes` looks at settings only. */
  filter(passes: (port: PortDraft) => boolean): PortDraft[] {
    return this.#passing(passes).flatMap((place) => this.at(place) ?? [])
  }

  /** The places of the ports that pass; of those that are alike one is asked for all. */
  #passing(passes: (port: PortDraft) => boolean): number[] {
    const folded = new Map<AlikePorts, boolean>()
    const found: number[] = []
    this.#ports.forEach((port, place) => {
      let passed = port instanceof AlikePorts ? folded.get(port) : passes(port)
      if (port instanceof AlikePorts && passed === undefined) {
        passed = passes(port.model)
        folded.set(port, passed)
      }
      if (passed) found.push(place)
    })
    return found
  }
}
