import type { Event, LoopCut, LoopWay } from './event.ts'
import type { Endpoint, Network } from './network.ts'
import type { Stimulus } from './stimulus.ts'
import type { Trace } from './trace.ts'

/**
 * The run of a network as that of another one, which differs from it in nothing but the names of devices and what its sources say, and to
 * which the same was done.
 */
export function retold(run: Trace, network: Network, stimuli: readonly Stimulus[]): Trace {
  const names = new Map(run.network.devices.map(({ name }, place) => [name, network.devices[place]?.name]))
  const called = (name: string) => names.get(name) ?? name
  const typed = stimuli.flatMap((each) => (each.do === 'configure' ? each.sources : []))
  return {
    ...run,
    network,
    stimuli,
    sources: [...network.sources, ...typed],
    events: run.events.map((event) => renamed(event, called)),
  }
}

type Called = (name: string) => string

function renamed(event: Event, called: Called): Event {
  const own = { ...event, device: called(event.device) }
  if (own.kind === 'cross' || own.kind === 'cable') return { ...own, to: endOf(own.to, called) }
  if (own.kind === 'block' && own.cuts) return { ...own, cuts: own.cuts.map((cut) => cutOf(cut, called)) }
  return own
}

function endOf({ device, port }: Endpoint, called: Called): Endpoint {
  return { device: called(device), port }
}

function cutOf(cut: LoopCut, called: Called): LoopCut {
  const wayOf = (way: LoopWay): LoopWay => ({ ...way, over: endOf(way.over, called) })
  return {
    ...cut,
    root: called(cut.root),
    rival: cut.rival === null ? null : called(cut.rival),
    kept: cut.kept && wayOf(cut.kept),
    cut: wayOf(cut.cut),
  }
}
