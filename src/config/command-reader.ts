import type { SourceId } from '../net/settings.ts'
import type { VlanSet } from '../net/vlan-set.ts'
import type { Command } from './command.ts'
import { type FoundCommand, portEffect, stateOf } from './command-tree.ts'
import type { DeviceDraft } from './device-draft.ts'
import { type Fate, type FateLog, HARMLESS } from './fate-log.ts'
import { enterInterface } from './interface-line.ts'
import type { KnownLine, KnownLines } from './known-lines.ts'
import { NOTHING } from './line-log.ts'
import type { LineShape } from './line-shape.ts'
import type { PortDraft } from './port-draft.ts'
import {
  type Context,
  fateOfUnknown,
  GLOBAL,
  type PortsContext,
  type VlansContext,
} from './reader-context.ts'
import type { LineKind } from './source-list.ts'
import { applyTemplate } from './template.ts'
import { touchedByDevice, touchedUnderPorts } from './touched.ts'
import { tellVlanInterface } from './vlan-interface-line.ts'
import type { Whereabouts } from './whereabouts.ts'

/** A line that is a command. */
export type Line = {
  /** What is known of its words. */
  readonly known: KnownLine
  readonly command: string
  readonly indent: number
  /** How many lines of the text it stands on: more than one where its list is broken. */
  readonly lines: number
}

const NO_SOURCE: readonly SourceId[] = []

/** Does what the commands of a configuration say, each where it belongs: the device itself, a port, VLANs, a template, a block. */
export class CommandReader {
  readonly #draft: DeviceDraft
  readonly #log: FateLog
  readonly #lines: KnownLines
  readonly #whereabouts: Whereabouts

  constructor(draft: DeviceDraft, log: FateLog, lines: KnownLines, whereabouts: Whereabouts) {
    this.#draft = draft
    this.#log = log
    this.#lines = lines
    this.#whereabouts = whereabouts
  }

  /** The fate of a line that is not known. */
  unknown(command: string): Fate {
    return fateOfUnknown(this.#whereabouts.context, command)
  }

  /** An `interface` line of any form. */
  interface(shape: LineShape & { kind: 'interface' }, indent: number): Fate {
    const source = () => this.#source('written')
    const { fate, context } = enterInterface(this.#draft, shape, this.#log.next, source)
    this.#whereabouts.enter(context, indent)
    return fate
  }

  /** A command, wherever it belongs. */
  command(line: Line): Fate {
    const deeper = this.#whereabouts.isDeeper(line.indent)
    for (const context of this.#whereabouts.candidates(deeper)) {
      const fate = this.#tryIn(context, line, deeper)
      if (fate) return fate
    }
    return this.unknown(line.command)
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
    this.#whereabouts.returnTo(context)
    const { command } = match
    const state = stateOf(match)
    const effect = portEffect(match)
    if (effect) {
      const by =
        state === 'harmless'
          ? NO_SOURCE
          : this.#source(context.ports.length > 1 ? 'range' : 'written', line.lines)
      for (const port of context.ports) effect(port, match.args as never, by)
    }
    if (state === 'modelled') return context.modelled
    if (state === 'harmless') return HARMLESS
    if (isSourceTemplate(command) && this.#fromTemplate(String(match.args[0]), context.ports)) {
      return context.modelled
    }
    return { state, touches: touchedUnderPorts(match, context) }
  }

  #underVlans(context: VlansContext, line: Line): Fate | null {
    const match = this.#lines.match(line.known, 'vlan')
    if (!match.found) return null
    const { command, undo } = match
    const state = stateOf(match)
    const effect = undo ? command.noVlans : command.vlans
    effect?.(this.#draft, context.vlans, match.args as never, this.#source('written', line.lines))
    return state === 'harmless' ? HARMLESS : { state, touches: context.touches }
  }

  #underVlanInterface(vlan: number, { known, command }: Line, deeper: boolean): Fate | null {
    const svi = this.#draft.vlanInterface(vlan, this.#log.next)
    if (tellVlanInterface(svi, command)) return { state: 'modelled', touches: NOTHING }
    return deeper || this.#lines.match(known, 'port').found ? HARMLESS : null
  }

  #global({ known, command: written, indent, lines }: Line): Fate | null {
    const match = this.#lines.match(known, 'global')
    if (!match.found || (this.#whereabouts.holdsLines && !this.#lines.beginsInFull(written))) return null
    const { command, undo } = match
    const state = stateOf(match)
    const effect = undo ? command.noDevice : command.device
    effect?.(this.#draft, match.args as never, this.#source('global', lines))
    const fate = state === 'harmless' ? HARMLESS : { state, touches: touchedByDevice(match, this.#draft) }
    this.#whereabouts.enter(undo ? GLOBAL : this.#opened(match, fate), indent)
    return fate
  }

  /** What the lines after a global command belong to. */
  #opened({ command, args }: FoundCommand, fate: Fate): Context {
    if (command.syntax === 'vlan <vlans>') {
      return { kind: 'vlans', vlans: args[0] as VlanSet, touches: fate.touches }
    }
    if (command.syntax === 'template <word>') return this.#beginTemplate(String(args[0]))
    return fate.state === 'modelled'
      ? GLOBAL
      : { kind: 'block', fate, marginToo: command.opensBlock === true }
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

  /** Notes the line that is read as a source, or each of the lines that it is broken into. */
  #source(kind: LineKind, lines = 1): readonly SourceId[] {
    const noted: SourceId[] = []
    for (let n = 0; n < lines; n++) noted.push(this.#draft.sources.addLine(kind, this.#log.next + n))
    return noted
  }
}

function isSourceTemplate(command: Command): boolean {
  return command.syntax === 'source template <word>'
}
