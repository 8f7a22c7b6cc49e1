import { gravest, HARMLESS, type LineFate, MODELLED } from '../line-fate.ts'
import { LineLog, LONGEST_COMMAND, NOTHING, WHOLE_SWITCH } from '../line-log.ts'
import type { LineState, Touches } from '../reading.ts'
import { isScript, readShellLine } from '../shell-line.ts'
import type { TextLine } from '../text-lines.ts'
import { type BridgeCommand, readBridgeCommands } from './commands.ts'
import type { BridgePortDraft, BridgesDraft } from './draft.ts'
import type { JsonListing } from './json.ts'
import {
  isLinkDetail,
  isStateLine,
  LISTING_HEADER,
  type ListingRow,
  readBridgeDetail,
  readDetail,
  readLinkLine,
  readListingRow,
} from './listing.ts'
import { readVlanRange } from './port-vlans.ts'

/** Words of our subject: a line that holds one and is not understood may change anything on the bridge. */
const SUBJECT = /vlan|bridge|pvid|trunk|brctl/i
const TOOLS = ['bridge', 'ip'] as const

/** Reads what `bridge` and `ip link` print and take, one line after the other, in any order. */
export class BridgeReader {
  readonly log = new LineLog()
  readonly #draft: BridgesDraft
  /** Lines that begin with `#` are comments, since the text has commands without a prompt. */
  readonly #script: boolean
  /** Ports of the listing at hand: what a new listing shows of a port is all the port has. */
  #listed: Set<string> | null = null
  #row: BridgePortDraft | null = null
  /** The row above, while lines of `bridge -d` may follow it, and where it stands in the log. */
  #last: { readonly row: ListingRow; readonly index: number } | null = null
  #link: string | null = null

  constructor(draft: BridgesDraft, text: string) {
    this.#draft = draft
    this.#script = isScript(text, TOOLS)
  }

