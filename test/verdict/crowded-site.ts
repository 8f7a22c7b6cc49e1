import fc from 'fast-check'
import type { DeviceReading } from '../../src/config/reading.ts'
import type { PortSettingName, PortSettings } from '../../src/net/settings.ts'
import { unionVlans, type VlanSet, vlanSet } from '../../src/net/vlan-set.ts'
import type { Site } from '../../src/rules/site.ts'
import { bare } from '../net/scene.ts'
import { sites } from './random-site.ts'

/** VLANs beyond the few that ports are in: switches have some of them, and trunks carry some of those. */
const MORE_VLANS = [40, 41, 42, 43, 44, 45] as const
const some = fc.subarray([...MORE_VLANS]).map((vlans) => vlanSet(...vlans))

/** What may be all that tells a port from its twin. */
const DIFFERING = [
  'accessVlan',
  'nativeVlan',
  'allowedVlans',
  'voiceVlan',
  'negotiate',
  'enabled',
  'tagNative',
] as const satisfies readonly PortSettingName[]

type Crowd = {
  readonly existing: VlanSet
  readonly carried: readonly VlanSet[]
  readonly differing: (typeof DIFFERING)[number] | null
}

const crowd: fc.Arbitrary<Crowd> = fc.record({
  existing: some,
  carried: fc.array(some, { minLength: 4, maxLength: 4 }),
  differing: fc.option(fc.constantFrom(...DIFFERING)),
})

/**
 * Sites with many VLANs that nothing tells apart, all of them wanted by somebody, and with a port on each switch that is like the one
 * before it in all but one setting, or in all.
 */
export const crowdedSites: fc.Arbitrary<Site> = fc
  .tuple(sites, fc.tuple(crowd, crowd, crowd))
  .map(([site, crowds]) => ({
    ...site,
    devices: site.devices.map((reading, index) => crowded(reading, crowds[index])),
    purposes: Object.fromEntries(
      Object.entries(site.purposes).map(([name, { P2, P3: _, ...others }]) => [
        name,
        { ...others, ...(P2 && { P2, P3: P2 }) },
      ]),
    ),
    services: MORE_VLANS.map((vlan) => ({ name: `in ${vlan}`, vlan, ends: [] })),
  }))

function crowded(reading: DeviceReading, crowd: Crowd | undefined): DeviceReading {
  if (!crowd) return reading
  const { device } = reading
  const [, second] = device.ports
  const ports = device.ports.map((each, index) => {
    const wider = (port: PortSettings): PortSettings => ({
      ...port,
      allowedVlans: bare(unionVlans(port.allowedVlans.value, crowd.carried[index] ?? [])),
    })
    return index === 2 && second ? twinOf(second, each, crowd, wider) : wider(each)
  })
  const existing = bare(unionVlans(device.vlans.existing.value, crowd.existing))
  return { ...reading, device: { ...device, ports, vlans: { ...device.vlans, existing } } }
}

/** A port like another one, but for its name and one setting. */
function twinOf(
  like: PortSettings,
  { name, ...own }: PortSettings,
  { differing, carried }: Crowd,
  wider: (port: PortSettings) => PortSettings,
): PortSettings {
  const twin = { ...like, name, allowedVlans: bare(unionVlans(like.allowedVlans.value, carried[1] ?? [])) }
  if (differing === null) return twin
  const changed = { ...twin, [differing]: own[differing] }
  return differing === 'allowedVlans' ? wider(changed) : changed
}
