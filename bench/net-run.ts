/** Prints one figure of the simulation core, named by the argument; a program of its own, so that it can be bundled and its heap set. */
import { simulate } from '../src/net/simulate.ts'
import { tally } from '../src/net/tally.ts'
import { best, broadcasts, row, SETTINGS } from './net-scene.ts'

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

const FIGURES: Readonly<Record<string, () => number>> = {
  perFrame: () => tally(row(2), broadcasts(1), SETTINGS).deliveries,
  silent: () => throughput(2, 60_000),
  few: () => throughput(10, 20_000),
  some: () => throughput(250, 800),
  many: () => throughput(1_000, 200),
  yardstick: () => best(yardstick),
  traced: () => {
    const network = row(2)
    const stimuli = broadcasts(2_000)
    return best(() => simulate(network, stimuli, SETTINGS).events.length)
  },
}

console.log(FIGURES[process.argv[2] ?? '']?.())
