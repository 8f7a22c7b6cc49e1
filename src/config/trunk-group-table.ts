import type { Setting, SourceId, TrunkGroup } from '../net/settings.ts'
import { NO_VLANS, unionVlans, type VlanSet, withoutVlans } from '../net/vlan-set.ts'
import { addedSources } from './added-sources.ts'

/** The trunk groups that VLANs are in while a device is read or typed at. */
export class TrunkGroupTable {
  readonly #vlans: Map<string, Setting<VlanSet>>

  /** A table that goes on from these groups. */
  constructor(groups: readonly TrunkGroup[] = []) {
    this.#vlans = new Map(groups.map(({ name, vlans }) => [name, vlans]))
  }

  /** Puts VLANs into a group. */
  join(name: string, vlans: VlanSet, by: readonly SourceId[]): void {
    const { value, from } = this.#vlans.get(name) ?? { value: NO_VLANS, from: [] }
    this.#vlans.set(name, { value: unionVlans(value, vlans), from: addedSources(from, by) })
  }

  /** Takes VLANs out of a group; a group without VLANs is none. */
  leave(name: string, vlans: VlanSet): void {
    const known = this.#vlans.get(name)
    if (!known) return
    const value = withoutVlans(known.value, vlans)
    if (value.length > 0) this.#vlans.set(name, { ...known, value })
    else this.#vlans.delete(name)
  }

  /** Takes VLANs out of every group. */
  leaveAll(vlans: VlanSet): void {
    for (const name of [...this.#vlans.keys()]) this.leave(name, vlans)
  }

  /** The groups by name, ascending. */
  groups(): readonly TrunkGroup[] {
    return [...this.#vlans]
      .map(([name, vlans]) => ({ name, vlans }))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  }
}
