/** What a port adds to the way to the root where no line says it: alone, and as a bundle of two (the short values of 802.1D-1998). */
const COSTS = [
  { named: /^fa/i, alone: 19, bundled: 12 },
  { named: /^gi/i, alone: 4, bundled: 3 },
  { named: /^te/i, alone: 2, bundled: 1 },
  { named: /^(?:fo|hu|twe)/i, alone: 1, bundled: 1 },
] as const

/** Where neither end of a link tells its speed: the same for all such links. */
const SPEED_UNKNOWN = 4

/**
 * The cost of a link without a line about it, by the names of the physical ports at its ends, as documented: a link is as fast as its
 * slower end. Names such as `Ethernet1/1` tell no speed. A bundle of more than two ports is taken for one of two.
 */
export function usualCost(near: readonly string[], far: readonly string[]): number {
  const known = [...near, ...far].flatMap((name) => COSTS.find(({ named }) => named.test(name)) ?? [])
  const isBundle = near.length > 1
  return (
    known.reduce((most, { alone, bundled }) => Math.max(most, isBundle ? bundled : alone), 0) || SPEED_UNKNOWN
  )
}
