import type { SourceId } from '../net/settings.ts'
import { ALL_VLANS, type VlanSet } from '../net/vlan-set.ts'
import type { Command } from './command.ts'
import { type Match, portEffect, stateOf } from './command-tree.ts'
import type { DeviceDraft } from './device-draft.ts'
import { type Fate, type FateLog, HARMLESS } from './fate-log.ts'
import type { KnownLine, KnownLines } from './known-lines.ts'
import { NOTHING, WHOLE_SWITCH } from './line-log.ts'
import type { LineShape } from './line-shape.ts'
import { isOwn, type PortDraft } from './port-draft.ts'
import { canSwitch, type PortName, readPortName } from './port-name.ts'
import { readPortRange } from './port-range.ts'
import {
  type Context,
  fateOfUnknown,
  GLOBAL,
  HARMLESS_BLOCK,
  type PortsContext,
  portsContext,
  type VlansContext,
} from './reader-context.ts'
import type { Touches } from './reading.ts'
import type { LineKind } from './source-list.ts'
import { applyTemplate } from './template.ts'
import { tellVlanInterface, vlanOfInterface } from './vlan-interface-line.ts'

/** A line that is a command: what is known of its words, and how far it is indented. */
export type Line = { readonly known: KnownLine; readonly command: string; readonly indent: number }

type Found = Match & { readonly found: true }

const NO_SOURCE: readonly SourceId[] = []

/** Does what the commands of a configuration say, each where it belongs: the device itself, a port, VLANs, a template, a block. */
export class CommandReader {
  readonly #draft: DeviceDraft
  readonly #log: FateLog
  readonly #lines: KnownLines
  #context: Context = GLOBAL
  /** The folded port that was entered last; it stays folded where no line asks for it. */
  #folded: PortName | null = null
  #headerIndent = 0
  /** Some line stood deeper than its header: the text uses indentation, so that a line at the margin ends a block. */
  #indented = false
  /** The ports before a global line, for lines that belong to them all the same. */
  #ports: PortsContext | null = null

  constructor(draft: DeviceDraft, log: FateLog, lines: KnownLines) {
    this.#draft = draft
    this.#log = log
    this.#lines = lines
  }

  /** What the next line belongs to. */
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

  /** Goes on under a port that was read at one go; `hadLines` where lines stood deeper than its header. */
  enterFolded(name: PortName, hadLines: boolean): void {
    this.#folded = name
    this.#indented ||= hadLines
  }

  /** The fate of a line that is not known. */
  unknown(command: string): Fate {
    return fateOfUnknown(this.context, command)
  }

  // --- interfaces

  /** An `interface` line of any form. */
  interface({ names, range, undo }: LineShape & { kind: 'interface' }, indent: number): Fate {
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
      this.enter(undo ? GLOBAL : context, indent)
      return context.modelled
    }
    const other = undo ? GLOBAL : this.#otherInterface(first)
    this.enter(other, indent)
    return other.kind === 'block' ? other.fate : { state: 'modelled', touches: NOTHING }
  }

  #enterBlock(fate: Fate, indent: number): Fate {
    this.enter({ kind: 'block', fate, marginToo: true }, indent)
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
    const vlan = vlanOfInterface(name)
    if (vlan !== null) {
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

  /** A command, wherever it belongs. */
  command(line: Line): Fate {
    const here = this.context
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
    return this.unknown(line.command)
  }

  /** Where this line may belong, likeliest first. */
  #candidates(deeper: boolean): Context[] {
    const here = this.context
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
    const { command } = match
    const state = stateOf(match)
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
    if (command.touches === 'nothing') return { state, touches: NOTHING }
    return { state, touches: command.touches === 'tree' ? treeIn(match.args) : context.modelled.touches }
  }

  #underVlans(context: VlansContext, line: Line): Fate | null {
    const match = this.#lines.match(line.known, 'vlan')
    if (!match.found) return null
    const { command, undo } = match
    const state = stateOf(match)
    const effect = undo ? command.noVlans : command.vlans
    effect?.(this.#draft, context.vlans, match.args as never, this.#source('written'))
    return state === 'harmless' ? HARMLESS : { state, touches: context.touches }
  }

  #underVlanInterface(vlan: number, { known, command }: Line, deeper: boolean): Fate | null {
    const svi = this.#draft.vlanInterface(vlan, this.#log.next)
    if (tellVlanInterface(svi, command)) return { state: 'modelled', touches: NOTHING }
    return deeper || this.#lines.match(known, 'port').found ? HARMLESS : null
  }

  #global({ known, command: written, indent }: Line): Fate | null {
    const match = this.#lines.match(known, 'global')
    if (!match.found || (this.#holdsLines() && !this.#lines.beginsInFull(written))) return null
    const { command, undo } = match
    const state = stateOf(match)
    const effect = undo ? command.noDevice : command.device
    effect?.(this.#draft, match.args as never, this.#source('global'))
    const fate = state === 'harmless' ? HARMLESS : { state, touches: this.#touchesOf(command, match.args) }
    this.enter(undo ? GLOBAL : this.#opened(match, fate), indent)
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
    const here = this.context
    return here.kind === 'block' ? here.marginToo : here.kind !== 'global'
  }

  #touchesOf(command: Command, args: readonly unknown[]): Touches {
    if (command.touches === 'tree') return treeIn(args)
    const vlans = args.find(isVlans)
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

/** The spanning trees that a line may change: those of the VLANs it names, or all. */
function treeIn(args: readonly unknown[]): Touches {
  return { what: 'tree', vlans: args.find(isVlans) ?? ALL_VLANS }
}

function isVlans(arg: unknown): arg is VlanSet {
  return Array.isArray(arg)
}

function isSourceTemplate(command: Command): boolean {
  return command.syntax === 'source template <word>'
}
