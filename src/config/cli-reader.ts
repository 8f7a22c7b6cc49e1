import type { Source, SourceId } from '../net/settings.ts'
import type { VlanSet } from '../net/vlan-set.ts'
import { BannerReader } from './banner.ts'
import type { Command, CommandMode } from './command.ts'
import { type CommandNode, type Match, matchLine } from './command-tree.ts'
import type { DeviceDraft } from './device-draft.ts'
import { LineLog, LONGEST_COMMAND, NOTHING, WHOLE_SWITCH } from './line-log.ts'
import { type PortDraft, setPort } from './port-draft.ts'
import { canSwitch, type PortName, readPortName, readPortRange } from './port-name.ts'
import type { LineState, Touches } from './reading.ts'
import { blankSecrets } from './secrets.ts'

/** What the lines that follow belong to. */
type Context =
  | { readonly kind: 'global' }
  | { readonly kind: 'ports'; readonly ports: readonly PortDraft[]; readonly touches: Touches }
  | { readonly kind: 'vlan-interface'; readonly vlan: number }
  | { readonly kind: 'vlans'; readonly vlans: VlanSet; readonly touches: Touches }
  /** A block whose lines all share its fate: `router ospf`, a sub-interface. */
  | {
      readonly kind: 'block'
      readonly state: LineState
      readonly touches: Touches
      readonly marginToo: boolean
    }

const GLOBAL: Context = { kind: 'global' }
const HARMLESS_BLOCK: Context = { kind: 'block', state: 'harmless', touches: NOTHING, marginToo: true }

/** What a line turned out to be, remembered so that equal lines are understood once. */
type Understood = { readonly match: Match; readonly holdsSecret: boolean }

const INTERFACE = /^(no |default )?[ \t]*int(?:e|er|erf|erfa|erfac|erface)?[ \t]+(range[ \t]+)?(\S.*)$/i
const LEAVES = /^(?:end|exit|quit|exit-\S+)$/i
/** Lines around a configuration: prompts with nothing typed, paging marks, what `show running-config` says first. */
const WRAPPING =
  /^(?:building configuration\.\.\.|current configuration ?:.*|using \d+ .*bytes|load for .*|time source .*|[ \x08]*-+ ?more ?-+[ \x08]*)$/i
