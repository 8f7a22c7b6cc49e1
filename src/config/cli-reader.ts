import type { SourceId } from '../net/settings.ts'
import type { VlanSet } from '../net/vlan-set.ts'
import { BannerReader } from './banner.ts'
import type { Command, CommandMode } from './command.ts'
import { type CommandNode, type Match, portEffect, type Undo } from './command-tree.ts'
import type { DeviceDraft } from './device-draft.ts'
import { type Fate, type FateLog, HARMLESS } from './fate-log.ts'
import { KnownBlocks } from './known-blocks.ts'
import { type KnownLine, KnownLines } from './known-lines.ts'
import { LONGEST_COMMAND, NOTHING, WHOLE_SWITCH } from './line-log.ts'
import type { LineShape } from './line-shape.ts'
import { isOwn, type PortDraft } from './port-draft.ts'
import { canSwitch, type PortName, readPortName, readPortRange } from './port-name.ts'
import {
  type Context,
  fateOfUnknown,
  GLOBAL,
  HARMLESS_BLOCK,
  type PortsContext,
  portsContext,
  type VlansContext,
} from './reader-context.ts'
import type { LineState, Touches } from './reading.ts'
import type { LineKind } from './source-list.ts'
import { applyTemplate } from './template.ts'

/** A line that is a command: what is known of its words, and how far it is indented. */
type Line = { readonly known: KnownLine; readonly command: string; readonly indent: number }

type Found = Match & { readonly found: true }

const INTERFACE = 'interface '
const DESCRIPTION = 'description '
const INDENTED_DESCRIPTION = ' description '
const EXCLAMATION_MARK = 0x21
const BLANK = 0x20
const NO_SOURCE: readonly SourceId[] = []

/** Reads one device's configuration line by line, whatever its shape. */
export class CliReader {
  readonly #draft: DeviceDraft
  readonly #text: string
  readonly #log: FateLog
  readonly #banner: BannerReader
  readonly #lines: KnownLines
  readonly #blocks: KnownBlocks
  #context: Context = GLOBAL
  #headerIndent = 0
  /** Some line stood deeper than its header: the text uses indentation, so that a line at the margin ends a block. */
  #indented = false
  /** The ports before a global line, for lines that belong to them all the same. */
  #ports: PortsContext | null = null
  /** Ports whose `interface` line is the last one read. */
  #fresh: PortsContext | null = null
  /** What is printed here is the output of another `show` command than the one for the configuration. */
  #otherOutput = false

  constructor(
    trees: Readonly<Record<CommandMode, CommandNode>>,
    draft: DeviceDraft,
    text: string,
    log: FateLog,
  ) {
    this.#draft = draft
    this.#text = text
    this.#log = log
    this.#banner = new BannerReader(text)
    this.#lines = new KnownLines(trees)
    this.#blocks = new KnownBlocks(this.#lines)
  }

  /** Reads the whole text. */
  read(): void {
    const text = this.#text
    for (let at = 0; at < text.length; ) {
      const found = text.indexOf('\n', at)
      const end = found < 0 ? text.length : found
      this.#log.note(this.#line(at, end))
      at = this.#fresh ? this.#plainBlock(this.#fresh, end + 1) : end + 1
    }
  }

  #line(start: number, end: number): Fate {
    const text = this.#text
    let from = start
    let to = end
    while (from < to && text.charCodeAt(from) <= BLANK) from++
    while (to > from && text.charCodeAt(to - 1) <= BLANK) to--
    if (this.#banner.open && this.#banner.holds(text.slice(start, end))) return HARMLESS
    if (from === to || text.charCodeAt(from) === EXCLAMATION_MARK) return HARMLESS
    if (to - from > LONGEST_COMMAND) return this.#unknown(text.slice(from, from + LONGEST_COMMAND))
    return this.#commonLine(from, to, from - start) ?? this.#shaped(text.slice(from, to), end, from - start)
  }

