import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { egress, ingress } from '../../src/net/bridge.ts'
import type { EventOf } from '../../src/net/event.ts'
import { Run } from '../../src/net/run/run.ts'
import { fork, simulate } from '../../src/net/simulate.ts'
import { apply, initialState, stateAt } from '../../src/net/state.ts'
import { eventOf, frameOf, story, type Trace, USUAL_RUN } from '../../src/net/trace.ts'
import { macOf, type RandomScene, randomScene } from './random-scene.ts'
import { frameFrom } from './scene.ts'

const run = ({ network, stimuli, settings }: RandomScene) => simulate(network, stimuli, settings)
/** The fast lane always looks at the same scenes; `LAW_RUNS=20000 npx vitest run test/net/laws.test.ts` looks at others. */
const RUNS = process.env.LAW_RUNS ? { numRuns: Number(process.env.LAW_RUNS) } : { numRuns: 150, seed: 8 }

/** The VLAN IDs of a frame's tags, outermost first, and everything beneath them. */
function stack(trace: Trace, id: number | null) {
  const frame = frameOf(trace, id ?? -1)
  return { tags: frame.tags.map((t) => `${t.tpid}/${t.vid}`), rest: frame.payload.replace(/(00)+$/, '') }
}

const NO_OPTIONS = (): never => {
  throw new Error('This decision should need no option.')
}

describe('laws of every trace', () => {
  it('the same input gives the same trace, byte for byte', () => {
    fc.assert(
      fc.property(randomScene, (scene) => {
        expect(JSON.stringify(run(scene))).toBe(JSON.stringify(run(scene)))
      }),
      RUNS,
    )
  })

  it('is plain JSON, and its events are numbered and ordered in time', () => {
    fc.assert(
      fc.property(randomScene, (scene) => {
        const trace = run(scene)
        expect(JSON.parse(JSON.stringify(trace))).toEqual(trace)
        trace.events.forEach((event, i) => {
          expect(event.id).toBe(i)
          expect(event.at).toBeGreaterThanOrEqual(trace.events[i - 1]?.at ?? 0)
          for (const cause of event.causes) expect(cause).toBeLessThan(i)
          for (const source of event.because) expect(trace.sources[source]).toBeDefined()
        })
      }),
      RUNS,
    )
  })

  it('tells the state that the run itself ended in', () => {
    fc.assert(
      fc.property(randomScene, ({ network, stimuli, settings }) => {
        const live = new Run(network, stimuli, { ...USUAL_RUN, ...settings })
        const trace = live.trace()
        const told = stateAt(trace, trace.events.length - 1)
        for (const [name, state] of Object.entries(live.state().switches)) {
          const { ports, device, macTable } =
            told.switches[name] ?? initialState(network).switches[name] ?? state
          expect(ports).toEqual(state.ports)
          expect(device).toEqual(state.device)
          expect([...macTable].sort((a, b) => a.learned - b.learned)).toEqual(state.macTable)
        }
      }),
      RUNS,
    )
  })

  it('replays to the same state from any point', () => {
    fc.assert(
      fc.property(randomScene, fc.nat(), (scene, pick) => {
        const trace = run(scene)
        fc.pre(trace.events.length > 0)
        const middle = pick % trace.events.length
        const later = trace.events.slice(middle + 1).reduce(apply, stateAt(trace, middle))
        expect(later).toEqual(stateAt(trace, trace.events.length - 1))
      }),
      RUNS,
    )
  })

  it('forks into the same events up to the fork', () => {
    fc.assert(
      fc.property(randomScene, fc.nat(), (scene, pick) => {
        const trace = run(scene)
        fc.pre(trace.events.length > 0)
        const at = pick % trace.events.length
        const frame = frameFrom(macOf('h2'))
        const forked = fork(trace, at, [
          { when: { after: at }, do: 'send', device: 'h2', port: 'eth0', frame },
        ])
        expect(forked.events.slice(0, at + 1)).toEqual(trace.events.slice(0, at + 1))
        expect(forked.events.some((e) => e.decision === 'station/sends' && e.causes.includes(at))).toBe(true)
      }),
      RUNS,
    )
  })

  it('a story holds the event, all its ancestors and nothing else', () => {
    fc.assert(
      fc.property(randomScene, fc.nat(), (scene, pick) => {
        const trace = run(scene)
        fc.pre(trace.events.length > 0)
        const id = pick % trace.events.length
        const told = new Set(story(trace, id).map((e) => e.id))
        expect(told.has(id)).toBe(true)
        for (const each of told)
          for (const cause of eventOf(trace, each).causes) expect(told.has(cause)).toBe(true)
        for (const each of told)
          if (each !== id) expect([...told].some((e) => eventOf(trace, e).causes.includes(each))).toBe(true)
      }),
      RUNS,
    )
  })
})

