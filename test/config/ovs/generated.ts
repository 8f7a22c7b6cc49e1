import fc from 'fast-check'
import { BRIDGE_ITSELF, type HostPort, hostSwitch } from '../../../src/config/host-switch.ts'
import type { DeviceReading } from '../../../src/config/index.ts'
import { NO_COLUMNS, type PortColumns, type VlanMode } from '../../../src/config/ovs/port-columns.ts'
import { ovsPort } from '../../../src/config/ovs/port-settings.ts'
import { vlanSet } from '../../../src/net/vlan-set.ts'

const vid = fc.integer({ min: 1, max: 4094 })
const trunks = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 4094 }), fc.nat(40)), { minLength: 1, maxLength: 6 })
  .map((ranges) =>
    vlanSet(...ranges.map(([from, more]): [number, number] => [from, Math.min(4094, from + more)])),
  )

const by = <T>(value: T) => ({ value, from: [0] })
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null })

/** Columns as the database of Open vSwitch takes them for a port of each mode. */
const columns: fc.Arbitrary<PortColumns> = fc.oneof(
  fc.constant(NO_COLUMNS),
  vid.map((tag) => ({ ...NO_COLUMNS, tag: by(tag) })),
  trunks.map((set) => ({ ...NO_COLUMNS, trunks: by(set) })),
  fc
    .tuple(vid, maybe(trunks), fc.constantFrom<VlanMode>('native-tagged', 'native-untagged'))
    .map(([tag, set, mode]) => ({ tag: by(tag), trunks: set && by(set), vlanMode: by(mode) })),
)

const NAMES = ['br0', 'eth0', 'bond0', 'vnet1', 'vif2.0']
const OWN = { trunkOfAll: 0, accessByTag: 0, noZero: 0 }

function reading(made: readonly PortColumns[]): DeviceReading {
  const ports = made.flatMap((each, index): HostPort[] => {
    const name = NAMES[index] ?? `vnet${index}`
    const settings = ovsPort(name, each, OWN)
    const cards = name === 'bond0' ? ['eth7', 'eth8'] : []
    const members = cards.map((card) => ({ ...settings, name: card, channel: by<string | null>(name) }))
    const description = name === 'br0' ? BRIDGE_ITSELF : ''
    return [settings, ...members].map((port) => ({ settings: port, description, line: 0 }))
  })
  return hostSwitch({
    name: 'host',
    dialect: 'ovs',
    profile: 'open-vswitch',
    reasons: [],
    assumptions: [],
    lines: [],
    ports,
    existing: by([[0, 4094]]),
    sources: [{ kind: 'assumed', text: 'the test says so' }],
  })
}

/** Bridges of Open vSwitch with any ports they can have. */
export const bridges = fc.array(columns, { minLength: 1, maxLength: 5 }).map(reading)

/** Two states of the same bridge. */
export const twoBridges = fc
  .integer({ min: 1, max: 5 })
  .chain((count) => {
    const made = fc.array(columns, { minLength: count, maxLength: count })
    return fc.tuple(made, made)
  })
  .map(([a, b]) => [reading(a), reading(b)] as const)
