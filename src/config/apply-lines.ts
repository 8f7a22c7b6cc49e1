import type { PortSettingName, PortSettings, Source, SourceId } from '../net/settings.ts'
import type { PortChange, SwitchChanges } from '../net/stimulus.ts'
import type { VlanSet } from '../net/vlan-set.ts'
import type { Answer, Command, CommandMode } from './command.ts'
import { type Match, matchLine, portEffect, type Undo } from './command-tree.ts'
import type { DeviceDraft } from './device-draft.ts'
import { cliDialectNamed, shellDialectNamed } from './dialects.ts'
import { finishDevice } from './finish-device.ts'
import { idOf, type PortDraft } from './port-draft.ts'
import { readPortName, readPortRange, shortPortName } from './port-name.ts'
import { isQuiet } from './quiet.ts'
import type { DeviceReading } from './reading.ts'
import { resumeDraft } from './resume-draft.ts'
import { blankSecrets } from './secrets.ts'
import { typeAtHost } from './type-at-host.ts'
import { tellVlanInterface, vlanOfInterface } from './vlan-interface-line.ts'

/** What typed lines changed, ready to be a `configure` stimulus: every `from` counts into these `sources`. */
export type TypedChange = {
  readonly ports: readonly PortChange[]
  readonly global: SwitchChanges | null
  readonly sources: readonly Source[]
}

/** What the device made of typed lines. Lines before a refused one took effect, as on the device. */
export type Typed = {
  readonly device: DeviceReading
  readonly change: TypedChange
  /** What the device said without refusing. */
  readonly remarks: readonly Answer[]
  /** The first line that was refused, and why; null where all were taken. */
  readonly refused: Refused | null
}

/** A refused line. */
export type Refused = {
  /** Index of the line among those typed. */
  readonly index: number
  readonly line: string
  readonly answer: Answer
  /** Where in the line the word stands that does not fit; null where the whole command was refused. */
  readonly at: number | null
}

/** Types one line under a port, as after `interface NAME`. */
export function applyLine(device: DeviceReading, port: string, line: string): Typed {
  return applyLines(device, [`interface ${port}`, line])
}

/**
 * Types lines in configuration mode, one after the other, with the device's own refusals where their text is settled (facts D1, D3)
 * and in our words where it is not. At a bridge of a host they may be commands of its shell.
 */
export function applyLines(reading: DeviceReading, lines: readonly string[]): Typed {
  const host = shellDialectNamed(reading.dialect)
  if (host) {
    const { device, refused } = typeAtHost(reading, host, lines)
    return { device, change: changeBetween(reading, device), remarks: [], refused }
  }
  const session = new TypedSession(reading)
  let refused: Refused | null = null
  for (const [index, line] of lines.entries()) {
    const answer = session.type(line)
    if (!answer) continue
    refused = { index, line, answer: answer.answer, at: answer.at }
    break
  }
  const device = session.finish()
  return { device, change: changeBetween(reading, device), remarks: session.remarks, refused }
}

/** What following lines belong to. */
type Place =
  | { readonly mode: 'global' }
  | { readonly mode: 'port'; readonly ports: readonly PortDraft[] }
  | { readonly mode: 'vlan'; readonly vlans: VlanSet }
  | { readonly mode: 'vlan-interface'; readonly vlan: number }

/** A refusal and where in the line it points. */
export type LineRefusal = { readonly answer: Answer; readonly at: number | null }

const INTERFACE = /^(default[ \t]+)?int(?:e|er|erf|erfa|erfac|erface)?[ \t]+(range[ \t]+)?(\S.*)$/i

/** Somebody in configuration mode at one device. */
export class TypedSession {
  readonly remarks: Answer[] = []
  #draft: DeviceDraft
  readonly #reading: DeviceReading
  #place: Place = { mode: 'global' }

  constructor(reading: DeviceReading) {
    this.#reading = reading
    this.#draft = resumeDraft(reading, cliDialectNamed(reading.dialect))
  }

