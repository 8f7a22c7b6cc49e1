import fc from 'fast-check'
import { type DeviceReading, type DialectName, readConfig } from '../../src/config/index.ts'
import { type VlanSet, vlanSet } from '../../src/net/vlan-set.ts'

const vlan = fc.integer({ min: 1, max: 4094 })

/** A VLAN that can be named and suspended on every platform. */
const ownVlan = vlan.filter((id) => id > 1 && (id < 1002 || id > 1005))

const vlans: fc.Arbitrary<VlanSet> = fc.oneof(
  fc.constant(vlanSet([1, 4094])),
  fc.constant(vlanSet()),
  fc
    .array(fc.tuple(vlan, fc.nat(30)), { maxLength: 60 })
    .map((ranges) =>
      vlanSet(...ranges.map(([from, more]): [number, number] => [from, Math.min(4094, from + more)])),
    ),
)

/** A number told of all VLANs, and numbers told of some. */
type NumberPlan = { readonly all: number | null; readonly own: readonly (readonly [VlanSet, number])[] }

const numbers = (step: number, last: number): fc.Arbitrary<NumberPlan> => {
  const value = fc.nat(last).map((steps) => steps * step)
  return fc.record({
    all: fc.option(value),
    own: fc.array(fc.tuple(vlans, value), { maxLength: 3 }),
  })
}

/** The lines that tell these numbers; of all VLANs only where `everyVlan` has a line for that. */
function numberLines(
  { all, own }: NumberPlan,
  everyVlan: string | null,
  vlan: string,
  name: string,
): string[] {
  const told = own.filter(([set]) => set.length > 0)
  return [
    ...(all === null || everyVlan === null ? [] : [`${everyVlan} ${all}`]),
    ...told.map(([set, value]) => `${vlan} ${listOf(set)} ${name} ${value}`),
  ]
}

function listOf(set: VlanSet): string {
  return set.map(([a, b]) => `${a}-${b}`).join(',')
}

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
  /** Which of the dialect's lines about edge ports it has. */
  readonly edge: number | null
  readonly cost: NumberPlan
  readonly priority: NumberPlan
  readonly guard: boolean | null
  readonly routed: boolean
  /** The trunk groups it is in, where the dialect has such. */
  readonly groups: readonly string[]
  readonly description: string
  /** The port-channel it is a member of; its other lines are then the port-channel's, but for a native VLAN of its own. */
  readonly bundle: 1 | 2 | null
  readonly channelMode: string
  readonly differs: boolean
}

/** Names of trunk groups, one of which begins as another does. */
const GROUPS = ['peers', 'peers-2', 'STORAGE'] as const

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
    edge: fc.option(fc.nat(2)),
    cost: numbers(7, 900).map(({ all, own }) => ({
      all: all && all + 1,
      own: own.map(([set, value]) => [set, value + 1] as const),
    })),
    priority: numbers(32, 7),
    guard: fc.option(fc.boolean()),
    groups: fc.subarray([...GROUPS]),
    routed: fc.nat(9).map((n) => n === 0),
    description: fc.constantFrom('', 'desk 5', 'to rack 7'),
    bundle: fc.constantFrom(null, null, null, 1, 2),
    channelMode: fc.constantFrom('active', 'passive', 'on'),
    differs: fc.boolean(),
  })

const DIALECTS = {
  ios: {
    modes: ['access', 'trunk', 'dynamic auto', 'dynamic desirable'],
    port: (n: number) => `GigabitEthernet1/0/${n}`,
    edge: ['spanning-tree portfast', 'spanning-tree portfast trunk', 'spanning-tree portfast disable'],
    edgeByDefault: 'spanning-tree portfast default',
    treeOf: 'spanning-tree vlan',
    commonPriority: null,
    voice: 'switchport voice vlan',
    vtp: ['vtp mode transparent'],
    bundle: 'Port-channel',
    guard: 'spanning-tree portfast bpduguard default',
  },
  nxos: {
    modes: ['access', 'trunk'],
    port: (n: number) => `Ethernet1/${n}`,
    edge: [
      'spanning-tree port type edge',
      'spanning-tree port type edge trunk',
      'spanning-tree port type normal',
    ],
    edgeByDefault: 'spanning-tree port type edge default',
    treeOf: 'spanning-tree vlan',
    commonPriority: null,
    voice: 'switchport voice vlan',
    vtp: [],
    bundle: 'port-channel',
    guard: 'spanning-tree port type edge bpduguard default',
  },
  eos: {
    modes: ['access', 'trunk'],
    port: (n: number) => `Ethernet${n}`,
    edge: ['spanning-tree portfast', 'spanning-tree portfast', 'spanning-tree portfast normal'],
    edgeByDefault: null,
    treeOf: 'spanning-tree vlan-id',
    commonPriority: 'spanning-tree priority',
    voice: 'switchport phone vlan',
    vtp: [],
    bundle: 'Port-Channel',
    guard: 'spanning-tree edge-port bpduguard default',
  },
} as const

