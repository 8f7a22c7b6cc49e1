import { hasVlan, showVlans, type Vid, type VlanSet } from '../net/vlan-set.ts'

/** What the VLAN that an attack wants is compared with on its ways: sets that may hold it, and VLANs that it may be. */
export type Yardsticks = { readonly sets: ReadonlySet<VlanSet>; readonly vlans: ReadonlySet<Vid> }

/** What holds of each VLAN of a list. */
export type Answers<T> = {
  /** Every answer that was given, some of them alike. */
  readonly given: readonly T[]
  /** The answer for one VLAN of the list; undefined for any other. */
  readonly of: (vlan: Vid) => T | undefined
}

/** VLANs of which the same sets hold each, and the place of the kind of each VLAN among the kinds. */
type Kinds = { readonly kinds: readonly (readonly Vid[])[]; readonly placeOf: ReadonlyMap<Vid, number> }

const TEXTS = new WeakMap<VlanSet, string>()

/**
 * A list of VLANs that is asked about as a whole: where nothing compares two of them with anything that tells them apart, one of
 * them answers for both. The kinds by the same sets are found once, so that asking costs what differs, not what is listed.
 */
export class VlanKinds {
  readonly vlans: readonly Vid[]
  readonly #known = new Map<string, Kinds>()

  constructor(vlans: readonly Vid[]) {
    this.vlans = vlans
  }

  /** Asks of each VLAN that is compared with by itself, and of one VLAN of each kind of the others. */
  ask<T>({ sets, vlans }: Yardsticks, question: (vlan: Vid) => T): Answers<T> {
    const { kinds, placeOf } = this.#by(sets)
    const alone = new Map<Vid, T>()
    for (const vlan of vlans) if (placeOf.has(vlan)) alone.set(vlan, question(vlan))
    const together = kinds.map((kind) => {
      const sample = kind.find((vlan) => !alone.has(vlan))
      return sample === undefined ? [] : [question(sample)]
    })
    return {
      given: [...alone.values(), ...together.flat()],
      of: (vlan) => (alone.has(vlan) ? alone.get(vlan) : together[placeOf.get(vlan) ?? -1]?.[0]),
    }
  }

  #by(sets: ReadonlySet<VlanSet>): Kinds {
    const different = new Map([...sets].map((set) => [textOf(set), set]))
    const key = [...different.keys()].sort().join(' ')
    const known = this.#known.get(key) ?? kindsOf(this.vlans, [...different.values()])
    this.#known.set(key, known)
    return known
  }
}

function textOf(set: VlanSet): string {
  const known = TEXTS.get(set) ?? showVlans(set)
  TEXTS.set(set, known)
  return known
}

function kindsOf(vlans: readonly Vid[], sets: readonly VlanSet[]): Kinds {
  const byMembership = new Map<string, Vid[]>()
  for (const vlan of vlans) {
    const membership = sets.map((set) => (hasVlan(set, vlan) ? '1' : '0')).join('')
    const alike = byMembership.get(membership)
    if (alike) alike.push(vlan)
    else byMembership.set(membership, [vlan])
  }
  const kinds = [...byMembership.values()]
  const placeOf = new Map(kinds.flatMap((kind, place) => kind.map((vlan): [Vid, number] => [vlan, place])))
  return { kinds, placeOf }
}
