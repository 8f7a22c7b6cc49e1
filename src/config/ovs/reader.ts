import { gravest, HARMLESS, type LineFate, MODELLED, onPort } from '../line-fate.ts'
import { LineLog, LONGEST_COMMAND, NOTHING, WHOLE_SWITCH } from '../line-log.ts'
import type { LineState, Touches } from '../reading.ts'
import { isScript, readShellLine } from '../shell-line.ts'
import type { TextLine } from '../text-lines.ts'
import { clearColumns, editColumn, setColumn } from './columns.ts'
import { type Assignment, type OvsCommand, readOvsCommands } from './commands.ts'
import type { OvsDraft, OvsPortDraft } from './draft.ts'
import { PortRecord, readRecordLine } from './record.ts'
import { readShowLine, type ShowLine } from './show-line.ts'
import { readTag, readTrunks, withoutTunnelSecrets } from './values.ts'

/** Words of our subject: a line that holds one and is not understood may change anything on the bridge. */
const SUBJECT = /vlan|bridge|port|trunk|tag\b|ofctl|flow/i

/** Reads what `ovs-vsctl` prints and takes, one line after the other, in any order. */
export class OvsReader {
  readonly log = new LineLog()
  /** The bridge under which a line of `ovs-vsctl show` stands. */
  readonly bridgeOfLine = new Map<number, string>()
  readonly #draft: OvsDraft
  readonly #script: boolean
  #bridge: string | null = null
  #port: OvsPortDraft | null = null
  #record: PortRecord | null = null

  constructor(draft: OvsDraft, text: string) {
    this.#draft = draft
    this.#script = isScript(text, ['ovs-vsctl'])
  }

  /** Reads one line. */
  line(line: TextLine): void {
    const text = line.text.trim()
    if (text === '') {
      this.finish()
      return this.#note(line, 'harmless')
    }
    if (text.length > LONGEST_COMMAND) return this.#unknown(line)
    if (this.#script && text.startsWith('#')) return this.#note(line, 'harmless')
    const record = readRecordLine(text)
    if (record) return this.#recordLine(line, record)
    this.finish()
    const shown = readShowLine(text)
    if (shown && this.#show(line, shown)) return
    if (!this.#typed(line)) this.#unknown(line)
  }

  /** Gives the ports of a table the columns of the row that has ended. */
  finish(): void {
    this.#record?.apply(this.#draft, this.log)
    this.#record = null
  }

  #note(line: TextLine, state: LineState, touches: Touches = NOTHING): void {
    if (this.#bridge !== null) this.bridgeOfLine.set(line.number, this.#bridge)
    this.log.note(line.number, withoutTunnelSecrets(line.text), state, touches)
  }

  #unknown(line: TextLine): void {
    this.#note(line, 'unknown', SUBJECT.test(line.text) ? WHOLE_SWITCH : NOTHING)
  }

  #recordLine(line: TextLine, { column, value }: { column: string; value: string }): void {
    if (this.#record?.has(column)) this.finish()
    this.#record ??= new PortRecord()
    this.#record.add({ column, value, line, index: this.log.lines.length })
    this.#note(line, 'harmless')
  }

  #show(line: TextLine, shown: ShowLine): boolean {
    const { number, text } = line
    const by = () => this.#draft.written(number, text)
    switch (shown.is) {
      case 'bridge':
        this.#draft.bridge(shown.name, number)
        this.#bridge = shown.name
        this.#port = null
        break
      case 'port':
        if (this.#bridge === null) return false
        this.#port = this.#draft.port(shown.name, number)
        this.#port.bridge = this.#bridge
        break
      case 'interface':
        if (!this.#port) return false
        if (!this.#port.interfaces.includes(shown.name)) this.#port.interfaces.push(shown.name)
        break
      case 'tag':
      case 'trunks':
        if (!this.#port) return false
        return this.#column(line, this.#port, shown, by)
      case 'controller':
        this.#note(line, 'unmodelled', WHOLE_SWITCH)
        return true
      case 'fail-mode':
        if (shown.value === 'secure') this.#note(line, 'unmodelled', WHOLE_SWITCH)
        else this.#note(line, 'harmless')
        return true
      case 'options': {
        const peer = /\bpeer="?([^",}]+)/.exec(shown.value)?.[1]
        if (this.#port && peer !== undefined) this.#port.peer = peer
        this.#note(line, 'harmless')
        return true
      }
      case 'harmless':
        this.#note(line, 'harmless')
        return true
    }
    this.#note(line, 'modelled')
    return true
  }

  /** A column as `show` prints it. Where the table of ports told more of this port already, that stays. */
  #column(
    line: TextLine,
    port: OvsPortDraft,
    shown: ShowLine & { is: 'tag' | 'trunks' },
    by: () => number,
  ): boolean {
    const read = shown.is === 'tag' ? readTag(shown.value) : readTrunks(shown.value)
    if (read === undefined) {
      this.#note(line, 'unknown', { what: 'port', port: port.name })
      return true
    }
    if (!port.complete) setColumn(port, { column: shown.is, value: shown.value }, by)
    this.#note(line, 'modelled')
    return true
  }

  /** A prompt, or a command with or without one. */
  #typed(line: TextLine): boolean {
    const { host, prompted, command } = readShellLine(line.text)
    if (host !== null && host !== 'localhost') this.#draft.host ??= host
    const commands = readOvsCommands(command)
    if (!commands && !prompted) return false
    this.#bridge = null
    this.#port = null
    const { state, touches } = gravest((commands ?? []).map((each) => this.#command(line, each)))
    this.#note(line, state, touches)
    return true
  }

  #command(line: TextLine, command: OvsCommand): LineFate {
    const { number, text } = line
    const by = () => this.#draft.written(number, text)
    switch (command.does) {
      case 'nothing':
        return HARMLESS
      case 'unmodelled':
        return { state: 'unmodelled', touches: WHOLE_SWITCH }
      case 'not-understood':
        return command.port === null
          ? { state: 'unknown', touches: WHOLE_SWITCH }
          : onPort(command.port, 'unknown')
      case 'add-bridge':
        this.#addBridge(command.name, number)
        return MODELLED
      case 'del-bridge':
        this.#draft.removeBridge(command.name)
        return MODELLED
      case 'del-port':
        this.#draft.ports.delete(command.name)
        return MODELLED
      case 'add-port':
        return this.#addPort(command, number, by)
      case 'set-port':
        return setColumns(this.#draft.port(command.port, number), command.set, by)
      case 'clear-port':
        return onPort(command.port, clearColumns(this.#draft.port(command.port, number), command.columns))
      case 'add-to-port':
      case 'remove-from-port':
        return onPort(command.port, editColumn(this.#draft.port(command.port, number), command, by))
    }
  }

  /** A bridge is made with a port of its own name, by which the host hangs on it. */
  #addBridge(name: string, number: number): void {
    this.#draft.bridge(name, number)
    const port = this.#draft.port(name, number)
    port.bridge = name
    port.complete = true
  }

  #addPort(command: OvsCommand & { does: 'add-port' }, number: number, by: () => number): LineFate {
    this.#draft.bridge(command.bridge, number)
    const port = this.#draft.port(command.port, number)
    port.bridge = command.bridge
    port.complete = true
    port.interfaces.push(...command.interfaces.filter((name) => !port.interfaces.includes(name)))
    return gravest([MODELLED, setColumns(port, command.set, by)])
  }
}

function setColumns(port: OvsPortDraft, set: readonly Assignment[], by: () => number): LineFate {
  return gravest(set.map((each) => onPort(port.name, setColumn(port, each, by))))
}
