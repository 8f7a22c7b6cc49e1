import fc from 'fast-check'
import type { HypervisorReading, PortGroupVlan } from '../../src/config/hypervisor-reading.ts'
import type { DeviceReading } from '../../src/config/reading.ts'
import type { ChannelMode } from '../../src/net/bundling.ts'
import type { Link } from '../../src/net/network.ts'
import { PROFILES, type ProfileName } from '../../src/net/profiles.ts'
import { type PortMode, type PortSettings, plainVlans } from '../../src/net/settings.ts'
import { ALL_VLANS, NO_VLANS, vlanSet } from '../../src/net/vlan-set.ts'
import { PURPOSES, type Purpose } from '../../src/rules/purpose.ts'
import type { Site } from '../../src/rules/site.ts'
import { bare, portWith } from '../net/scene.ts'
import { readingOf } from '../rules/by-hand.ts'

/** Few VLANs, so that natives, access VLANs and targets meet often. */
export const FEW_VLANS = [1, 10, 20, 30] as const
const vlan = fc.constantFrom(...FEW_VLANS)
const lists = fc.oneof(
  fc.constant(ALL_VLANS),
  fc.constant(NO_VLANS),
  fc.subarray([...FEW_VLANS], { minLength: 1 }).map((vlans) => vlanSet(...vlans)),
)
const modes = fc.constantFrom<PortMode>(
  'access',
  'access',
  'trunk',
  'trunk',
  'dynamic auto',
  'dynamic desirable',
  'platform-default',
)

/** Trunk groups of some VLANs, in half of the switches. */
const GROUPS = ['G', 'H'] as const
const groups = fc.oneof(
  fc.constant([]),
  fc
    .tuple(lists, lists)
    .map((both) => GROUPS.map((name, index) => ({ name, vlans: bare(both[index] ?? NO_VLANS) }))),
)

function port(name: string): fc.Arbitrary<PortSettings> {
  return fc
    .record({
      mode: modes,
      accessVlan: vlan,
      nativeVlan: vlan,
      allowedVlans: lists,
      negotiate: fc.boolean(),
      voiceVlan: fc.constantFrom('none' as const, 'none' as const, 10, 20, 'dot1p' as const),
      trunkGroups: fc.subarray([...GROUPS]),
      enabled: fc.constantFrom(true, true, true, false),
      tagNative: fc.constantFrom('inherit' as const, 'inherit' as const, true, false),
    })
    .map(({ mode, ...values }) => portWith(name, mode, values))
}

const profiles = fc.constantFrom(...(Object.keys(PROFILES) as ProfileName[]))

function device(name: string) {
  return fc
    .record({
      ports: fc.tuple(port('P1'), port('P2'), port('P3'), port('P4')),
      profile: profiles,
      tagNative: fc.constantFrom(false, false, true),
      domain: fc.constantFrom('', '', 'A', 'B'),
      existing: fc.oneof(fc.constant(ALL_VLANS), fc.constant(ALL_VLANS), lists),
      groups,
    })
    .map(({ ports, existing, groups, ...more }) =>
      readingOf(name, ports, {
        ...more,
        device: { vlans: { ...plainVlans(bare(existing)), groups } },
      }),
    )
}

const purposes = fc
  .array(fc.option(fc.constantFrom<Purpose>(...PURPOSES), { nil: undefined, freq: 3 }), {
    minLength: 4,
    maxLength: 4,
  })
  .map((four) =>
    Object.fromEntries(four.flatMap((purpose, i) => (purpose ? [[`P${i + 1}`, purpose] as const] : []))),
  )

/** What a port group may say of VLANs: none, one, all tags of the guests, or some of them. */
const groupVlans = fc.constantFrom<PortGroupVlan>(
  { tagging: 'external' },
  { tagging: 'vswitch', vlan: 10 },
  { tagging: 'vswitch', vlan: 20 },
  { tagging: 'guest', vlans: ALL_VLANS, untagged: true },
  { tagging: 'guest', vlans: vlanSet(10, 30), untagged: false },
)
const cards = fc.constantFrom<readonly string[] | null>(null, ['vmnic0'], ['vmnic0', 'vmnic1'], [])

/** A host of two virtual switches, each with or without cards, and a few port groups, each with or without guests. */
const host: fc.Arbitrary<HypervisorReading> = fc
  .record({
    uplinks: fc.tuple(cards, cards),
    groups: fc.array(
      fc.record({ on: fc.integer({ max: 1, min: 0 }), vlan: groupVlans, clients: fc.nat(1) }),
      {
        maxLength: 4,
      },
    ),
    kernelPort: fc.boolean(),
  })
  .map(({ uplinks, groups, kernelPort }) => {
    const policy = {
      promiscuous: bare('unknown' as const),
      macChanges: bare('unknown' as const),
      forgedTransmits: bare('unknown' as const),
    }
    return {
      name: 'ESX',
      named: true,
      dialect: 'esxi',
      reasons: [],
      lines: [],
      vSwitches: uplinks.map((each, i) => ({
        name: `vSwitch${i}`,
        kind: 'standard',
        uplinks: bare(each),
        policy,
        line: 1,
      })),
      portGroups: groups.map(({ on, vlan, clients }, i) => ({
        name: `group ${i}`,
        vSwitch: `vSwitch${on}`,
        vlan: bare(vlan),
        activeClients: clients,
        policy,
        line: 1,
      })),
      vmKernelPorts:
        kernelPort && groups[0]
          ? [
              {
                name: 'vmk0',
                portGroup: 'group 0',
                vSwitch: `vSwitch${groups[0].on}`,
                mac: null,
                enabled: true,
                tags: bare(null),
                line: 1,
              },
            ]
          : [],
      loosePolicies: {},
      sources: [],
      assumptions: [],
    }
  })

