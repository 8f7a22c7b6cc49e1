import { decodeFrame, encodeFrame, type Frame, type Hex } from '../../src/net/frame.ts'
import type { Network, Switch } from '../../src/net/network.ts'
import { NOTHING_TOLD } from '../../src/net/per-vlan.ts'
import type { ProfileName } from '../../src/net/profiles.ts'
import { defaultPort, type PortSettings, plainVlans } from '../../src/net/settings.ts'
import { simulate } from '../../src/net/simulate.ts'
import { frameOf } from '../../src/net/trace.ts'
import { ALL_VLANS, vlanSet } from '../../src/net/vlan-set.ts'

/**
 * A port of a scenario. A tagged native VLAN takes untagged frames, or with `drop` does not. `untagged` are VLANs that leave without a
 * tag beside the native one, which of the real switches only the Linux bridge can have.
 */
export type ScenarioPort =
  | { readonly mode: 'access'; readonly vlan: number }
  | {
      readonly mode: 'trunk'
      readonly native: number
      readonly allowed: readonly number[]
      readonly tagNative: boolean | 'drop'
      readonly untagged?: readonly number[]
    }
  | { readonly mode: 'down' }

/** One to three switches in a row, `S1.1`-`S1.4` for hosts and `S1.L2` toward S2, and frames put in one after another. */
export type Scenario = {
  readonly id: number | string
  readonly switches: number
  readonly ports: Readonly<Record<string, ScenarioPort>>
  readonly inject: readonly { readonly port: string; readonly frame: Hex }[]
}

/** What left the host ports after each frame that was put in, sorted by port and bytes. */
export type Answer = {
  readonly id: Scenario['id']
  readonly results: readonly { readonly deliveries: readonly (readonly [port: string, frame: Hex])[] }[]
}

/** The real switches there are answers of. */
export const ORACLES = ['linux', 'ovs', 'vde'] as const
export type Oracle = (typeof ORACLES)[number]

const PROFILE: Readonly<Record<Oracle, ProfileName>> = {
  linux: 'oracle-linux',
  ovs: 'oracle-ovs',
  vde: 'oracle-vde',
}

/** Virtual milliseconds between two frames: longer than any of them is on its way. */
const APART = 100
const NIC = 'eth0'
const by = [0]

function settingsOf(name: string, port: ScenarioPort): PortSettings {
  const plain = defaultPort(name, port.mode === 'trunk' ? 'trunk' : 'access', 0)
  switch (port.mode) {
    case 'down':
      return { ...plain, enabled: { value: false, from: by } }
    case 'access':
      return { ...plain, accessVlan: { value: port.vlan, from: by } }
    case 'trunk':
      return {
        ...plain,
        nativeVlan: { value: port.native, from: by },
        allowedVlans: { value: vlanSet(...port.allowed), from: by },
        tagNative: { value: port.tagNative !== false, from: by },
        untagged: { value: port.tagNative === 'drop' ? 'drop' : 'accept', from: by },
        egressUntagged: { value: vlanSet(...(port.untagged ?? [])), from: by },
      }
  }
}

/** The network of a scenario: every host port has a station that only listens. */
export function networkOf(scenario: Scenario, oracle: Oracle): Network {
  const names = Object.keys(scenario.ports)
  const hostPorts = names.filter((name) => !name.includes('.L'))
  const switches = Array.from({ length: scenario.switches }, (_, i): Switch => {
    const name = `S${i + 1}`
    return {
      kind: 'switch',
      name,
      profile: PROFILE[oracle],
      options: {},
      mac: `02:aa:00:00:0${i + 1}:00`,
      ports: names
        .filter((port) => port.startsWith(`${name}.`))
        .map((port) => settingsOf(port.slice(3), scenario.ports[port] ?? { mode: 'down' })),
      vlans: plainVlans({ value: ALL_VLANS, from: by }),
      tagNative: { value: false, from: by },
      vtpDomain: { value: '', from: by },
      vtpMode: { value: 'off', from: by },
      bridgePriority: { value: NOTHING_TOLD, from: by },
      pathCostMethod: { value: 'platform-default', from: by },
    }
  })
  return {
    devices: [
      ...switches,
      ...hostPorts.map((name) => ({
        kind: 'station' as const,
        name,
        spec: { kind: 'attacker' as const, mac: '02:00:00:00:00:00' },
      })),
    ],
    links: [
      ...hostPorts.map((name) => ({
        a: { device: name, port: NIC },
        b: { device: name.slice(0, 2), port: name.slice(3) },
      })),
      ...switches.slice(1).map((_, i) => ({
        a: { device: `S${i + 1}`, port: `L${i + 2}` },
        b: { device: `S${i + 2}`, port: `L${i + 1}` },
      })),
    ],
    sources: [{ kind: 'assumed', text: 'the scenario says so' }],
  }
}

/** What our simulator says that the switches of this kind would do. */
export function answerOf(scenario: Scenario, oracle: Oracle): Answer {
  const trace = simulate(
    networkOf(scenario, oracle),
    scenario.inject.map(({ port, frame }, i) => ({
      when: { at: (i + 1) * APART },
      do: 'send',
      device: port,
      port: NIC,
      frame: decoded(frame),
    })),
    { shortestFrame: 0 },
  )
  const deliveries = scenario.inject.map((): [string, Hex][] => [])
  for (const event of trace.events) {
    if (event.kind !== 'deliver' || event.frame === null) continue
    const { device, at, frame } = event
    deliveries[Math.floor(at / APART) - 1]?.push([device, encodeFrame(frameOf(trace, frame))])
  }
  return { id: scenario.id, results: deliveries.map((list) => ({ deliveries: list.sort(byPortAndBytes) })) }
}

function byPortAndBytes(a: readonly [string, Hex], b: readonly [string, Hex]): number {
  const [x, y] = [a.join(' '), b.join(' ')]
  return x < y ? -1 : x > y ? 1 : 0
}

function decoded(hex: Hex): Frame {
  const frame = decodeFrame(hex)
  if (!frame) throw new RangeError(`These bytes are no frame: ${hex}`)
  return frame
}
