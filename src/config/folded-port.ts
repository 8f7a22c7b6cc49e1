import type { PortSettingName, PortSettings, Setting, SourceId } from '../net/settings.ts'
import type { BlockLayout, BlockLines } from './block-lines.ts'
import { applyBlock, type PlainBlock } from './known-blocks.ts'
import { isOwn, newPortDraft, type PortDefaults, type PortDraft } from './port-draft.ts'

/** What the lines of a port say besides those of its block. */
export type PortHead = {
  readonly name: string
  /** Line of its `interface` header. */
  readonly line: number
  /** Null where no line describes the port. */
  readonly description: string | null
  /** Number of the first source that its block makes. */
  readonly firstSource: SourceId
}

/**
 * A port that one block of plain commands made and nothing else. It is all that is kept of those lines: the table of ports, the fates
 * of lines and the list of sources refer to it, since an entry for every line would take a good part of the time that reading takes.
 */
export class FoldedPort implements PortHead, BlockLines {
  readonly name: string
  readonly line: number
  readonly description: string | null
  readonly firstSource: SourceId
  readonly alike: AlikePorts

  constructor({ name, line, description, firstSource }: PortHead, alike: AlikePorts) {
    this.name = name
    this.line = line
    this.description = description
    this.firstSource = firstSource
    this.alike = alike
  }

  get layout(): BlockLayout {
    const { block } = this.alike
    return this.description === null ? block.layout : block.describedLayout
  }
}

/** Ports of a device under whose headers the same block stands: equal in all but name, description and the numbers of their lines. */
export class AlikePorts {
  readonly block: PlainBlock
  readonly #defaults: PortDefaults
  readonly #first: PortHead
  #model: PortDraft | null = null
  #own: readonly PortSettingName[] = []

  constructor(block: PlainBlock, defaults: PortDefaults, first: PortHead) {
    this.block = block
    this.#defaults = defaults
    this.#first = first
  }

  /** The first of these ports, in its settings the like of all: to be looked at, not to be changed. */
  get model(): PortDraft {
    if (!this.#model) {
      const model = this.unfold(this.#first)
      this.#own = (Object.keys(this.#defaults) as PortSettingName[]).filter((name) => isOwn(model, name))
      this.#model = model
    }
    return this.#model
  }

  /** The port as the lines of its block make it. */
  unfold({ name, line, description, firstSource }: PortHead): PortDraft {
    const port = newPortDraft(name, this.#defaults, line)
    port.description = description ?? ''
    applyBlock(port, this.block, firstSource)
    return port
  }

  /** The settings of one of these ports: the model's, resting on the port's own lines. */
  settingsOf({ name, firstSource }: PortHead): PortSettings {
    const settings = { ...this.model.settings, name }
    const made: Record<string, Setting<unknown>> = settings as never
    for (const setting of this.#own) {
      const { value, from } = settings[setting]
      made[setting] = { value, from: this.#moved(from, firstSource) }
    }
    return settings
  }

  /** What a setting of one of these ports rests on. */
  sourcesOf({ firstSource }: PortHead, setting: PortSettingName): readonly SourceId[] {
    return this.#moved(this.model.settings[setting].from, firstSource)
  }

  /** The model's sources, counted from the lines of another port. */
  #moved(from: readonly SourceId[], firstSource: SourceId): readonly SourceId[] {
    const first = this.#first.firstSource
    const [only] = from
    // Nearly every setting rests on one line, and a call back for each costs more than all the rest of a port's settings.
    if (only !== undefined && from.length === 1) return [only < first ? only : only - first + firstSource]
    return from.map((id) => (id < first ? id : id - first + firstSource))
  }
}
