import type { EventId, Millis } from '../event.ts'
import type { Mac } from '../frame.ts'
import type { MacEntry } from '../state.ts'
import type { Vid } from '../vlan-set.ts'
import type { PortRun } from './port-run.ts'

/** Where an address lives, the event by which the switch learned it, and when it was last seen. */
export type Learned = { port: PortRun; readonly event: EventId; seen: Millis }

/** A switch's MAC table: addresses by VLAN. */
export class MacTable {
  readonly #vlans = new Map<Vid, Map<Mac, Learned>>()

  /** Where this address was seen in this VLAN. */
  find(vlan: Vid, mac: Mac): Learned | undefined {
    return this.#vlans.get(vlan)?.get(mac)
  }

  /** Notes where an address lives. */
  put(vlan: Vid, mac: Mac, learned: Learned): void {
    let table = this.#vlans.get(vlan)
    if (!table) {
      table = new Map()
      this.#vlans.set(vlan, table)
    }
    table.delete(mac)
    table.set(mac, learned)
  }

  /** Forgets one address. */
  drop(vlan: Vid, mac: Mac): void {
    this.#vlans.get(vlan)?.delete(mac)
  }

  /** Forgets every address behind a port (behind any port, for null); says whether there was one. */
  dropBehind(port: PortRun | null): boolean {
    let found = false
    for (const table of this.#vlans.values()) {
      for (const [mac, learned] of table) {
        if (port && learned.port !== port) continue
        table.delete(mac)
        found = true
      }
    }
    return found
  }

  /** Every entry, for comparison with the state that a trace tells. */
  entries(): MacEntry[] {
    const all: MacEntry[] = []
    for (const [vlan, table] of this.#vlans) {
      for (const [mac, { port, event }] of table) all.push({ vlan, mac, port: port.name, learned: event })
    }
    return all.sort((a, b) => a.learned - b.learned)
  }
}
