import type { SourceId } from '../../net/settings.ts'
import { FIRST_VLAN, LAST_VLAN, type Vid, type VlanSet, vlanSet } from '../../net/vlan-set.ts'

/** A VLAN of a bridge port: whether it leaves without a tag, and the line that says so. */
export type Member = { readonly untagged: boolean; readonly by: SourceId }

/**
 * The VLANs of a port of a Linux bridge: the ones it is a member of, the ones that leave without a tag, and the one that untagged
 * frames are in, its PVID (facts A3, E4). The three need not agree, as they do on a switch's port.
 */
export class PortVlans {
  readonly members = new Map<Vid, Member>()
  pvid: Vid | null = null

  /** `bridge vlan add`: a VLAN that is added again without a flag loses the flag (measured on Linux 6.1). */
  add(range: VlanRange, flags: { readonly pvid: boolean; readonly untagged: boolean }, by: SourceId): void {
    for (let vlan = range.from; vlan <= range.to; vlan++) {
      this.members.set(vlan, { untagged: flags.untagged, by })
      if (flags.pvid) this.pvid = vlan
      else if (this.pvid === vlan) this.pvid = null
    }
  }

  /** `bridge vlan del`. */
  remove(range: VlanRange): void {
    for (let vlan = range.from; vlan <= range.to; vlan++) this.members.delete(vlan)
    if (this.pvid !== null && !this.members.has(this.pvid)) this.pvid = null
  }

  clear(): void {
    this.members.clear()
    this.pvid = null
  }

  /** The VLANs of which this holds. */
  where(test: (member: Member, vlan: Vid) => boolean): VlanSet {
    const found: Vid[] = []
    for (const [vlan, member] of this.members) if (test(member, vlan)) found.push(vlan)
    return vlanSet(...found)
  }

  /** The lines behind the members of which this holds. */
  sourcesWhere(test: (member: Member, vlan: Vid) => boolean): SourceId[] {
    const ids = new Set<SourceId>()
    for (const [vlan, member] of this.members) if (test(member, vlan)) ids.add(member.by)
    return [...ids]
  }
}

/** VLANs from one to another, both included. */
export type VlanRange = { readonly from: Vid; readonly to: Vid }

/** A VLAN or a range as `bridge` takes and prints it: `10`, `20-30`. Null for what is none: 0 and 4095 are refused (measured). */
export function readVlanRange(written: string): VlanRange | null {
  const [, low, high = low] = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(written) ?? []
  if (low === undefined || high === undefined) return null
  const range = { from: Number(low), to: Number(high) }
  return range.from < FIRST_VLAN || range.to > LAST_VLAN || range.to < range.from ? null : range
}
