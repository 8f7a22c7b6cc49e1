import { readFileSync } from 'node:fs'
import { readConfig } from '../src/config/index.ts'

/**
 * What `config.bench.ts` measures, in a process of its own: `read-large.ts speed FILE ROUNDS` or `read-large.ts memory FILE`. Prints
 * JSON.
 */
const [, , what, file = '', rounds = '1'] = process.argv
const bytes = readFileSync(file)

/** Milliseconds that this takes. */
function time(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

function decode(): string {
  return new TextDecoder().decode(bytes)
}

function readAll(): number {
  return readConfig(decode(), { path: file }).devices.reduce(
    (sum, { device }) => sum + device.ports.length,
    0,
  )
}

if (what === 'memory') {
  const ports = readAll()
  console.log(JSON.stringify({ ports, peakMegabytes: process.resourceUsage().maxRSS / 1024 }))
} else {
  const split: number[] = []
  const read: number[] = []
  for (let round = 0; round < Number(rounds); round++) {
    split.push(time(() => decode().split('\n')))
    read.push(time(readAll))
  }
  console.log(JSON.stringify({ split, read }))
}
