import type { DeviceDraft } from './device-draft.ts'
import type { PortName } from './port-name.ts'
import { type Context, GLOBAL, type PortsContext, portsContext } from './reader-context.ts'

/** Where in a configuration the reader stands: what the next line may belong to, by what was entered and how deep the line stands. */
export class Whereabouts {
  readonly #draft: DeviceDraft
  #context: Context = GLOBAL
  /** The folded port that was entered last; it stays folded where no line asks for it. */
  #folded: PortName | null = null
  #headerIndent = 0
  /** Some line stood deeper than its header: the text uses indentation, so that a line at the margin ends a block. */
  #indented = false
  /** The ports before a global line, for lines that belong to them all the same. */
  #ports: PortsContext | null = null

  constructor(draft: DeviceDraft) {
    this.#draft = draft
  }

  /** What was entered last. */
  get context(): Context {
    this.#unfold()
    return this.#context
  }

  /** Leaves what was entered; with `all`, the mode for configuration too. */
  leave(all: boolean): void {
    if (all || this.#folded !== null || this.#context.kind !== 'global') this.#go(GLOBAL, 0)
    this.#ports = null
  }

  /** Goes on in this context, whose header stood this deep. */
  enter(context: Context, indent: number): void {
    if (context.kind === 'ports') this.#ports = context
    else this.#unfold()
    this.#go(context, indent)
  }

  /** Goes on under a port that was read at one go; `hadLines` where lines stood deeper than its header. */
  enterFolded(name: PortName, hadLines: boolean): void {
    this.#folded = name
    this.#indented ||= hadLines
  }

  /** Goes back to the ports that were left, since a line belongs to them all the same. */
  returnTo(ports: PortsContext): void {
    this.#context = ports
  }

  #go(context: Context, indent: number): void {
    this.#context = context
    this.#headerIndent = indent
    this.#folded = null
  }

  /** Enters the port that was read at one go, which is then a port as any other. */
  #unfold(): void {
    const port = this.#folded === null ? undefined : this.#draft.ports.get(this.#folded)
    if (!port) return
    this.#ports = portsContext([port])
    this.#go(this.#ports, 0)
  }

  /** Whether a line stands deeper than the header of what was entered; from then on the text counts as indented. */
  isDeeper(indent: number): boolean {
    const { kind } = this.context
    const deeper = indent > this.#headerIndent
    if (deeper && kind !== 'global') this.#indented = true
    return deeper
  }

  /** Whether the lines that follow may belong to a block, indented or not; a shortened word does not leave it. */
  get holdsLines(): boolean {
    const here = this.context
    return here.kind === 'block' ? here.marginToo : here.kind !== 'global'
  }

  /** What a line may belong to, likeliest first. */
  candidates(deeper: boolean): Context[] {
    const here = this.context
    const atMargin = !deeper && this.#indented
    if (here.kind === 'global') return this.#ports ? [GLOBAL, this.#ports] : [GLOBAL]
    if (here.kind !== 'block') return atMargin ? [GLOBAL, here] : [here, GLOBAL]
    if (deeper) return [here]
    const ports = this.#ports && !this.#indented ? [this.#ports] : []
    return here.marginToo && !atMargin ? [GLOBAL, ...ports, here] : [GLOBAL, ...ports]
  }
}
