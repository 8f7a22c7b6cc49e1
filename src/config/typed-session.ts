import type { SourceId } from '../net/settings.ts'
import type { VlanSet } from '../net/vlan-set.ts'
import type { Answer, Command } from './command.ts'
import { type FoundCommand, type Match, matchLine, portEffect, stateOf } from './command-tree.ts'
import type { DeviceDraft } from './device-draft.ts'
import { cliDialectNamed } from './dialects.ts'
import { finishDevice } from './finish-device.ts'
import { idOf, type PortDraft } from './port-draft.ts'
import { type PortName, readPortName, shortPortName } from './port-name.ts'
import { readPortRange } from './port-range.ts'
import { isQuiet } from './quiet.ts'
import type { DeviceReading } from './reading.ts'
import { resumeDraft } from './resume-draft.ts'
import { blankSecrets } from './secrets.ts'
import { tellVlanInterface, vlanOfInterface } from './vlan-interface-line.ts'

/** What following lines belong to. */
type Place =
  | { readonly mode: 'global' }
  | { readonly mode: 'port'; readonly ports: readonly PortDraft[] }
  | { readonly mode: 'vlan'; readonly vlans: VlanSet }
  | { readonly mode: 'vlan-interface'; readonly vlan: number }

/** A refusal and where in the line it points. */
export type LineRefusal = { readonly answer: Answer; readonly at: number | null }

const INTERFACE = /^(no[ \t]+|default[ \t]+)?int(?:e|er|erf|erfa|erfac|erface)?[ \t]+(range[ \t]+)?(\S.*)$/i

/** Somebody in configuration mode at one device. */
export class TypedSession {
  readonly remarks: Answer[] = []
  readonly #draft: DeviceDraft
  readonly #reading: DeviceReading
  #place: Place = { mode: 'global' }

  constructor(reading: DeviceReading) {
    this.#reading = reading
    this.#draft = resumeDraft(reading, cliDialectNamed(reading.dialect))
  }

  /** Types a line; null where the device takes it. */
  type(typed: string): LineRefusal | null {
    const line = typed.trim()
    if (line === '' || line.startsWith('!')) return null
    if (/^(?:end|exit|configure terminal|conf t)$/i.test(line)) {
      this.#place = { mode: 'global' }
      return null
    }
    const header = INTERFACE.exec(line)
    if (header) return this.#interface(header, line)
    const offset = typed.length - typed.trimStart().length
    const refusal = this.#command(line)
    return refusal && refusal.at !== null ? { ...refusal, at: refusal.at + offset } : refusal
  }