describe('laws of every frame', () => {
  it('a frame leaves only by ports that are members of its VLAN, and never where it came in', () => {
    fc.assert(
      fc.property(randomScene, (scene) => {
        const trace = run(scene)
        for (const event of trace.events) {
          if (event.kind !== 'leave') continue
          const { settings, operating, blocked } =
            stateAt(trace, event.id).switches[event.device]?.ports[event.port] ?? missing()
          expect(settings.enabled.value).toBe(true)
          expect(blocked.some(([a, b]) => a <= event.vlan && event.vlan <= b)).toBe(false)
          const inList = settings.allowedVlans.value.some(([a, b]) => a <= event.vlan && event.vlan <= b)
          const native = settings.nativeVlan.value === event.vlan
          if (operating === 'trunk') expect(inList || native).toBe(true)
          else expect([settings.accessVlan.value, settings.voiceVlan.value]).toContain(event.vlan)
          const relay = eventOf(trace, event.causes[0] ?? -1)
          expect(relay.port).not.toBe(event.port)
        }
      }),
      RUNS,
    )
  })

  it('loses the tag that ingress read, gains the one that egress wrote, and keeps all beneath', () => {
    fc.assert(
      fc.property(randomScene, (scene) => {
        const trace = run(scene)
        for (const event of trace.events) {
          if (event.kind !== 'leave') continue
          const relay = eventOf(trace, event.causes[0] ?? -1)
          const entered = eventOf(trace, relay.causes[0] ?? -1) as EventOf<'enter'>
          const came = stack(trace, entered.frame)
          const left = stack(trace, event.frame)
          const beneath = entered.tagRead === null ? came.tags : came.tags.slice(1)
          if (entered.tagRead !== null) expect(came.tags[0]?.endsWith(`/${entered.tagRead}`)).toBe(true)
          expect(event.tagged ? left.tags.slice(1) : left.tags).toEqual(beneath)
          if (event.tagged) expect(left.tags[0]?.endsWith(`/${event.vlan}`)).toBe(true)
          expect(left.rest).toBe(came.rest)
        }
      }),
      RUNS,
    )
  })

  it('is the same on both ends of a cable, and at every station', () => {
    fc.assert(
      fc.property(randomScene, (scene) => {
        const trace = run(scene)
        for (const event of trace.events) {
          if (event.kind !== 'cross' && event.kind !== 'deliver') continue
          expect(event.frame).toBe(eventOf(trace, event.causes[0] ?? -1).frame)
        }
      }),
      RUNS,
    )
  })
})

describe('a port that is shut down or routed', () => {
  it('takes nothing, sends nothing and needs no option for it', () => {
    fc.assert(
      fc.property(randomScene, ({ network }) => {
        const state = initialState(network).switches.S1 ?? missing()
        for (const port of Object.values(state.ports)) {
          const settings = { ...port.settings, enabled: { value: false, from: [] } }
          const view = { ...port, settings, tagNative: state.device.tagNative, vlans: state.device.vlans }
          expect(ingress(view, undefined, NO_OPTIONS).decision).toBe('drop/port-down')
          expect(egress(view, 1, NO_OPTIONS).decision).toBe('hold/port-down')
        }
      }),
      RUNS,
    )
  })
})

function missing(): never {
  throw new Error('The state lacks a switch or port that the trace speaks of.')
}
