import { type Film, filmOf } from '../../src/flow/film.ts'
import { tag } from '../../src/net/frame.ts'
import { NOTHING_TOLD, tellAll } from '../../src/net/per-vlan.ts'
import { simulate } from '../../src/net/simulate.ts'
import type { Stimulus } from '../../src/net/stimulus.ts'
import type { Trace } from '../../src/net/trace.ts'
import { cables, frameFrom, networkOf, portWith, station, switchOf } from '../net/scene.ts'

const EVIL = '02:00:00:00:66:01'
const VICTIM = '02:00:00:00:20:02'

/** The film of the last event that fits; a scene without one is a broken test. */
export function filmTo(trace: Trace, fits: (event: Trace['events'][number]) => boolean): Film {
  const proof = trace.events.findLast(fits)
  if (!proof) throw new Error('The scene does not get there.')
  return filmOf(trace, proof.id)
}

/** Double tagging over a trunk with this native VLAN on both ends; the attacker sits in VLAN 1. */
export function doubleTagging(native = 1): Film {
  const trunk = portWith('Gi0/24', 'trunk', { nativeVlan: native })
  const network = networkOf(
    [
      station('EVIL', { kind: 'attacker', mac: EVIL }),
      switchOf('SW1', [portWith('Gi0/5', 'access'), trunk], { options: { tagOnAccess: 'accept-own' } }),
      switchOf('SW2', [trunk, portWith('Gi0/7', 'access', { accessVlan: 20 })]),
      station('ESX-B', { kind: 'host', mac: VICTIM }),
    ],
    cables('EVIL.eth0 - SW1.Gi0/5', 'SW1.Gi0/24 - SW2.Gi0/24', 'SW2.Gi0/7 - ESX-B.eth0'),
  )
  const frame = frameFrom(EVIL, [tag(1), tag(20)], VICTIM)
  const send: Stimulus = { when: { at: 10 }, do: 'send', device: 'EVIL', port: 'eth0', frame }
  const trace = simulate(network, [send])
  return filmTo(
    trace,
    (e) => (e.kind === 'deliver' && e.device === 'ESX-B') || (e.kind === 'relay' && e.device === 'SW2'),
  )
}

/** A fake switch on a dynamic port of SW1, which then sends into VLAN 20 through the trunk it was given. */
export function spoofing(mode: 'dynamic auto' | 'access' = 'dynamic auto'): Film {
  const network = networkOf(
    [
      station('EVIL', { kind: 'spoofer', mac: EVIL, domain: '', startsAt: 1000, repeats: 'once' }),
      switchOf('SW1', [portWith('Gi0/5', mode, { accessVlan: 10 }), portWith('Gi0/24', 'trunk')]),
      switchOf('SW2', [portWith('Gi0/24', 'trunk'), portWith('Gi0/7', 'access', { accessVlan: 20 })]),
      station('ESX-B', { kind: 'host', mac: VICTIM }),
    ],
    cables('EVIL.eth0 - SW1.Gi0/5', 'SW1.Gi0/24 - SW2.Gi0/24', 'SW2.Gi0/7 - ESX-B.eth0'),
  )
  const frame = frameFrom(EVIL, [tag(20)], VICTIM)
  const send: Stimulus = { when: { at: 5000 }, do: 'send', device: 'EVIL', port: 'eth0', frame }
  const trace = simulate(network, [send])
  return mode === 'access'
    ? filmTo(trace, (e) => e.kind === 'negotiate' && e.port === 'Gi0/5')
    : filmTo(trace, (e) => e.kind === 'deliver' && e.device === 'ESX-B')
}

/** A frame that ends at the port which spanning tree blocks, in a triangle of switches of which SW1 is told to be the root. */
export function redundant(): Film {
  const trunk = (name: string) => portWith(name, 'trunk', { negotiate: false })
  const network = networkOf(
    [
      station('PC', { kind: 'attacker', mac: EVIL }),
      switchOf('SW1', [portWith('Gi0/5', 'access'), trunk('Gi0/23'), trunk('Gi0/24')], {
        priority: tellAll(NOTHING_TOLD, 4096),
      }),
      switchOf('SW2', [trunk('Gi0/23'), trunk('Gi0/24')]),
      { ...switchOf('SW3', [trunk('Gi0/23'), trunk('Gi0/24')]), mac: '02:aa:00:00:33:00' },
    ],
    cables(
      'PC.eth0 - SW1.Gi0/5',
      'SW1.Gi0/23 - SW2.Gi0/23',
      'SW1.Gi0/24 - SW3.Gi0/23',
      'SW2.Gi0/24 - SW3.Gi0/24',
    ),
  )
  const send: Stimulus = { when: { at: 10 }, do: 'send', device: 'PC', port: 'eth0', frame: frameFrom(EVIL) }
  const trace = simulate(network, [send], { spanningTree: 'pvst' })
  return filmTo(trace, ({ decision }) => decision === 'drop/blocked')
}