/** One to three switches of four ports in a line, each cable there or not, with and without purposes and a host. */
export const sites: fc.Arbitrary<Site> = fc
  .record({
    devices: fc.tuple(device('S1'), device('S2'), device('S3')),
    count: fc.integer({ min: 1, max: 3 }),
    cabled: fc.tuple(fc.boolean(), fc.boolean()),
    purposes: fc.record({ S1: purposes, S2: purposes, S3: purposes }),
    hypervisors: fc.oneof(fc.constant([]), fc.tuple(host)),
  })
  .map(({ devices, count, cabled, purposes, hypervisors }) => {
    const links: Link[] = []
    if (count > 1 && cabled[0])
      links.push({ a: { device: 'S1', port: 'P4' }, b: { device: 'S2', port: 'P1' } })
    if (count > 2 && cabled[1])
      links.push({ a: { device: 'S2', port: 'P4' }, b: { device: 'S3', port: 'P1' } })
    return { devices: devices.slice(0, count), hypervisors, links, purposes, services: [] }
  })

/** The same with two switches and a static trunk between them, whose native VLANs differ more often than not. */
export const trunkedSites: fc.Arbitrary<Site> = fc
  .tuple(sites, device('S1'), device('S2'))
  .map(([site, one, two]) => ({
    ...site,
    devices: [asTrunk(one, 'P4'), asTrunk(two, 'P1')],
    links: [{ a: { device: 'S1', port: 'P4' }, b: { device: 'S2', port: 'P1' } }],
  }))

function asTrunk(reading: DeviceReading, name: string): DeviceReading {
  const ports = reading.device.ports.map((each) =>
    each.name === name ? { ...each, mode: bare<PortMode>('trunk'), enabled: bare(true) } : each,
  )
  return { ...reading, device: { ...reading.device, ports } }
}

const CHANNEL_MODES: readonly (ChannelMode | null)[] = [null, 'on', 'active', 'passive', 'desirable', 'auto']

/** The same with a port-channel for the trunk, which forms or does not. */
export const channelledSites: fc.Arbitrary<Site> = fc
  .tuple(trunkedSites, fc.constantFrom(...CHANNEL_MODES), fc.constantFrom(...CHANNEL_MODES))
  .map(([site, near, far]) => ({
    ...site,
    devices: site.devices.map((reading, index) =>
      withChannelMode(reading, index === 0 ? 'P4' : 'P1', index === 0 ? near : far),
    ),
  }))

function withChannelMode(reading: DeviceReading, name: string, mode: ChannelMode | null): DeviceReading {
  const ports = reading.device.ports.map((each) =>
    each.name === name ? { ...each, channelMode: bare(mode) } : each,
  )
  return { ...reading, device: { ...reading.device, ports } }
}

/** The same with Linux bridges for switches, any trunk of which may send more VLANs untagged than its native one. */
export const bridgedSites: fc.Arbitrary<Site> = fc
  .tuple(sites, fc.array(fc.subarray([...FEW_VLANS]), { minLength: 4, maxLength: 4 }))
  .map(([site, untagged]) => ({
    ...site,
    devices: site.devices.map((reading) => asBridge(reading, untagged)),
  }))

function asBridge(reading: DeviceReading, untagged: readonly number[][]): DeviceReading {
  const ports = reading.device.ports.map((each, index): PortSettings => {
    const others = untagged[index]?.filter((vlan) => vlan !== each.nativeVlan.value) ?? []
    const mode = each.mode.value === 'access' ? 'access' : 'trunk'
    return { ...each, mode: bare(mode), voiceVlan: bare('none'), egressUntagged: bare(vlanSet(...others)) }
  })
  return {
    ...reading,
    profile: 'linux-bridge',
    device: { ...reading.device, profile: 'linux-bridge', ports },
  }
}

/** A site in a few lines, for a failing property to show. */
export function showSite(site: Site): string {
  const ports = site.devices.flatMap(({ name, profile, device }) => [
    `${name} ${profile} tagNative=${device.tagNative.value} domain=${device.vtpDomain.value} vlans=${JSON.stringify(device.vlans.existing.value)}`,
    ...device.ports.map((p) =>
      [
        `  ${p.name}`,
        site.purposes[name]?.[p.name] ?? '-',
        p.enabled.value ? p.mode.value : 'shutdown',
        p.negotiate.value ? '' : 'noneg',
        `access=${p.accessVlan.value} native=${p.nativeVlan.value} allowed=${JSON.stringify(p.allowedVlans.value)} voice=${p.voiceVlan.value} tag=${p.tagNative.value} untagged=${JSON.stringify(p.egressUntagged.value)} channel=${p.channelMode.value}`,
      ].join(' '),
    ),
  ])
  const groups = (site.hypervisors ?? []).flatMap(({ vSwitches, portGroups }) => [
    ...vSwitches.map(({ name, uplinks }) => `ESX ${name} by ${JSON.stringify(uplinks.value)}`),
    ...portGroups.map(({ name, vSwitch, vlan }) => `  ${name} on ${vSwitch} ${JSON.stringify(vlan.value)}`),
  ])
  return [
    ...ports,
    ...groups,
    ...site.links.map(({ a, b }) => `${a.device} ${a.port} - ${b.device} ${b.port}`),
  ].join('\n')
}