  /**
   * The two kinds of lines of which every port has its own, `interface NAME` and `description TEXT`, without the detour over known
   * lines: most of a large file's different lines are of these. Null for any other line.
   */
  #commonLine(from: number, to: number, indent: number): Fate | null {
    if (this.#otherOutput) return null
    const text = this.#text
    const context = this.#context
    if (context.kind === 'ports' && text.startsWith(DESCRIPTION, from)) {
      const description = text.slice(from + DESCRIPTION.length, to)
      for (const port of context.ports) port.description = description
      return HARMLESS
    }
    if (!text.startsWith(INTERFACE, from)) return null
    const name = readPortName(text.slice(from + INTERFACE.length, to))
    const port = name && this.#draft.port(name, this.#log.next)
    if (!port) return null
    const ports = portsContext([port])
    this.#enter(ports, indent)
    if (indent === 0) this.#fresh = ports
    return ports.modelled
  }

  /**
   * Reads the block of a port whose `interface` line has just been read, where it is made of plain commands only, and gives the place
   * after it; else gives the place where it begins, for its lines to be read one by one. Both ways come to the same.
   */
  #plainBlock(context: PortsContext, start: number): number {
    this.#fresh = null
    const text = this.#text
    const [port] = context.ports
    let at = start
    if (text.startsWith(INDENTED_DESCRIPTION, start)) {
      const end = text.indexOf('\n', start)
      if (end < 0 || !port) return start
      this.#log.note(this.#line(start, end))
      at = end + 1
    }
    const begin = at
    while (text.charCodeAt(at) === BLANK) {
      const end = text.indexOf('\n', at)
      if (end < 0) return begin
      at = end + 1
    }
    const block = at > begin ? this.#blocks.block(text.slice(begin, at)) : null
    if (!block || !port) return begin
    this.#indented = true
    for (const { effect, args, modelled } of block) {
      if (effect) effect(port, args as never, modelled ? this.#source('written') : NO_SOURCE)
      this.#log.note(modelled ? context.modelled : HARMLESS)
    }
    return at
  }

  #shaped(written: string, end: number, indent: number): Fate {
    const known = this.#lines.line(written)
    const { shape } = known
    if (shape.kind === 'shows') {
      this.#otherOutput = !shape.configuration
      this.#leave(true)
      return HARMLESS
    }
    if (shape.kind === 'prompted') this.#otherOutput = false
    if (this.#otherOutput || shape.kind === 'nothing') return HARMLESS
    if (shape.kind === 'interface') return this.#interface(shape, indent)
    if (shape.kind === 'leaves') {
      this.#leave(shape.all)
      return HARMLESS
    }
    if (shape.command === '') return HARMLESS
    if (shape.kind === 'banner' && this.#banner.begins(shape.said, end)) return HARMLESS
    return this.#command({ known, command: shape.command, indent })
  }

  #leave(all: boolean): void {
    if (all || this.#context.kind !== 'global') this.#enter(GLOBAL, 0)
    this.#ports = null
  }

  #enter(context: Context, indent: number): void {
    if (context.kind === 'ports') this.#ports = context
    this.#context = context
    this.#headerIndent = indent
  }

  #unknown(command: string): Fate {
    return fateOfUnknown(this.#context, command)
  }

  // --- interfaces

