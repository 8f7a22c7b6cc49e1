import type { PortSettingName, PortSettings, SourceId } from '../net/settings.ts'
import { AlikePorts, FoldedPort, type PortHead } from './folded-port.ts'
import type { PlainBlock } from './known-blocks.ts'
import type { PortDefaults, PortDraft } from './port-draft.ts'
import type { PortName } from './port-name.ts'
import { PortPlaces } from './port-places.ts'

/**
 * The ports of a device while it is read or typed at, in the order of the text. A port that one block of plain commands made and
 * nothing else stays folded: what the block says is done to it when somebody asks for the port. Of a large switch's ports hardly
 * any is ever looked at by itself, since many have the same block.
 */
export class PortTable {
  readonly #defaults: PortDefaults
  /** The place of each port in the lists below. */
  readonly #places = new PortPlaces()
  readonly #ports: (PortDraft | FoldedPort)[] = []
  readonly #names: string[] = []
  readonly #alike = new Map<PlainBlock, AlikePorts>()

  constructor(defaults: PortDefaults) {
    this.#defaults = defaults
  }

  /** Names as written. */
  get names(): readonly string[] {
    return this.#names
  }

  /** The place of the port of this name. */
  placeOf(name: PortName): number | undefined {
    return this.#places.get(name)
  }

  has(name: PortName): boolean {
    return this.placeOf(name) !== undefined
  }

  /** The port of this name, unfolded: whoever asks may change it. */
  get(name: PortName): PortDraft | undefined {
    const place = this.placeOf(name)
    return place === undefined ? undefined : this.at(place)
  }

  /** The port at this place, unfolded. */
  at(place: number): PortDraft | undefined {
    const port = this.#ports[place]
    if (!(port instanceof FoldedPort)) return port
    const unfolded = port.alike.unfold(port)
    this.#ports[place] = unfolded
    return unfolded
  }

  /** The port at this place, which stays folded: to be looked at, not to be changed. */
  lookAt(place: number): PortDraft | undefined {
    const port = this.#ports[place]
    return port instanceof FoldedPort ? port.alike.unfold(port) : port
  }

  /** The settings of the port at this place, to be looked at likewise. */
  settingsAt(place: number): PortSettings | undefined {
    const port = this.#ports[place]
    return port instanceof FoldedPort ? port.alike.settingsOf(port) : port?.settings
  }

  /** Adds a port, or puts it in the place of the one of this name. */
  set(name: PortName, port: PortDraft): void {
    const place = this.placeOf(name)
    if (place === undefined) this.#add(name, port.settings.name, port)
    else this.#ports[place] = port
  }

  /** Adds a port that this block makes. */
  fold(name: PortName, head: PortHead, block: PlainBlock): FoldedPort {
    let alike = this.#alike.get(block)
    if (!alike) {
      alike = new AlikePorts(block, this.#defaults, head)
      this.#alike.set(block, alike)
    }
    const port = new FoldedPort(head, alike)
    this.#add(name, head.name, port)
    return port
  }

  #add(name: PortName, written: string, port: PortDraft | FoldedPort): void {
    this.#places.set(name, this.#ports.length)
    this.#ports.push(port)
    this.#names.push(written)
  }

  /** The line that the block of the port at this place starts at, 0 where it has none. */
  lineAt(place: number): number {
    return this.#ports[place]?.line ?? 0
  }

  /** What a setting of the folded port at this place rests on; null for one that is unfolded. */
  foldedSources(place: number, setting: PortSettingName): readonly SourceId[] | null {
    const port = this.#ports[place]
    return port instanceof FoldedPort ? port.alike.sourcesOf(port, setting) : null
  }

  /** The places of the ports by what is alike, in the order of the first of each; an unfolded port stands for itself. */
  alike(): number[][] {
    const groups = new Map<PortDraft | AlikePorts, number[]>()
    this.#ports.forEach((port, place) => {
      const alike = port instanceof FoldedPort ? port.alike : port
      const group = groups.get(alike)
      if (group) group.push(place)
      else groups.set(alike, [place])
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
    const passing = new Set([...this.#alike.values()].filter(({ model }) => passes(model)))
    const found: number[] = []
    for (const [place, port] of this.#ports.entries()) {
      const passed = port instanceof FoldedPort ? passing.size > 0 && passing.has(port.alike) : passes(port)
      if (passed) found.push(place)
    }
    return found
  }
}
