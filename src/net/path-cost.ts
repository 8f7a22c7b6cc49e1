import { interfaceKind, speedOf } from './interface-kind.ts'

/** The two tables of costs: 16 bits wide as in 802.1D-1998, or 32 bits as in 802.1D-2004. */
export type PathCostMethod = 'short' | 'long'

/** What a cost is by either table. */
export type PathCosts = Readonly<Record<PathCostMethod, number>>

/** The beginning of a port's name that may be an abbreviation: at least two letters. */
const WORD = /^[a-z]{2,}/i

/** Where neither end of a link tells its speed: the same for all such links. */
const SPEED_UNKNOWN = 1_000

/** The short table: what a bandwidth of at least so many megabits per second costs. What lies between costs as the next below. */
const SHORT = [
  { from: 20_000, cost: 1 },
  { from: 10_000, cost: 2 },
  { from: 2_000, cost: 3 },
  { from: 1_000, cost: 4 },
  { from: 200, cost: 12 },
  { from: 0, cost: 19 },
] as const

/** The long table is a division: 20 Tb/s by the bandwidth in Mb/s. */
const LONG_OVER = 20_000_000

/**
 * The cost of a link without a line about it, by the names of the physical ports at its ends: a link is as fast as its slower end, and
 * a bundle as fast as its members together. Names such as `Ethernet1/1`, `eth0` or `swp1` tell no speed, and all such links are taken
 * to be alike. The tables are those of 802.1D; which of them a platform goes by is the option `pathCosts`.
 */
export function usualCosts(near: readonly string[], far: readonly string[]): PathCosts {
  const known = [...near, ...far].map(namedSpeed).filter((speed) => speed !== null)
  const slowest = known.length > 0 ? Math.min(...known) : SPEED_UNKNOWN
  const bandwidth = slowest * Math.max(near.length, 1)
  return {
    short: SHORT.find(({ from }) => bandwidth >= from)?.cost ?? 1,
    long: Math.max(1, Math.round(LONG_OVER / bandwidth)),
  }
}

/** The megabits per second that the name of a port tells; null where it tells none. */
function namedSpeed(name: string): number | null {
  const word = WORD.exec(name)?.[0]
  const kind = word === undefined ? null : interfaceKind(word)
  return kind && speedOf(kind)
}
