import fc from 'fast-check'
import { BRIDGE_ITSELF, type HostPort, hostSwitch } from '../../../src/config/host-switch.ts'
import type { DeviceReading } from '../../../src/config/index.ts'
import { defaultPort, type PortSettings } from '../../../src/net/settings.ts'
import { ALL_VLANS, commonVlans, vlanSet, withoutVlans } from '../../../src/net/vlan-set.ts'

const vid = fc.integer({ min: 1, max: 4094 })
const vlans = fc
  .array(fc.tuple(vid, fc.integer({ min: 0, max: 40 })), { minLength: 1, maxLength: 6 })
  .map((ranges) =>
    vlanSet(...ranges.map(([from, more]): [number, number] => [from, Math.min(4094, from + more)])),
  )

const by = <T>(value: T) => ({ value, from: [0] })

/** Ports as a Linux bridge can have them: one VLAN, or members with a PVID (tagged or not) or without; of the others any untagged. */
const settings = fc.oneof(
  vid.map((vlan) => ({ mode: by('access' as const), accessVlan: by(vlan) })),
  fc.tuple(vlans, fc.nat(), fc.boolean(), vlans).map(([members, at, tagged, more]) => {
    const [range] = members.slice(at % members.length)
    const pvid = range?.[0] ?? 1
    const only = members.length === 1 && range?.[0] === range?.[1]
    return {
      allowedVlans: by(members),
      nativeVlan: by(pvid),
      tagNative: by(tagged || only),
      egressUntagged: by(withoutVlans(commonVlans(members, more), vlanSet(pvid))),
    }
  }),
  fc.tuple(fc.oneof(vlans, fc.constant(vlanSet())), vlans).map(([members, more]) => ({
    allowedVlans: by(members),
    tagNative: by(true),
    untagged: by('drop' as const),
    egressUntagged: by(commonVlans(members, more)),
  })),
)

const NAMES = ['br0', 'eth0', 'bond0.7', 'vnet1', 'tap101i0']

function reading(made: readonly Partial<PortSettings>[], down: boolean): DeviceReading {
  const ports = made.map((values, index): HostPort => {
    const name = NAMES[index] ?? `vnet${index}`
    const enabled = by(!(down && index === made.length - 1))
    const port = { ...defaultPort(name, 'trunk', 0), ...values, enabled }
    return { settings: port, description: name === 'br0' ? BRIDGE_ITSELF : '', line: 0 }
  })
  // The bridge's own port without a VLAN hangs on nothing, and no listing shows it.
  const shown = ports.filter(
    ({ settings: port }) =>
      port.name !== 'br0' || port.mode.value === 'access' || port.allowedVlans.value.length > 0,
  )
  return hostSwitch({
    name: 'host',
    dialect: 'linux-bridge',
    profile: 'linux-bridge',
    reasons: [],
    assumptions: [],
    lines: [],
    ports: shown,
    existing: by(ALL_VLANS),
    sources: [{ kind: 'assumed', text: 'the test says so' }],
  })
}

/** Linux bridges with any ports they can have. */
export const bridges: fc.Arbitrary<DeviceReading> = fc
  .tuple(fc.array(settings, { minLength: 2, maxLength: 5 }), fc.boolean())
  .map(([made, down]) => reading(made, down))

/** Two states of the same bridge. */
export const twoBridges: fc.Arbitrary<readonly [DeviceReading, DeviceReading]> = fc
  .integer({ min: 2, max: 5 })
  .chain((count) => {
    const made = fc.array(settings, { minLength: count, maxLength: count })
    return fc.tuple(made, made, fc.boolean())
  })
  .map(([a, b, down]) => [reading(a, false), reading(b, down)] as const)
  .filter(([a, b]) => a.device.ports.length === b.device.ports.length)