  #interface({ names, range, undo }: LineShape & { kind: 'interface' }, indent: number): Fate {
    const single = range ? null : readPortName(names)
    const list = single ? [single] : readPortRange(names)
    const [first] = list ?? []
    if (!list || !first) {
      const touches: Touches = range ? WHOLE_SWITCH : { what: 'port', port: names.slice(0, 80) }
      return this.#enterBlock({ state: 'unknown', touches }, indent)
    }
    const ports = this.#portsNamed(list, undo)
    if (ports.length > 0) {
      const context = portsContext(ports)
      this.#enter(undo ? GLOBAL : context, indent)
      return context.modelled
    }
    const other = undo ? GLOBAL : this.#otherInterface(first)
    this.#enter(other, indent)
    return other.kind === 'block' ? other.fate : { state: 'modelled', touches: NOTHING }
  }

  #enterBlock(fate: Fate, indent: number): Fate {
    this.#enter({ kind: 'block', fate, marginToo: true }, indent)
    return fate
  }

  #portsNamed(names: readonly PortName[], reset: boolean): PortDraft[] {
    const line = this.#log.next
    const by = reset ? this.#source('written') : null
    const ports: PortDraft[] = []
    for (const name of names) {
      const port = by ? this.#draft.resetPort(name, by, line) : this.#draft.port(name, line)
      if (port) ports.push(port)
    }
    return ports
  }

  /**
   * An interface that is no switch port. A sub-interface takes frames off its port by their tag, which is not simulated; it makes
   * its port a routed one.
   */
  #otherInterface(name: PortName): Context {
    if (name.kind === 'Vlan' && name.sub === null) {
      const vlan = Number(name.numbers)
      this.#draft.vlanInterface(vlan, this.#log.next)
      return { kind: 'vlan-interface', vlan }
    }
    if (name.sub === null) return HARMLESS_BLOCK
    const parent = readPortName(name.written.slice(0, name.written.lastIndexOf('.')))
    const port = parent && canSwitch(parent) ? this.#draft.port(parent, 0) : null
    if (!port) return HARMLESS_BLOCK
    if (!isOwn(port, 'switching')) port.settings.switching = { value: false, from: this.#source('written') }
    const touches: Touches = { what: 'port', port: port.settings.name }
    return { kind: 'block', fate: { state: 'unmodelled', touches }, marginToo: true }
  }

  // --- commands

  #command(line: Line): Fate {
    const here = this.#context
    const deeper = line.indent > this.#headerIndent
    if (deeper && here.kind !== 'global') this.#indented = true
    if (here.kind === 'ports' && (deeper || !this.#indented)) {
      const fate = this.#underPorts(here, line)
      if (fate) return fate
    }
    for (const context of this.#candidates(deeper)) {
      const fate = this.#tryIn(context, line, deeper)
      if (fate) return fate
    }
    return this.#unknown(line.command)
  }

  /** Where this line may belong, likeliest first. */
  #candidates(deeper: boolean): Context[] {
    const here = this.#context
    const atMargin = !deeper && this.#indented
    if (here.kind === 'global') return this.#ports ? [GLOBAL, this.#ports] : [GLOBAL]
    if (here.kind === 'ports') return atMargin ? [GLOBAL, here] : [GLOBAL]
    if (here.kind !== 'block') return atMargin ? [GLOBAL, here] : [here, GLOBAL]
    if (deeper) return [here]
    const ports = this.#ports && !this.#indented ? [this.#ports] : []
    return here.marginToo && !atMargin ? [GLOBAL, ...ports, here] : [GLOBAL, ...ports]
  }

  /** The line's fate where it belongs to this context; null where it does not. */
  #tryIn(context: Context, line: Line, deeper: boolean): Fate | null {
    switch (context.kind) {
      case 'block':
        return context.fate
      case 'vlan-interface':
        return this.#underVlanInterface(context.vlan, line, deeper)
      case 'ports':
        return this.#underPorts(context, line)
      case 'vlans':
        return this.#underVlans(context, line)
      case 'template':
        return this.#underTemplate(context.name, line)
      default:
        return this.#global(line)
    }
  }

  #underPorts(context: PortsContext, line: Line): Fate | null {
    const match = this.#lines.match(line.known, 'port')
    if (!match.found) return null
    this.#context = context
    const { command, undo } = match
    const state = stateOf(command, undo)
    const effect = portEffect(match)
    if (effect) {
      const by =
        state === 'harmless' ? NO_SOURCE : this.#source(context.ports.length > 1 ? 'range' : 'written')
      for (const port of context.ports) effect(port, match.args as never, by)
    }
    if (state === 'modelled') return context.modelled
    if (state === 'harmless') return HARMLESS
    if (isSourceTemplate(command) && this.#fromTemplate(String(match.args[0]), context.ports)) {
      return context.modelled
    }
    return { state, touches: command.touches === 'nothing' ? NOTHING : context.modelled.touches }
  }

  #underVlans(context: VlansContext, line: Line): Fate | null {
    const match = this.#lines.match(line.known, 'vlan')
    if (!match.found) return null
    const { command, undo } = match
    const state = stateOf(command, undo)
    const effect = undo ? command.noVlans : command.vlans
    effect?.(this.#draft, context.vlans, match.args as never, this.#source('written'))
    return state === 'harmless' ? HARMLESS : { state, touches: context.touches }
  }

  #underVlanInterface(vlan: number, { known, command }: Line, deeper: boolean): Fate | null {
    const svi = this.#draft.vlanInterface(vlan, this.#log.next)
    if (/^ip(?:v6)? address\b/i.test(command)) svi.hasAddress = true
    else if (/^(?:no )?shut(?:down)?$/i.test(command)) svi.enabled = /^no/i.test(command)
    else return deeper || this.#lines.match(known, 'port').found ? HARMLESS : null
    return { state: 'modelled', touches: NOTHING }
  }

  #global({ known, command: written, indent }: Line): Fate | null {
    const match = this.#lines.match(known, 'global')
    if (!match.found || (this.#holdsLines() && !this.#lines.beginsInFull(written))) return null
    const { command, undo } = match
    const state = stateOf(command, undo)
    const effect = undo ? command.noDevice : command.device
    effect?.(this.#draft, match.args as never, this.#source('global'))
    const fate = state === 'harmless' ? HARMLESS : { state, touches: this.#touchesOf(command, match.args) }
    this.#enter(undo ? GLOBAL : this.#opened(match, fate), indent)
    return fate
  }

  /** What the lines after a global command belong to. */
  #opened({ command, args }: Found, fate: Fate): Context {
    if (command.syntax === 'vlan <vlans>') {
      return { kind: 'vlans', vlans: args[0] as VlanSet, touches: fate.touches }
    }
    if (command.syntax === 'template <word>') return this.#beginTemplate(String(args[0]))
    return fate.state === 'modelled'
      ? GLOBAL
      : { kind: 'block', fate, marginToo: command.opensBlock === true }
  }

  /** Whether the lines that follow may belong to a block, indented or not; a shortened word does not leave it. */
  #holdsLines(): boolean {
    const here = this.#context
    return here.kind === 'block' ? here.marginToo : here.kind !== 'global'
  }

  #touchesOf(command: Command, args: readonly unknown[]): Touches {
    const vlans = args.find((arg): arg is VlanSet => Array.isArray(arg))
    if (vlans) return { what: 'vlans', vlans }
    if (command.touches === 'nothing') return NOTHING
    const port = args.find((arg): arg is PortName => typeof arg === 'object' && arg !== null && 'key' in arg)
    const draft = port ? this.#draft.port(port, 0) : null
    return draft ? { what: 'port', port: draft.settings.name } : WHOLE_SWITCH
  }

  // --- templates

  #beginTemplate(name: string): Context {
    this.#draft.templates.set(name, [])
    return { kind: 'template', name }
  }

  #underTemplate(name: string, { known, command }: Line): Fate | null {
    if (!this.#lines.match(known, 'port').found) return null
    this.#draft.templates.get(name)?.push({ command, line: this.#log.next })
    return { state: 'modelled', touches: NOTHING }
  }

  #fromTemplate(name: string, ports: readonly PortDraft[]): boolean {
    const lines = this.#draft.templates.get(name)
    if (!lines) return false
    const use = this.#source('template')
    for (const { command, line } of lines) {
      const match = this.#lines.match(this.#lines.line(command), 'port')
      const by = [this.#draft.sources.addLine('template', line), ...use]
      if (match.found) for (const port of ports) applyTemplate(port, match, by)
    }
    return true
  }

  #source(kind: LineKind): readonly SourceId[] {
    return [this.#draft.sources.addLine(kind, this.#log.next)]
  }
}

function isSourceTemplate(command: Command): boolean {
  return command.syntax === 'source template <word>'
}

/** What a command is once `no` may stand before it: what is not simulated and is taken back cannot matter. */
function stateOf(command: Command, undo: Undo | null): LineState {
  const state = command.state ?? 'modelled'
  return undo && state === 'unmodelled' ? 'harmless' : state
}
