import fc from 'fast-check'
import { BROADCAST, type Tag } from '../../src/net/frame.ts'
import type { Network } from '../../src/net/network.ts'
import type { PortMode } from '../../src/net/settings.ts'
import type { Stimulus } from '../../src/net/stimulus.ts'
import type { RunSettings } from '../../src/net/trace.ts'
import { NO_VLANS, vlanSet } from '../../src/net/vlan-set.ts'
import { bare, cables, frameFrom, networkOf, portWith, station, switchOf } from './scene.ts'

const VIDS = [1, 10, 20, 999]
const vid = fc.constantFrom(...VIDS)
const mode: fc.Arbitrary<PortMode> = fc.constantFrom(
  'access',
  'access',
  'trunk',
  'trunk',
  'dynamic auto',
  'dynamic desirable',
  'platform-default',
  'dot1q-tunnel',
)

/** Values of a port as tests write them. */
const values = fc.record({
  accessVlan: vid,
  nativeVlan: vid,
  allowedVlans: fc.subarray(VIDS).map((list) => vlanSet(...list)),
  tagNative: fc.constantFrom('inherit' as const, 'inherit' as const, true),
  egressUntagged: fc.constantFrom(NO_VLANS, NO_VLANS, vlanSet(20)),
  voiceVlan: fc.constantFrom('none' as const, 'none' as const, 'dot1p' as const, 20),
  negotiate: fc.boolean(),
  enabled: fc.constantFrom(true, true, true, false),
})
const port = fc.record({ mode, values })
const tags: fc.Arbitrary<Tag[]> = fc.array(
  fc.record({
    vid: fc.constantFrom(0, 1, 10, 20, 999, 4095),
    pcp: fc.nat(7),
    dei: fc.boolean(),
    tpid: fc.constantFrom(0x8100, 0x8100, 0x88a8),
  }),
  { maxLength: 3 },
)

export const HOSTS = ['h1', 'h2', 'h3', 'h4'] as const
export const macOf = (host: string) => `02:00:00:00:00:0${host.at(-1)}`

/** What is done to a random network, one of these after another. */
const deed = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      from: fc.constantFrom(...HOSTS),
      to: fc.constantFrom(...HOSTS, 'all', 'cdp'),
      tags,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('set' as const),
      device: fc.constantFrom('S1', 'S2'),
      port: fc.constantFrom('1', '2', 'L'),
      to: port,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pull' as const), host: fc.constantFrom(...HOSTS) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), long: fc.constantFrom(40_000, 310_000) }),
  },
)

const hostPort = (host: string) => ({
  device: host === 'h1' || host === 'h2' ? 'S1' : 'S2',
  port: host === 'h1' || host === 'h3' ? '1' : '2',
})

export type RandomScene = { network: Network; stimuli: Stimulus[]; settings: Partial<RunSettings> }

/** Two switches with two hosts each and a link between them, set at random, and up to eight things done to them. */
export const randomScene: fc.Arbitrary<RandomScene> = fc
  .record({
    ports: fc.array(port, { minLength: 6, maxLength: 6 }),
    profile: fc.constantFrom('ios', 'catalyst-2950', 'nxos', 'linux-bridge', 'open-vswitch', 'oracle-vde'),
    deeds: fc.array(deed, { minLength: 1, maxLength: 8 }),
    otherwise: fc.constantFrom('permissive', 'strict'),
    spanningTree: fc.constantFrom('none', 'none', 'pvst'),
    spoofer: fc.boolean(),
  })
  .map(({ ports, profile, deeds, otherwise, spanningTree, spoofer }) => {
    const made = (index: number, name: string) => {
      const at = ports[index]
      return portWith(name, at?.mode ?? 'access', at?.values ?? {})
    }
    const network = networkOf(
      [
        switchOf('S1', [made(0, '1'), made(1, '2'), made(2, 'L')], { profile }),
        switchOf('S2', [made(3, '1'), made(4, '2'), made(5, 'L')], { profile }),
        ...HOSTS.map((name) =>
          spoofer && name === 'h1'
            ? station(name, {
                kind: 'spoofer',
                mac: macOf(name),
                domain: '',
                startsAt: 5,
                repeats: 'for-ever',
              })
            : station(name, { kind: 'attacker', mac: macOf(name) }),
        ),
      ],
      cables('h1.eth0 - S1.1', 'h2.eth0 - S1.2', 'h3.eth0 - S2.1', 'h4.eth0 - S2.2', 'S1.L - S2.L'),
    )
    return { network, stimuli: stimuliOf(deeds), settings: { otherwise, spanningTree } }
  })

type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never

function stimuliOf(deeds: readonly Deed[]): Stimulus[] {
  const pulled = new Set<string>()
  const stimuli: Stimulus[] = []
  let at = 100
  for (const d of deeds) {
    at += d.do === 'wait' ? d.long : 50
    stimuli.push(stimulusOf(d, at, pulled))
  }
  return stimuli
}

function stimulusOf(d: Deed, at: number, pulled: Set<string>): Stimulus {
  const when = { at }
  if (d.do === 'wait') return { when, do: 'wait' }
  if (d.do === 'send') {
    const dst = d.to === 'all' ? BROADCAST : d.to === 'cdp' ? '01:00:0c:cc:cc:cc' : macOf(d.to)
    return { when, do: 'send', device: d.from, port: 'eth0', frame: frameFrom(macOf(d.from), d.tags, dst) }
  }
  if (d.do === 'set') {
    const settings = Object.fromEntries(Object.entries(d.to.values).map(([k, v]) => [k, bare(v)]))
    const ports = [{ port: d.port, settings: { ...settings, mode: bare(d.to.mode) } }]
    return { when, do: 'configure', device: d.device, ports, sources: [{ kind: 'typed', text: 'a line' }] }
  }
  const connected = pulled.delete(d.host)
  if (!connected) pulled.add(d.host)
  return { when, do: 'cable', a: { device: d.host, port: 'eth0' }, b: hostPort(d.host), connected }
}
