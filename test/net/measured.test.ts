import { describe, expect, it } from 'vitest'
import { tag } from '../../src/net/frame.ts'
import type { OptionValues } from '../../src/net/options.ts'
import { simulate } from '../../src/net/simulate.ts'
import { frameOf } from '../../src/net/trace.ts'
import { vlanSet } from '../../src/net/vlan-set.ts'
import { cables, frameFrom, networkOf, portWith, station, switchOf } from './scene.ts'

/** The setting of one measured row; what is left out is the baseline: native 1 on both ends, lenient access ports. */
type Row = {
  readonly id: string
  readonly native?: readonly [number, number]
  readonly strict?: boolean
  readonly tagNative?: boolean
  readonly attackerVlan?: number
  readonly attackerTrunks?: boolean
  readonly pruned?: number
  readonly from?: 'a0' | 'v0'
  readonly sent: readonly number[]
  /** Tags on the wire behind the first and the second trunk; absent where nothing crosses. */
  readonly t12?: readonly number[]
  readonly t23?: readonly number[]
  /** Hosts that get the frame, with the tags it bears there. */
  readonly got: Readonly<Record<string, readonly number[]>>
}

/**
 * What Open vSwitch bridges did with these frames (facts C7). Profile: VLAN 0 counts as untagged, an untagged frame on a tagged
 * native is taken, spanning tree off. a0, b0 on SW1, v0 on SW2, w0 on SW3; VLANs 1, 20, 20, 40.
 */
const ROWS: readonly Row[] = [
  { id: '1', sent: [1, 20], t12: [20], t23: [20], got: { v0: [] } },
  { id: '2', strict: true, sent: [1, 20], got: {} },
  { id: '2b', strict: true, sent: [], t12: [], t23: [1], got: {} },
  { id: '2c', sent: [20], got: {} },
  { id: '3', tagNative: true, sent: [1, 20], t12: [1, 20], t23: [1, 20], got: {} },
  { id: '4', native: [999, 999], sent: [1, 20], t12: [1, 20], t23: [1, 20], got: {} },
  { id: '5', native: [999, 1], sent: [1, 20], t12: [1, 20], t23: [1, 20], got: {} },
  { id: '6', native: [1, 999], sent: [1, 20], t12: [20], t23: [20], got: { v0: [] } },
  { id: '7', sent: [1, 30, 40], t12: [30, 40], t23: [40], got: { w0: [] } },
  { id: '8', sent: [1, 40], t12: [40], t23: [40], got: { w0: [] } },
  { id: '9', sent: [0, 20], t12: [20], t23: [20], got: { v0: [] } },
  { id: '10', strict: true, sent: [0, 20], t12: [20], t23: [20], got: { v0: [] } },
  { id: '11', from: 'v0', sent: [], t12: [20], t23: [20], got: { b0: [] } },
  { id: '12', native: [999, 999], pruned: 1, sent: [1, 20], got: {} },
  { id: '13', attackerVlan: 10, strict: true, sent: [0, 20], t12: [10, 20], t23: [10, 20], got: {} },
  { id: '14', attackerVlan: 10, sent: [10, 20], t12: [10, 20], t23: [10, 20], got: {} },
  { id: '15', attackerVlan: 10, sent: [1, 20], got: {} },
  { id: '16', strict: true, tagNative: true, sent: [0, 20], t12: [1, 20], t23: [1, 20], got: {} },
  { id: '17', strict: true, native: [999, 999], sent: [0, 20], t12: [1, 20], t23: [1, 20], got: {} },
  { id: '18', attackerTrunks: true, sent: [20], t12: [20], t23: [20], got: { b0: [], v0: [] } },
  { id: '19', attackerTrunks: true, sent: [], t12: [], t23: [1], got: {} },
  { id: '20', attackerTrunks: true, from: 'v0', sent: [], t12: [20], t23: [20], got: { a0: [20], b0: [] } },
  { id: '21', native: [1, 20], sent: [], t12: [], t23: [20], got: { v0: [] } },
  { id: '22', native: [1, 20], from: 'v0', sent: [], t12: [], t23: [20], got: { a0: [] } },
]

const MACS = {
  a0: '02:00:00:00:66:01',
  b0: '02:00:00:00:20:01',
  v0: '02:00:00:00:20:02',
  w0: '02:00:00:00:40:01',
}

function run(row: Row) {
  const options: OptionValues = {
    dtp: 'no',
    tagOnAccess: row.strict ? 'drop' : 'accept-own',
    priorityTag: 'as-untagged',
    untaggedOnTaggedNative: 'accept',
    nativeOutsideList: 'refused',
  }
  const [near, far] = row.native ?? [1, 1]
  const allowedVlans = vlanSet(...[1, 10, 20, 30, 40, 999].filter((vid) => vid !== row.pruned))
  const firstTrunk = (nativeVlan: number) => ({ nativeVlan, allowedVlans, tagNative: row.tagNative ?? false })
  const second = { nativeVlan: 30, allowedVlans }
  const network = networkOf(
    [
      switchOf(
        'SW1',
        [
          portWith('a', row.attackerTrunks ? 'trunk' : 'access', { accessVlan: row.attackerVlan ?? 1 }),
          portWith('b', 'access', { accessVlan: 20 }),
          portWith('t12', 'trunk', firstTrunk(near)),
        ],
        { options },
      ),
      switchOf(
        'SW2',
        [
          portWith('v', 'access', { accessVlan: 20 }),
          portWith('t12', 'trunk', firstTrunk(far)),
          portWith('t23', 'trunk', second),
        ],
        { options },
      ),
      switchOf('SW3', [portWith('w', 'access', { accessVlan: 40 }), portWith('t23', 'trunk', second)], {
        options,
      }),
      ...Object.entries(MACS).map(([name, mac]) => station(name, { kind: 'attacker', mac })),
    ],
    cables(
      'a0.eth0 - SW1.a',
      'b0.eth0 - SW1.b',
      'v0.eth0 - SW2.v',
      'w0.eth0 - SW3.w',
      'SW1.t12 - SW2.t12',
      'SW2.t23 - SW3.t23',
    ),
  )
  const from = row.from ?? 'a0'
  const frame = frameFrom(
    MACS[from],
    row.sent.map((vid) => tag(vid)),
  )
  const trace = simulate(network, [{ when: { at: 0 }, do: 'send', device: from, port: 'eth0', frame }])
  const tagsAt = (id: number | null) => (id === null ? [] : frameOf(trace, id).tags.map((t) => t.vid))
  const wire = (port: string) => {
    const crossing = trace.events.find((e) => e.kind === 'cross' && e.port === port)
    return crossing ? { [port]: tagsAt(crossing.frame) } : {}
  }
  const got: Record<string, number[]> = {}
  for (const e of trace.events) if (e.kind === 'deliver') got[e.device] = tagsAt(e.frame)
  return { ...wire('t12'), ...wire('t23'), got }
}

describe('what real bridges did with these frames (facts C7)', () => {
  it.each(ROWS.map((row) => [row.id, row] as const))('row %s', (_, row) => {
    const { t12, t23, got } = row
    expect(run(row)).toEqual({ ...(t12 && { t12 }), ...(t23 && { t23 }), got })
  })
})