  /** The mode whose commands the next line may hold. */
  get mode(): Place['mode'] {
    return this.#place.mode
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

  /** The device as it is now. What is typed afterwards leaves it as it is. */
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
    const reading = finishDevice(this.#draft, around)
    this.#draft = resumeDraft(reading, cliDialectNamed(dialect))
    return reading
  }

  #interface(header: RegExpExecArray, line: string): LineRefusal | null {
    const [, reset, , names = ''] = header
    const named = readPortRange(names)
    const [first] = named ?? []
    const at = line.length - names.length
    if (!named || !first) return refusal(`There is no interface "${names}" here.`, at)
    const vlan = vlanOfInterface(first)
    if (vlan !== null) {
      this.#draft.vlanInterface(vlan, 0)
      this.#place = { mode: 'vlan-interface', vlan }
      return null
    }
    const ports: PortDraft[] = []
    for (const name of named) {
      const known = this.#draft.ports.get(name.key)
      const port = known ?? (name.kind === 'Port-channel' ? this.#draft.port(name, 0) : null)
      if (!port) return refusal(`This switch has no port ${name.written}.`, at)
      ports.push(reset ? (this.#draft.resetPort(name, this.#source(line), 0) ?? port) : port)
    }
    this.#place = reset ? { mode: 'global' } : { mode: 'port', ports }
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

  #run(match: Match & { found: true }, line: string): LineRefusal | null {
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
    this.#tellUnsimulated(command, undo)
    return null
  }

  /** One port after the other, as under `interface range`: at the first that refuses the line it stops. */
  #underPorts(ports: readonly PortDraft[], match: Match & { found: true }, line: string): LineRefusal | null {
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
      const remark = undo ? null : command.remark?.(port, args, this.#draft)
      if (remark && !this.remarks.some(({ text }) => text === remark.text)) this.remarks.push(remark)
      for (const each of withMembers(this.#draft, port, command)) effect?.(each, args, by)
    }
    return null
  }

  #global(command: Command, match: Match & { found: true }, line: string): void {
    const effect = match.undo ? command.noDevice : command.device
    effect?.(this.#draft, match.args as never, this.#source(line))
    if (command.syntax === 'vlan <vlans>' && !match.undo) {
      this.#place = { mode: 'vlan', vlans: match.args[0] as VlanSet }
    }
  }

  #tellUnsimulated(command: Command, undo: Undo | null): void {
    if (command.state === undefined || command.state === 'modelled' || undo || command.port || command.vlans)
      return
    this.remarks.push({ text: 'Taken, but not simulated here.', exact: false })
  }

  #vlanInterface(vlan: number, line: string): boolean {
    return tellVlanInterface(this.#draft.vlanInterface(vlan, 0), line)
  }

  #source(line: string): readonly SourceId[] {
    return [this.#draft.sources.add({ kind: 'typed', text: blankSecrets(line) })]
  }
}

/** Whether a line is meant globally, where one is not: what a mode only takes without an effect does not hide what has one. */
function leadsOut(here: Match, globally: Match & { found: true }): boolean {
  if (!here.found) return here.why !== 'incomplete'
  return isQuiet(here.command) && !isQuiet(globally.command)
}

/** A command of a port under a VLAN interface: most mean nothing for us, and those that do are none there. */
function notUnderThat({ command }: Match & { found: true }): LineRefusal | null {
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

/** The modes in which commands are typed. */
export type TypedMode = CommandMode | 'vlan-interface'

function changeBetween(before: DeviceReading, after: DeviceReading): TypedChange {
  const sources: Source[] = []
  const moved = new Map<SourceId, SourceId>()
  const move = (id: SourceId): SourceId => {
    let to = moved.get(id)
    if (to === undefined) {
      to = sources.push(after.sources[id] ?? { kind: 'assumed', text: 'not told' }) - 1
      moved.set(id, to)
    }
    return to
  }
  const recount = <T extends { readonly from: readonly SourceId[] }>(setting: T): T => ({
    ...setting,
    from: setting.from.map(move),
  })
  const ports: PortChange[] = []
  for (const port of after.device.ports) {
    const old = before.device.ports.find(({ name }) => name === port.name)
    const changed = settingNames(port).filter((name) => port[name] !== old?.[name])
    if (changed.length === 0) continue
    ports.push({
      port: port.name,
      settings: Object.fromEntries(changed.map((name) => [name, recount(port[name])])),
    })
  }
  const { tagNative, vtpDomain, vtpMode, vlans } = after.device
  const global: SwitchChanges = {
    ...(tagNative === before.device.tagNative ? {} : { tagNative: recount(tagNative) }),
    ...(vtpDomain === before.device.vtpDomain ? {} : { vtpDomain: recount(vtpDomain) }),
    ...(vtpMode === before.device.vtpMode ? {} : { vtpMode: recount(vtpMode) }),
    ...(vlans.existing === before.device.vlans.existing && vlans.suspended === before.device.vlans.suspended
      ? {}
      : { vlans: { existing: recount(vlans.existing), suspended: recount(vlans.suspended) } }),
  }
  return { ports, global: Object.keys(global).length > 0 ? global : null, sources }
}

function settingNames(port: PortSettings): PortSettingName[] {
  return (Object.keys(port) as (keyof PortSettings)[]).filter((name) => name !== 'name')
}
