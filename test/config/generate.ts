import fc from 'fast-check'
import { type DeviceReading, type DialectName, readConfig } from '../../src/config/index.ts'
import { type VlanSet, vlanSet } from '../../src/net/vlan-set.ts'

const vlan = fc.integer({ min: 1, max: 4094 })

const vlans: fc.Arbitrary<VlanSet> = fc.oneof(
  fc.constant(vlanSet([1, 4094])),
  fc.constant(vlanSet()),
  fc
    .array(fc.tuple(vlan, fc.nat(30)), { maxLength: 60 })
    .map((ranges) =>
      vlanSet(...ranges.map(([from, more]): [number, number] => [from, Math.min(4094, from + more)])),
    ),
)

/** What a generated port is told, in words that every dialect has. */
type PortPlan = {
  readonly mode: string | null
  readonly access: number
  readonly native: number
  readonly allowed: VlanSet
  readonly voice: number | null
  readonly shut: boolean
  readonly tag: boolean
  readonly quiet: boolean
  readonly edge: boolean
  readonly guard: boolean | null
  readonly routed: boolean
  readonly description: string
}

const plan = (modes: readonly string[]): fc.Arbitrary<PortPlan> =>
  fc.record({
    mode: fc.option(fc.constantFrom(...modes)),
    access: fc.oneof(fc.constant(1), vlan),
    native: fc.oneof(fc.constant(1), vlan),
    allowed: vlans,
    voice: fc.option(vlan),
    shut: fc.boolean(),
    tag: fc.boolean(),
    quiet: fc.boolean(),
    edge: fc.boolean(),
    guard: fc.option(fc.boolean()),
    routed: fc.nat(9).map((n) => n === 0),
    description: fc.constantFrom('', 'desk 5', 'to rack 7'),
  })

const DIALECTS = {
  ios: {
    modes: ['access', 'trunk', 'dynamic auto', 'dynamic desirable'],
    port: (n: number) => `GigabitEthernet1/0/${n}`,
    edge: 'spanning-tree portfast',
    voice: 'switchport voice vlan',
    vtp: ['vtp mode transparent'],
  },
  nxos: {
    modes: ['access', 'trunk'],
    port: (n: number) => `Ethernet1/${n}`,
    edge: 'spanning-tree port type edge',
    voice: 'switchport voice vlan',
    vtp: [],
  },
  eos: {
    modes: ['access', 'trunk'],
    port: (n: number) => `Ethernet${n}`,
    edge: 'spanning-tree portfast',
    voice: 'switchport phone vlan',
    vtp: [],
  },
} as const

export type WrittenDialect = keyof typeof DIALECTS
export const WRITTEN_DIALECTS = Object.keys(DIALECTS) as WrittenDialect[]

function portLines(dialect: WrittenDialect, port: PortPlan, number: number): string[] {
  const { port: name, edge, voice } = DIALECTS[dialect]
  const set = port.allowed.length === 0 ? 'none' : port.allowed.map(([a, b]) => `${a}-${b}`).join(',')
  const dynamic = port.mode === null || port.mode.startsWith('dynamic')
  return [
    `interface ${name(number)}`,
    port.description && ` description ${port.description}`,
    port.routed && ' no switchport',
    ` switchport access vlan ${port.access}`,
    ` switchport trunk native vlan ${port.native}`,
    port.tag && ' switchport trunk native vlan tag',
    ` switchport trunk allowed vlan ${set}`,
    port.mode && ` switchport mode ${port.mode}`,
    port.quiet && dialect === 'ios' && !dynamic && ' switchport nonegotiate',
    port.voice && ` ${voice} ${port.voice}`,
    port.shut && ' shutdown',
    port.edge && ` ${edge}`,
    port.guard !== null && ` spanning-tree bpduguard ${port.guard ? 'enable' : 'disable'}`,
  ].filter((line): line is string => typeof line === 'string' && line !== '')
}

/** Configurations in a dialect: so many ports, VLANs in the text, every kind of port line. */
export function configs(dialect: WrittenDialect, ports: number): fc.Arbitrary<string> {
  const spec = DIALECTS[dialect]
  return fc
    .record({
      ports: fc.array(plan(spec.modes), { minLength: ports, maxLength: ports }),
      existing: vlans,
      tagNative: fc.boolean(),
    })
    .map(({ ports: plans, existing, tagNative }) => {
      const text = [
        'hostname gen',
        'vlan 1',
        ...spec.vtp,
        ...existing.map(([a, b]) => `vlan ${a}-${b}`),
        tagNative && dialect !== 'eos' && 'vlan dot1q tag native',
        ...plans.flatMap((each, index) => portLines(dialect, each, index + 1)),
        'end',
      ].filter((line) => typeof line === 'string')
      return text.join('\n')
    })
}

/** The one device of a text in this dialect. */
export function readAs(dialect: DialectName, text: string): DeviceReading {
  const [device] = readConfig(text, { path: 'gen.cfg', dialect }).devices
  if (!device) throw new Error('no device')
  return device
}