  /** Reads one line of text. */
  line(line: TextLine): void {
    const { text } = line
    if (text.trim() === '') return this.#note(line, 'harmless')
    if (text.length > LONGEST_COMMAND) return this.#unknown(line)
    if (this.#script && text.trim().startsWith('#')) return this.#note(line, 'harmless')
    if (LISTING_HEADER.test(text)) {
      this.#listed = new Set()
      this.#row = null
      return this.#note(line, 'harmless')
    }
    if (this.#detail(line) || this.#links(line)) return
    const row = this.#listed ? readListingRow(text) : null
    if (row && this.#listing(line, row)) return
    if (!this.#typed(line)) this.#unknown(line)
  }

  /** Reads the lines that a listing in JSON stands on. */
  json(lines: readonly TextLine[], listing: JsonListing): void {
    const strange = new Map<number, Set<string>>()
    const numbers = new Map(lines.map((line) => [line.number, line]))
    for (const { name, line } of listing.ports) this.#draft.listedPort(name, line).vlans.clear()
    for (const { port, from, to, flags, line } of listing.vlans) {
      const range = readVlanRange(`${from}-${to}`)
      const unread = flags.some((flag) => flag !== 'PVID' && flag !== 'Egress Untagged')
      if (!range || unread) strange.set(line, (strange.get(line) ?? new Set()).add(port))
      if (!range) continue
      const by = this.#draft.written(line, (numbers.get(line)?.text ?? '').slice(0, 200))
      const said = { pvid: flags.includes('PVID'), untagged: flags.includes('Egress Untagged') }
      this.#draft.listedPort(port, line).vlans.add(range, said, by)
    }
    for (const line of lines) {
      const ports = strange.get(line.number)
      if (ports) this.#note(line, 'unmodelled', { what: 'ports', ports: [...ports] })
      else this.#note(line, line.text.trim() === '' ? 'harmless' : 'modelled')
    }
  }

  #note(line: TextLine, state: LineState, touches: Touches = NOTHING): void {
    this.log.note(line.number, line.text, state, touches)
  }

  #unknown(line: TextLine): void {
    this.#note(line, 'unknown', SUBJECT.test(line.text) ? WHOLE_SWITCH : NOTHING)
  }

  #detail(line: TextLine): boolean {
    if (!this.#row) return false
    const detail = readDetail(line.text)
    if (detail === null) return false
    if (isStateLine(line.text)) this.#mayHide(this.#row)
    if (detail === 'harmless') this.#note(line, 'harmless')
    else this.#note(line, 'unmodelled', { what: 'port', port: this.#row.name })
    return true
  }

  /**
   * `bridge -d` shows VLANs in a row as one range, but of a range that begins with the PVID the PVID only: those behind it are not
   * shown (measured with iproute2 6.1 on Linux 6.1). So a tagged PVID may have others behind it.
   */
  #mayHide(port: BridgePortDraft): void {
    const last = this.#last
    this.#last = null
    const reading = last && this.log.lines[last.index]
    if (!last || !reading || !last.row.pvid) return
    port.mayHide = true
    if (last.row.untagged) return
    const touches = { what: 'port', port: port.name } as const
    this.log.lines[last.index] = { ...reading, state: 'unmodelled', touches }
  }

  /** What `ip link` and `bridge link` print: which bridge a port is in, and whether a bridge filters. */
  #links(line: TextLine): boolean {
    const bridge = this.#link === null ? null : readBridgeDetail(line.text)
    if (bridge && this.#link !== null) {
      const draft = this.#draft.bridge(this.#link, line.number)
      const from = [this.#draft.written(line.number, line.text)]
      draft.filtering = { value: bridge.filtering, from }
      if (bridge.defaultPvid !== null) draft.defaultPvid = { value: bridge.defaultPvid || null, from }
      this.#note(line, 'modelled')
      return true
    }
    const link = readLinkLine(line.text)
    if (link) {
      this.#listed = null
      this.#row = null
      this.#link = link.name
      if (link.master !== null) this.#master(line, link.name, link.master)
      this.#note(line, link.master === null ? 'harmless' : 'modelled')
      return true
    }
    if (this.#link === null || this.#listed || !isLinkDetail(line.text)) return false
    this.#note(line, 'harmless')
    return true
  }

  #master(line: TextLine, port: string, bridge: string): void {
    this.#draft.bridge(bridge, line.number)
    this.#draft.listedPort(port, line.number).master = bridge
  }

  #listing(line: TextLine, row: ListingRow): boolean {
    const port = row.port === null ? this.#row : this.#draft.listedPort(row.port, line.number)
    if (!port || !this.#listed) return false
    this.#row = port
    if (!this.#listed.has(port.name)) {
      this.#listed.add(port.name)
      port.vlans.clear()
      port.assumedStart = false
    }
    if (row.range) port.vlans.add(row.range, row, this.#draft.written(line.number, line.text))
    this.#last = { row, index: this.log.lines.length }
    this.#note(line, 'modelled')
    return true
  }

  /** A prompt, or a command with or without one. */
  #typed(line: TextLine): boolean {
    const { host, prompted, command } = readShellLine(line.text)
    if (host !== null && host !== 'localhost') this.#draft.host ??= host
    const commands = readBridgeCommands(command)
    if (!commands && !prompted) return false
    this.#row = null
    const { state, touches } = gravest((commands ?? []).map((each) => this.#command(line, each)))
    this.#note(line, state, touches)
    return true
  }

  #command(line: TextLine, command: BridgeCommand): LineFate {
    const { number } = line
    if (command.does === 'nothing') return HARMLESS
    if (command.does === 'not-understood') {
      return {
        state: 'unknown',
        touches: command.port === null ? WHOLE_SWITCH : { what: 'port', port: command.port },
      }
    }
    const by = this.#draft.written(number, line.text)
    switch (command.does) {
      case 'add':
        this.#draft.commandedPort(command.port, number).vlans.add(command.range, command, by)
        break
      case 'del':
        this.#draft.commandedPort(command.port, number).vlans.remove(command.range)
        break
      case 'bridge':
        this.#bridge(command, number, by)
        break
      case 'join':
        this.#draft.join(command.port, command.bridge, number, by)
        break
      case 'leave':
        this.#draft.ports.delete(command.port)
        break
      case 'enable':
        this.#draft.enabled.set(command.port, { value: command.up, from: [by] })
    }
    return MODELLED
  }

  #bridge(command: BridgeCommand & { does: 'bridge' }, number: number, by: number): void {
    const draft = this.#draft.bridge(command.name, number)
    if (command.filtering !== null) draft.filtering = { value: command.filtering, from: [by] }
    if (command.defaultPvid !== null) {
      draft.defaultPvid = { value: command.defaultPvid || null, from: [by] }
    }
    if (command.made) this.#draft.join(command.name, command.name, number, by)
  }
}