export type WrittenDialect = keyof typeof DIALECTS
export const WRITTEN_DIALECTS = Object.keys(DIALECTS) as WrittenDialect[]

/** The lines of a port; those of a port-channel where a name is given. */
function portLines(dialect: WrittenDialect, port: PortPlan, number: number, bundle?: string): string[] {
  const { port: name, edge, voice, treeOf } = DIALECTS[dialect]
  if (bundle === undefined && port.bundle !== null) {
    // A device prints no line for a default, so that no member differs by one.
    const own = port.differs && port.native > 1 ? [` switchport trunk native vlan ${port.native}`] : []
    return [`interface ${name(number)}`, ...own, ` channel-group ${port.bundle} mode ${port.channelMode}`]
  }
  const set = port.allowed.length === 0 ? 'none' : listOf(port.allowed)
  const dynamic = port.mode === null || port.mode.startsWith('dynamic')
  return [
    `interface ${bundle ?? name(number)}`,
    port.description && ` description ${port.description}`,
    port.routed && ' no switchport',
    ` switchport access vlan ${port.access}`,
    ` switchport trunk native vlan ${port.native}`,
    port.tag && ' switchport trunk native vlan tag',
    ` switchport trunk allowed vlan ${set}`,
    ...(dialect === 'eos' ? port.groups.map((name) => ` switchport trunk group ${name}`) : []),
    port.mode && ` switchport mode ${port.mode}`,
    port.quiet && dialect === 'ios' && !dynamic && ' switchport nonegotiate',
    port.voice && ` ${voice} ${port.voice}`,
    port.shut && ' shutdown',
    port.edge !== null && ` ${edge[port.edge]}`,
    ...numberLines(port.cost, 'spanning-tree cost', treeOf, 'cost').map((line) => ` ${line}`),
    ...numberLines(port.priority, 'spanning-tree port-priority', treeOf, 'port-priority').map(
      (line) => ` ${line}`,
    ),
    port.guard !== null && ` spanning-tree bpduguard ${port.guard ? 'enable' : 'disable'}`,
  ].filter((line): line is string => typeof line === 'string' && line !== '')
}

/** Configurations in a dialect: so many ports, VLANs in the text, every kind of port line. */
export function configs(dialect: WrittenDialect, ports: number): fc.Arbitrary<string> {
  const spec = DIALECTS[dialect]
  return fc
    .record({
      ports: fc.array(plan(spec.modes), { minLength: ports, maxLength: ports }),
      bundles: fc.array(plan(spec.modes), { minLength: 2, maxLength: 2 }),
      existing: vlans,
      named: fc.uniqueArray(ownVlan, { maxLength: 3 }),
      suspended: fc.uniqueArray(ownVlan, { maxLength: 3 }),
      grouped: fc.array(fc.tuple(vlans, fc.constantFrom(...GROUPS)), { maxLength: 3 }),
      tagNative: fc.boolean(),
      guard: fc.boolean(),
      edgeByDefault: fc.boolean(),
      costs: fc.constantFrom(null, 'short', 'long'),
      priority: numbers(4096, 15),
      svi: fc.constantFrom(
        [],
        ['interface Vlan5', ' shutdown'],
        ['interface Vlan5', ' ip address 192.0.2.1 255.255.255.0'],
      ),
    })
    .map(({ ports: plans, bundles, existing, named, suspended, grouped, svi, ...device }) => {
      const used = bundles.filter((_plan, index) => plans.some(({ bundle }) => bundle === index + 1))
      const text = [
        'hostname gen',
        'vlan 1',
        ...spec.vtp,
        ...existing.map(([a, b]) => `vlan ${a}-${b}`),
        ...named.flatMap((id) => [`vlan ${id}`, ` name N${id}-${used.length}`]),
        ...suspended.flatMap((id) => [`vlan ${id}`, ' state suspend']),
        ...(dialect === 'eos' ? grouped : []).flatMap(([set, name]) =>
          set.length > 0 ? [`vlan ${listOf(set)}`, ` trunk group ${name}`] : [],
        ),
        device.tagNative && dialect !== 'eos' && 'vlan dot1q tag native',
        ...numberLines(device.priority, spec.commonPriority, spec.treeOf, 'priority'),
        device.costs && dialect !== 'eos' && `spanning-tree pathcost method ${device.costs}`,
        device.edgeByDefault && spec.edgeByDefault,
        device.guard && spec.guard,
        ...used.flatMap((each) => portLines(dialect, each, 0, `${spec.bundle}${bundles.indexOf(each) + 1}`)),
        ...svi,
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