const PROMPT = /^[A-Za-z0-9][\w.\-/:]{0,62}(?:\([\w\-+/. ]{1,40}\))?[#>][ \t]*/
/** Words of our subject: an unknown line that holds one may change anything on the switch. */
const SUBJECT = /\b(?:vlan|switchport|trunk|dtp|vtp|dot1q|native|bridge|interface)/i
const MEMORY = 20_000

/** Reads the lines of one device's configuration, one after the other, whatever their shape. */
export class CliReader {
  readonly log = new LineLog()
  readonly #trees: Readonly<Record<CommandMode, CommandNode>>
  readonly #draft: DeviceDraft
  readonly #file: string
  readonly #banner: BannerReader
  readonly #understood: Readonly<Record<CommandMode, Map<string, Understood>>> = {
    global: new Map(),
    port: new Map(),
    vlan: new Map(),
  }
  #context: Context = GLOBAL
  #headerIndent = 0
  /** Some line stood deeper than its header: the text uses indentation, so that a line at the margin ends a block. */
  #indented = false
  /** The ports before a global line, for lines that belong to them all the same. */
  #ports: Context | null = null

  constructor(
    trees: Readonly<Record<CommandMode, CommandNode>>,
    draft: DeviceDraft,
    file: string,
    text: string,
  ) {
    this.#trees = trees
    this.#draft = draft
    this.#file = file
    this.#banner = new BannerReader(text)
  }

  /** Reads one line. `offset` is where it ends in the text. */
  line(raw: string, number: number, offset: number): void {
    const text = raw.trim()
    if (this.#banner.holds(raw)) return this.log.note(number, raw, 'harmless', NOTHING)
    if (text === '' || text.charCodeAt(0) === 0x21) return this.log.note(number, raw, 'harmless', NOTHING)
    if (raw.length > LONGEST_COMMAND) return this.#unknown(raw, number)
    if (WRAPPING.test(text)) return this.log.note(number, raw, 'harmless', NOTHING)
    const command = this.#withoutPrompt(text)
    if (command === '') return this.log.note(number, raw, 'harmless', NOTHING)
    const header = command.length < 400 ? INTERFACE.exec(command) : null
    const indent = raw.length - raw.trimStart().length
    if (header) return this.#interface(header, raw, number, indent)
    if (LEAVES.test(command)) {
      this.#leave(command)
      return this.log.note(number, raw, 'harmless', NOTHING)
    }
    if (this.#banner.begins(command, offset)) return this.log.note(number, raw, 'harmless', NOTHING)
    this.#command(command, raw, number, indent)
  }

  #withoutPrompt(text: string): string {
    const prompt = /[#>]/.test(text) ? PROMPT.exec(text) : null
    return prompt ? text.slice(prompt[0].length) : text
  }

  #leave(command: string): void {
    const ends = command.toLowerCase() === 'end' || this.#context.kind !== 'global'
    if (ends) this.#enter(GLOBAL, 0)
    this.#ports = null
  }

  #enter(context: Context, indent: number): void {
    if (context.kind === 'ports') this.#ports = context
    this.#context = context
    this.#headerIndent = indent
  }

  // --- interfaces

  #interface(header: RegExpExecArray, raw: string, number: number, indent: number): void {
    const [, undo, range, names = ''] = header
    const found = range === undefined ? readPortName(names) : null
    const list = found ? [found] : readPortRange(names)
    if (!list || list.length === 0) {
      const touches: Touches = range ? WHOLE_SWITCH : { what: 'port', port: names.slice(0, 80) }
      this.#enter({ kind: 'block', state: 'unknown', touches, marginToo: true }, indent)
      return this.log.note(number, raw, 'unknown', touches)
    }
    const by = undo === undefined ? null : this.#source(raw, number, 'written')
    const ports = list.map((name) => this.#portNamed(name, number, by)).filter((port) => port !== null)
    if (ports.length > 0) {
      const touches = touching(ports)
      this.#enter(undo === undefined ? { kind: 'ports', ports, touches } : GLOBAL, indent)
      return this.log.note(number, raw, 'modelled', touches, false)
    }
    const [name] = list
    this.#enter(name && undo === undefined ? this.#otherInterface(name, raw, number) : GLOBAL, indent)
    const { state, touches } =
      this.#context.kind === 'block' ? this.#context : { state: 'modelled' as const, touches: NOTHING }
    this.log.note(number, raw, state, touches, false)
  }

  #portNamed(name: PortName, line: number, reset: readonly SourceId[] | null): PortDraft | null {
    return reset ? this.#draft.resetPort(name, reset, line) : this.#draft.port(name, line)
  }

  /**
   * An interface that is no switch port. A sub-interface takes frames off its port by their tag, which is not simulated; it makes
   * its port a routed one.
   */
  #otherInterface(name: PortName, raw: string, line: number): Context {
    if (name.kind === 'Vlan' && name.sub === null) {
      const vlan = Number(name.numbers)
      this.#draft.vlanInterface(vlan, line)
      return { kind: 'vlan-interface', vlan }
    }
    if (name.sub === null) return HARMLESS_BLOCK
    const parent = readPortName(name.written.slice(0, name.written.lastIndexOf('.')))
    const port = parent && canSwitch(parent) ? this.#draft.port(parent, 0) : null
    if (!port) return HARMLESS_BLOCK
    if (!port.own.has('switching')) setPort(port, 'switching', false, this.#source(raw, line, 'written'))
    const touches: Touches = { what: 'port', port: port.settings.name }
    return { kind: 'block', state: 'unmodelled', touches, marginToo: true }
  }

  // --- commands

  #command(command: string, raw: string, number: number, indent: number): void {
    const deeper = indent > this.#headerIndent
    if (deeper && this.#context.kind !== 'global') this.#indented = true
    const atMargin = !deeper && this.#indented
    for (const context of this.#candidates(deeper, atMargin)) {
      if (this.#tryIn(context, command, raw, number, indent)) return
    }
    this.#unknown(raw, number)
  }

  /** Where this line may belong, likeliest first. */
  #candidates(deeper: boolean, atMargin: boolean): Context[] {
    const here = this.#context
    if (here.kind === 'global') return this.#ports ? [GLOBAL, this.#ports] : [GLOBAL]
    if (here.kind !== 'block') return atMargin ? [GLOBAL, here] : [here, GLOBAL]
    if (deeper) return [here]
    const ports = this.#ports && !this.#indented ? [this.#ports] : []
    return here.marginToo && !atMargin ? [GLOBAL, ...ports, here] : [GLOBAL, ...ports]
  }

  #tryIn(context: Context, command: string, raw: string, number: number, indent: number): boolean {
    switch (context.kind) {
      case 'block':
        this.log.note(number, raw, context.state, context.touches)
        return true
      case 'vlan-interface':
        return this.#underVlanInterface(context.vlan, command, raw, number, indent > this.#headerIndent)
      case 'ports':
        return this.#underPorts(context, command, raw, number)
      case 'vlans':
        return this.#underVlans(context, command, raw, number)
      default:
        return this.#global(command, raw, number, indent)
    }
  }

  #underPorts(context: Context & { kind: 'ports' }, line: string, raw: string, number: number): boolean {
    const { match, holdsSecret } = this.#understand('port', line)
    if (!match.found) return false
    const { command, undo } = match
    const state = stateOf(command, undo)
    const effect = undo ? command.noPort : command.port
    if (effect) {
      const by =
        state === 'harmless' ? [] : this.#source(raw, number, context.ports.length > 1 ? 'range' : 'written')
      for (const port of context.ports) effect(port, match.args as never, by)
    }
    const touches = state === 'harmless' || command.touches === 'nothing' ? NOTHING : context.touches
    this.log.note(number, raw, state, touches, holdsSecret)
    this.#context = context
    return true
  }

  #underVlans(context: Context & { kind: 'vlans' }, line: string, raw: string, number: number): boolean {
    const { match, holdsSecret } = this.#understand('vlan', line)
    if (!match.found) return false
    const { command, undo } = match
    const state = stateOf(command, undo)
    const effect = undo ? command.noVlans : command.vlans
    if (effect) effect(this.#draft, context.vlans, match.args as never, this.#source(raw, number, 'written'))
    this.log.note(number, raw, state, state === 'harmless' ? NOTHING : context.touches, holdsSecret)
    return true
  }

  #underVlanInterface(vlan: number, line: string, raw: string, number: number, deeper: boolean): boolean {
    const svi = this.#draft.vlanInterface(vlan, number)
    if (/^ip(?:v6)? address\b/i.test(line)) svi.hasAddress = true
    else if (/^(?:no )?shut(?:down)?$/i.test(line)) svi.enabled = /^no/i.test(line)
    else if (!deeper && !this.#understand('port', line).match.found) return false
    const modelled = /^(?:ip(?:v6)? address|(?:no )?shut)/i.test(line)
    this.log.note(number, raw, modelled ? 'modelled' : 'harmless', NOTHING)
    return true
  }

  #global(line: string, raw: string, number: number, indent: number): boolean {
    const { match, holdsSecret } = this.#understand('global', line)
    if (!match.found || (this.#holdsLines() && !this.#beginsInFull(line))) return false
    const { command, undo } = match
    const state = stateOf(command, undo)
    const effect = undo ? command.noDevice : command.device
    if (effect) effect(this.#draft, match.args as never, this.#source(raw, number, 'global'))
    const touches = state === 'harmless' ? NOTHING : this.#touchesOf(command, match.args)
    this.log.note(number, raw, state, touches, holdsSecret)
    const vlans = command.syntax === 'vlan <vlans>' && !undo ? (match.args[0] as VlanSet) : null
    if (vlans) this.#enter({ kind: 'vlans', vlans, touches }, indent)
    else {
      const block = { kind: 'block', state, touches, marginToo: command.opensBlock === true } as const
      this.#enter(state === 'modelled' ? GLOBAL : block, indent)
    }
    return true
  }

  /** Whether the lines that follow may belong to a block, indented or not. */
  #holdsLines(): boolean {
    const here = this.#context
    return here.kind === 'block' ? here.marginToo : here.kind !== 'global'
  }

  /** A line that leaves a block does so by a word written in full: `sw mo` under a port is no shortened `switch`. */
  #beginsInFull(line: string): boolean {
    const words = line.toLowerCase().split(/[ \t]+/, 2)
    const [first = '', second = ''] = words
    return this.#trees.global.words.has(first === 'no' ? second : first)
  }

  #touchesOf(command: Command, args: readonly unknown[]): Touches {
    const vlans = args.find((arg): arg is VlanSet => Array.isArray(arg))
    if (vlans) return { what: 'vlans', vlans }
    if (command.touches === 'nothing') return NOTHING
    const port = args.find((arg): arg is PortName => typeof arg === 'object' && arg !== null && 'key' in arg)
    const draft = port ? this.#draft.port(port, 0) : null
    return draft ? { what: 'port', port: draft.settings.name } : WHOLE_SWITCH
  }

  #unknown(raw: string, number: number): void {
    const context = this.#context
    if (context.kind === 'ports' || context.kind === 'vlans') {
      return this.log.note(number, raw, 'unknown', context.touches)
    }
    const matters = context.kind === 'global' && SUBJECT.test(raw.slice(0, LONGEST_COMMAND))
    this.log.note(number, raw, 'unknown', matters ? WHOLE_SWITCH : NOTHING)
  }

  // --- remembering

  #understand(mode: CommandMode, line: string): Understood {
    const memory = this.#understood[mode]
    let known = memory.get(line)
    if (!known) {
      known = { match: matchLine(this.#trees[mode], line), holdsSecret: blankSecrets(line) !== line }
      if (memory.size < MEMORY) memory.set(line, known)
    }
    return known
  }

  #source(raw: string, line: number, kind: Source['kind']): readonly SourceId[] {
    return [this.#draft.addSource({ kind, file: this.#file, line, text: blankSecrets(raw.trim()) })]
  }
}

/** What a command is once `no` may stand before it: what is not simulated and is taken back cannot matter. */
function stateOf(command: Command, undo: boolean): LineState {
  const state = command.state ?? 'modelled'
  return undo && state === 'unmodelled' ? 'harmless' : state
}

function touching(ports: readonly PortDraft[]): Touches {
  const names = ports.map((port) => port.settings.name)
  const [only] = names
  return names.length === 1 && only !== undefined
    ? { what: 'port', port: only }
    : { what: 'ports', ports: names }
}