  /** The device as it is now, after which nothing more is typed. */
  finish(): DeviceReading {
    const { dialect, profile, routedByDefault, reasons, assumptions, name, observed } = this.#reading
    const lines = () => this.#reading.lines
    const around = {
      dialect,
      profile,
      routedByDefault,
      reasons,
      lines,
      assumptions,
      fallbackName: name,
      ...(observed && { observed }),
    }
    return finishDevice(this.#draft, around)
  }

  #interface(header: RegExpExecArray, line: string): LineRefusal | null {
    const [, reset, , names = ''] = header
    const named = readPortRange(names)
    const [first] = named ?? []
    const at = line.length - names.length
    if (!named || !first) return refusal(`There is no interface "${names}" here.`, at)
    if (/^no/i.test(reset ?? '')) return this.#takeAway(named, line)
    const vlan = vlanOfInterface(first)
    if (vlan !== null) {
      this.#draft.vlanInterface(vlan, 0)
      this.#place = { mode: 'vlan-interface', vlan }
      return null
    }
    const ports: PortDraft[] = []
    for (const name of named) {
      const known = this.#draft.ports.get(name)
      const port = known ?? (name.kind === 'Port-channel' ? this.#draft.port(name, 0) : null)
      if (!port) return refusal(`This switch has no port ${name.written}.`, at)
      ports.push(reset ? (this.#draft.resetPort(name, this.#source(line), 0) ?? port) : port)
    }
    this.#place = reset ? { mode: 'global' } : { mode: 'port', ports }
    return null
  }

  /**
   * `no interface`: a VLAN interface goes; a port-channel is left as if no line had named it, and without members does nothing. A port
   * of the switch stays.
   */
  #takeAway(named: readonly PortName[], line: string): LineRefusal | null {
    for (const name of named) {
      const vlan = vlanOfInterface(name)
      if (vlan !== null) this.#draft.vlanInterfaces.delete(vlan)
      else if (name.kind === 'Port-channel') this.#draft.resetPort(name, this.#source(line), 0)
      else return refusal(`${name.written} is a port of the switch, which stays.`, 0)
    }
    this.#place = { mode: 'global' }
    return null
  }

  #command(line: string): LineRefusal | null {
    const { mode } = this.#place
    if (mode === 'vlan-interface' && this.#vlanInterface(this.#place.vlan, line)) return null
    const { trees } = cliDialectNamed(this.#reading.dialect)
    const here = matchLine(trees[mode === 'vlan-interface' ? 'port' : mode], line)
    const globally = mode === 'global' ? here : matchLine(trees.global, line)
    if (globally.found && leadsOut(here, globally)) {
      this.#place = { mode: 'global' }
      return this.#run(globally, line)
    }
    if (!here.found) return notUnderstood(here)
    return mode === 'vlan-interface' ? notUnderThat(here) : this.#run(here, line)
  }

  #run(match: FoundCommand, line: string): LineRefusal | null {
    const { command, undo } = match
    const args = match.args as never
    const place = this.#place
    if (place.mode === 'port') {
      const refused = this.#underPorts(place.ports, match, line)
      if (refused) return refused
    } else if (place.mode === 'vlan') {
      const effect = undo ? command.noVlans : command.vlans
      effect?.(this.#draft, place.vlans, args, this.#source(line))
    } else {
      this.#global(command, match, line)
    }
    this.#remark(match)
    return null
  }

  /** One port after the other, as under `interface range`: at the first that refuses the line it stops. */
  #underPorts(ports: readonly PortDraft[], match: FoundCommand, line: string): LineRefusal | null {
    const { command, undo } = match
    const args = match.args as never
    const effect = portEffect(match)
    const by = this.#source(line)
    for (const [index, port] of ports.entries()) {
      const answer = undo ? null : command.refuse?.(port)
      if (answer) {
        if (ports.length > 1) this.remarks.push(stopsAt(port, index))
        return { answer, at: null }
      }
      for (const each of withMembers(this.#draft, port, command)) effect?.(each, args, by)
    }
    return null
  }

  #global(command: Command, match: FoundCommand, line: string): void {
    const effect = match.undo ? command.noDevice : command.device
    effect?.(this.#draft, match.args as never, this.#source(line))
    if (command.syntax === 'vlan <vlans>' && !match.undo) {
      this.#place = { mode: 'vlan', vlans: match.args[0] as VlanSet }
    }
  }

  #remark(match: FoundCommand): void {
    const { command, undo } = match
    if (undo && !command.undoState) return
    if (command.remark) this.remarks.push(command.remark)
    else if (stateOf(match) !== 'modelled' && !command.port && !command.vlans) this.remarks.push(UNSIMULATED)
  }

  #vlanInterface(vlan: number, line: string): boolean {
    return tellVlanInterface(this.#draft.vlanInterface(vlan, 0), line)
  }

  #source(line: string): readonly SourceId[] {
    return [this.#draft.sources.add({ kind: 'typed', text: blankSecrets(line) })]
  }
}

/** Said of a line that is taken without an effect. */
const UNSIMULATED: Answer = { text: 'Taken, but not simulated here.', exact: false }

/** Whether a line is meant globally, where one is not: what a mode only takes without an effect does not hide what has one. */
function leadsOut(here: Match, globally: FoundCommand): boolean {
  if (!here.found) return here.why !== 'incomplete'
  return isQuiet(here.command) && !isQuiet(globally.command)
}

/** A command of a port under a VLAN interface: most mean nothing for us, and those that do are none there. */
function notUnderThat({ command }: FoundCommand): LineRefusal | null {
  if (command.state === 'harmless') return null
  return refusal('Only "ip address" and "shutdown" are understood under a VLAN interface here.', 0)
}

/** Where a range stops: what a device prints then is not settled. */
function stopsAt(port: PortDraft, taken: number): Answer {
  const before = taken === 0 ? 'no port took the line' : 'the ports before it took the line'
  return { text: `The range stops at ${shortPortName(port.settings.name)}: ${before}.`, exact: false }
}

/** What is typed at a port-channel and reaches its members: how it switches, and whether it is up (facts J10). */
const REACHES_MEMBERS = /^(?:switchport|shutdown)\b/

/** A port and, where it is a port-channel, the members that take the line too. */
function withMembers(draft: DeviceDraft, port: PortDraft, { syntax }: Command): readonly PortDraft[] {
  const id = idOf(port)
  if (id?.kind !== 'Port-channel' || !REACHES_MEMBERS.test(syntax)) return [port]
  const members = draft.ports.filter(
    ({ settings }) => settings.channel.value !== null && readPortName(settings.channel.value)?.key === id.key,
  )
  return [port, ...members]
}

function refusal(text: string, at: number | null): LineRefusal {
  return { answer: { text, exact: false }, at }
}

/** Why a line is no command, in our words: the device's wording of these three is not settled. */
function notUnderstood(match: Match & { found: false }): LineRefusal {
  if (match.why === 'incomplete') return refusal('The command is not complete.', match.at)
  if (match.why === 'ambiguous') return refusal('This word is the beginning of several commands.', match.at)
  return refusal('No such word here, or one that is not simulated.', match.at)
}
