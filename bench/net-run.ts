/** Prints one figure of the simulation core, named by the argument; a program of its own, so that it can be bundled and its heap set. */
import { simulate } from '../src/net/simulate.ts'
import { tally } from '../src/net/tally.ts'
import { best, broadcasts, mesh, row, SETTINGS } from './net-scene.ts'

/** Something every engine does: 64 bytes copied into a fresh array and looked up by a text key. */
function yardstick(): number {
  const bytes = new Uint8Array(64).fill(0x5a)
  const table = new Map(Array.from({ length: 48 }, (_, i) => [`02:00:00:00:00:${i}`, i]))
  const keys = [...table.keys()]
  let sum = 0
  const times = 1_000_000
  for (let i = 0; i < times; i++) {
    const copy = bytes.slice()
    sum += (copy[i & 63] ?? 0) + (table.get(keys[i % 48] ?? '') ?? 0)
  }
  return sum > 0 ? times : 0
}

/** Deliveries a second of CPU in a row of this many switches. */
function throughput(switches: number, frames: number): number {
  const network = row(switches)
  const stimuli = broadcasts(frames)
  return best(() => tally(network, stimuli, SETTINGS).deliveries)
}

/** Switches a second of CPU that find their place in the spanning trees of a network full of loops; as many for any size of it. */
function treeRate(switches: number): number {
  const network = mesh(switches)
  const all = 2_000
  return best(() => {
    for (let done = 0; done < all; done += switches) {
      tally(network, [], { ...SETTINGS, spanningTree: 'pvst' })
    }
    return all
  })
}

/** What a host, its port and its cable take in a run: the heap of 1,000 switches over their 24,000 hosts. */
const BYTES_OF_A_HOST = 1_357

/**
 * Reads a second of CPU that each wait for the one before, from memory as large as the state of so many switches: what the machine's
 * caches alone make dearer as a network grows.
 */
function reads(switches: number): number {
  const line = 16
  const lines = Math.floor((switches * 24 * BYTES_OF_A_HOST) / (4 * line))
  const next = new Int32Array(lines * line)
  // A step that shares no factor with the number of lines comes by all of them, and no processor guesses its order.
  const step = Math.floor(lines * 0.618) | 1
  let mixed = 0
  for (let i = 0; i < lines; i++) {
    const after = (mixed + step) % lines
    next[mixed * line] = after * line
    mixed = after
  }
  const times = 3_000_000
  return best(() => {
    let at = 0
    for (let i = 0; i < times; i++) at = next[at] ?? 0
    return at < 0 ? 0 : times
  })
}

const FIGURES: Readonly<Record<string, () => number>> = {
  perFrame: () => tally(row(2), broadcasts(1), SETTINGS).deliveries,
  silent: () => throughput(2, 60_000),
  few: () => throughput(10, 20_000),
  some: () => throughput(250, 800),
  many: () => throughput(1_000, 800),
  someTrees: () => treeRate(250),
  manyTrees: () => treeRate(1_000),
  yardstick: () => best(yardstick),
  fewer: () => throughput(1_000, 200),
  someReads: () => reads(250),
  manyReads: () => reads(1_000),
  traced: () => {
    const network = row(2)
    const stimuli = broadcasts(2_000)
    return best(() => simulate(network, stimuli, SETTINGS).events.length)
  },
}

console.log(FIGURES[process.argv[2] ?? '']?.())
