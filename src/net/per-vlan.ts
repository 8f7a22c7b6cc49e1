import { hasVlan, NO_VLANS, unionVlans, type Vid, type VlanSet, withoutVlans } from './vlan-set.ts'

/**
 * A number that may be told for all VLANs and for some of them, as spanning tree has them: what is told of a VLAN wins over what is
 * told of all. `own` has each number once, ascending, and no VLAN twice, so that equal tellings are equal JSON.
 */
export type PerVlan = {
  /** Null where nothing is told of all VLANs. */
  readonly all: number | null
  readonly own: readonly { readonly vlans: VlanSet; readonly value: number }[]
}

/** Nothing is told of any VLAN: the platform's default holds. */
export const NOTHING_TOLD: PerVlan = { all: null, own: [] }

/** The number that holds in a VLAN; null where none is told. */
export function numberIn({ all, own }: PerVlan, vlan: Vid): number | null {
  return own.find(({ vlans }) => hasVlan(vlans, vlan))?.value ?? all
}

/** Tells these VLANs a number of their own, or with null takes theirs back. */
export function tellVlans(told: PerVlan, vlans: VlanSet, value: number | null): PerVlan {
  const left = told.own
    .filter((each) => each.value !== value)
    .map((each) => ({ ...each, vlans: withoutVlans(each.vlans, vlans) }))
    .filter((each) => each.vlans.length > 0)
  if (value === null) return { ...told, own: left }
  const same = told.own.find((each) => each.value === value)?.vlans ?? NO_VLANS
  const own = [...left, { vlans: unionVlans(same, vlans), value }]
  return { ...told, own: own.sort((a, b) => a.value - b.value) }
}

/** Tells all VLANs a number, or with null takes it back; those with a number of their own keep that. */
export function tellAll(told: PerVlan, value: number | null): PerVlan {
  return { ...told, all: value }
}
