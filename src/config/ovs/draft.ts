import type { Source, SourceId } from '../../net/settings.ts'
import type { PortColumns } from './port-columns.ts'

/** A port while its host is read. */
export type OvsPortDraft = {
  readonly name: string
  readonly line: number
  /** Its bridge; null where only the table of ports names it. */
  bridge: string | null
  readonly columns: PortColumns
  /** Cards of a bond; a port of one card has that card's name. */
  readonly interfaces: string[]
  /** Its whole row in the table of ports was read, `vlan_mode` with it, or a command made it. */
  complete: boolean
  /** The other end of a patch port, by the name of its interface. */
  peer: string | null
}

/** The bridges of Open vSwitch on a host while its text is read. */
export class OvsDraft {
  /** Host name that a prompt gave away. */
  host: string | null = null
  readonly sources: Source[] = []
  readonly bridges = new Map<string, { readonly line: number }>()
  readonly ports = new Map<string, OvsPortDraft>()
  readonly #file: string

  constructor(file: string) {
    this.#file = file
  }

  /** Notes a line as a source and returns its number. */
  written(line: number, text: string): SourceId {
    return this.sources.push({ kind: 'written', file: this.#file, line, text: text.trim() }) - 1
  }

  bridge(name: string, line: number): void {
    if (!this.bridges.has(name)) this.bridges.set(name, { line })
  }

  port(name: string, line: number): OvsPortDraft {
    let known = this.ports.get(name)
    if (!known) {
      const columns = { tag: null, trunks: null, vlanMode: null }
      known = { name, line, bridge: null, columns, interfaces: [], complete: false, peer: null }
      this.ports.set(name, known)
    }
    return known
  }

  removeBridge(name: string): void {
    this.bridges.delete(name)
    for (const port of [...this.ports.values()]) if (port.bridge === name) this.ports.delete(port.name)
  }
}
