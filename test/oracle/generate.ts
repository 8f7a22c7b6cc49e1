import type { Hex } from '../../src/net/frame.ts'
import type { Scenario, ScenarioPort } from './scenario.ts'

/** VLANs that ports and tags use; every oracle knows them. */
const VLANS = [1, 10, 20, 30, 999, 4000]
const HOST_PORTS = 4
const FRAMES = 8
const STATIONS = ['0200000000a1', '0200000000a2', '0200000000b1', '0200000000b2', '0200000000c1']
/** Link-local groups of IEEE and Cisco, and neighbours of theirs that are ordinary groups. */
const SPECIAL_GROUPS = [
  '0180c2000000',
  '0180c2000001',
  '0180c2000003',
  '0180c200000e',
  '0180c200000f',
  '0180c2000010',
  '0180c2000021',
  '01000ccccccc',
  '01000ccccccd',
  '01000cccccce',
  '01000ccdcdcd',
  '01000c000000',
]
const STRANGE_SOURCES = ['0300000000a1', '01005e010203', '000000000000']

/** A stream of numbers in [0, 1): the same for the same seed. Two rounds of a multiply-and-shift hash over a counter. */
export function numbers(seed: number): () => number {
  let counter = seed >>> 0
  return () => {
    counter = (counter + 0x9e3779b9) >>> 0
    let mixed = Math.imul(counter ^ (counter >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
  }
}

/** The scenarios of a seed, one after another: one to three switches at random, eight frames each. */
export function* scenarios(count: number, seed: number): Generator<Scenario> {
  const next = numbers(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  const often = (share: number) => next() < share
  const pick = <T>(of: readonly T[]): T => of[below(of.length)] as T

  const trunk = (): ScenarioPort => {
    const kind = next()
    return {
      mode: 'trunk',
      native: often(0.5) ? 1 : pick(VLANS),
      allowed: VLANS.filter(() => often(0.65)),
      tagNative: kind < 0.65 ? false : kind < 0.85 ? true : 'drop',
    }
  }
  const hostPort = (): ScenarioPort =>
    often(0.65) ? { mode: 'access', vlan: pick(VLANS) } : often(0.9) ? trunk() : { mode: 'down' }

  const tagBytes = (): Hex => {
    const tpid = often(0.85) ? '8100' : often(0.9) ? '88a8' : '9100'
    const vid = often(0.12) ? 0 : often(0.04) ? 4095 : pick(VLANS)
    const priority = often(0.4) ? below(8) << 13 : 0
    const eligible = often(0.2) ? 0x1000 : 0
    return tpid + (priority | eligible | vid).toString(16).padStart(4, '0')
  }
  const frame = (number: number): Hex => {
    const to = next()
    const dst =
      to < 0.42
        ? 'ffffffffffff'
        : to < 0.5
          ? '01005e010203'
          : to < 0.62
            ? pick(SPECIAL_GROUPS)
            : pick(STATIONS)
    const src = often(0.05) ? pick(STRANGE_SOURCES) : pick(STATIONS)
    const tags = Array.from({ length: pick([0, 0, 1, 1, 2, 2, 2, 3]) }, tagBytes).join('')
    return `${dst}${src}${tags}88b5${number.toString(16).padStart(4, '0')}${'a5'.repeat(46 + below(20))}`
  }

  for (let id = 0; id < count; id++) {
    const switches = 1 + below(3)
    const ports: Record<string, ScenarioPort> = {}
    for (let s = 1; s <= switches; s++) {
      for (let p = 1; p <= HOST_PORTS; p++) ports[`S${s}.${p}`] = hostPort()
    }
    for (let s = 1; s < switches; s++) {
      const near = trunk()
      ports[`S${s}.L${s + 1}`] = near
      ports[`S${s + 1}.L${s}`] = often(0.5) ? near : trunk()
    }
    const inject = Array.from({ length: FRAMES }, (_, number) => ({
      port: `S${1 + below(switches)}.${1 + below(HOST_PORTS)}`,
      frame: frame(number),
    }))
    yield { id, switches, ports, inject }
  }
}

/** Scenarios of that seed whose trunks send VLANs untagged beside their native one: for the Linux bridge alone. */
export function* untaggedScenarios(count: number, seed: number): Generator<Scenario> {
  const next = numbers(seed + 1)
  for (const scenario of scenarios(count, seed)) {
    const ports = Object.entries(scenario.ports).map(([name, port]): [string, ScenarioPort] => {
      if (port.mode !== 'trunk') return [name, port]
      const others = port.allowed.filter((vlan) => vlan !== port.native)
      return [name, { ...port, untagged: others.filter(() => next() < 0.5) }]
    })
    yield { ...scenario, id: `untagged ${scenario.id}`, ports: Object.fromEntries(ports) }
  }
}
