import { effectiveMode } from '../net/dtp.ts'
import type { PortSettings } from '../net/settings.ts'
import { hasVlan } from '../net/vlan-set.ts'
import { activeVlans, crossingVlans, isNegotiable, permissive } from './passage.ts'
import { groupPorts, isWritten, modeIsDefault } from './ports.ts'
import type { Attempt, Claim, Rule } from './rule.ts'
import { staticTrunkLines } from './trunks.ts'
import type { DeviceView, PortView, SiteView } from './view.ts'
import { anyOtherVlan, vlansThatMatter } from './vlans-in-use.ts'

/** More targets than these prove nothing more. */
const TARGETS = 3

function attempts(view: SiteView, device: DeviceView, { name, port }: PortView): Attempt[] {
  const { accessVlan, nativeVlan } = port
  const crossing = crossingVlans(device, { port })
  const outside = vlansThatMatter(view, device).filter(
    (vlan) => vlan !== accessVlan.value && hasVlan(crossing, vlan),
  )
  const known = outside.filter((vlan) => vlan !== nativeVlan.value)
  const some = known.length > 0 ? known : outside
  const targets = some.length > 0 ? some : anyOtherVlan(activeVlans(device), accessVlan.value)
  return targets.slice(0, TARGETS).map((vlan) => ({
    attack: 'switch-spoofing',
    from: { device: device.reading.name, port: name },
    vlan,
    way: [],
  }))
}

function claim(view: SiteView, device: DeviceView, sample: PortView, names: readonly string[]): Claim {
  const mode = effectiveMode(sample.port, permissive(device.reading.device))
  const byDefault = modeIsDefault(device, sample)
  const known = sample.port.mode.value !== 'platform-default'
  const is = known ? mode : 'dynamic, as by default on every IOS switch'
  const effective = known ? `mode ${mode}` : 'mode dynamic, auto or desirable as the model has it'
  const isEntry = sample.role === 'entry'
  const lines = isEntry
    ? ['switchport mode access']
    : [...staticTrunkLines(sample.port), 'switchport nonegotiate']
  return {
    device: device.reading.name,
    ports: names,
    message: `${byDefault ? 'No mode line: the' : 'The'} port is ${is}${consequence(sample)}`,
    effective,
    settings: ['mode', 'negotiate'],
    whenBlocked: 'advice',
    attempts: isEntry ? attempts(view, device, sample) : [],
    fix: names.map((port) => ({ device: device.reading.name, port, lines })),
    caution: caution(sample),
  }
}

function consequence({ role, port }: PortView): string {
  return role === 'hypervisor'
    ? `. A hypervisor speaks no DTP: the port stays an access port of VLAN ${port.accessVlan.value}, and port groups with a VLAN hear nothing.`
    : ', so its neighbour decides whether it becomes a trunk.'
}

/** What to mind before a port that nobody was asked about becomes an access port. */
export const NOBODY_SAID =
  'Nobody said what hangs here: a switch or a hypervisor on this port needs a static trunk instead.'

function caution({ role, purpose, port }: PortView): string | null {
  if (role === 'link') return 'The far end must be a static trunk too, or the link falls apart.'
  if (role === 'hypervisor') {
    const [now, then] = [port.accessVlan.value, port.nativeVlan.value]
    const moves =
      now === then ? '' : ` Its untagged port groups move from VLAN ${now} to native VLAN ${then}.`
    return `As a trunk it carries every VLAN of its list to the host.${moves}`
  }
  return purpose === undefined ? NOBODY_SAID : null
}

/** The VLANs of a host's untagged frames, now and as a trunk. */
function untaggedVlans({ accessVlan, nativeVlan }: PortSettings): string {
  return `${accessVlan.value},${nativeVlan.value}`
}

/** Live ports that let a neighbour talk them into a trunk. */
export const dtpDynamicPort: Rule = {
  id: 'dtp/dynamic-port',
  kind: 'witnessed',
  title: 'A port that its neighbour can turn into a trunk',
  why:
    'A dynamic port does what its neighbour asks for in DTP. A host that says "desirable" gets a trunk, and with it every VLAN ' +
    'that the port allows: it can send into them and sees their floods. On IOS a port without a mode line is dynamic.',
  limits:
    'Which default applies hangs on the platform: dynamic auto on most Catalysts, dynamic desirable on old ones, access on ' +
    'NX-OS and EOS, which have no DTP. As documented; no real switch was measured.',
  references: [
    'CISC-L2-000200',
    'V-220640',
    'V-220666',
    'SRG-NET-000512-L2S-000005',
    'V-206665',
    'ARST-L2-000160',
    'V-255979',
  ],
  examples: {
    bad: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/1
 switchport access vlan 20
 switchport mode access
interface GigabitEthernet0/5
 switchport mode dynamic auto
`,
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/1
 switchport access vlan 20
 switchport mode access
interface GigabitEthernet0/5
 switchport access vlan 10
`,
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/1
 switchport access vlan 20
 switchport mode access
interface GigabitEthernet0/10
 switchport trunk native vlan 999
interface GigabitEthernet0/11
 switchport trunk encapsulation dot1q
 switchport trunk native vlan 999
 switchport mode trunk
`,
        purposes: { 'GigabitEthernet0/10': 'hypervisor' },
      },
    ],
    good: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/1
 switchport access vlan 20
 switchport mode access
interface GigabitEthernet0/5
 switchport access vlan 10
 switchport mode access
`,
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/5
 switchport mode dynamic desirable
 shutdown
interface GigabitEthernet0/6
 no switchport
 ip address 192.0.2.1 255.255.255.0
`,
      },
      {
        dialect: 'nxos',
        text: `hostname EDGE
interface Ethernet1/1
 switchport
 switchport access vlan 20
interface Ethernet1/5
 switchport
 switchport access vlan 10
`,
      },
      {
        dialect: 'eos',
        text: `hostname EDGE
interface Ethernet1
 switchport access vlan 20
interface Ethernet5
 switchport access vlan 10
`,
      },
    ],
  },
  check: (view) => {
    const claims: Claim[] = []
    for (const device of view.devices.values()) {
      const ask = permissive(device.reading.device)
      const dynamic = (port: PortView) =>
        port.role !== 'idle' && port.role !== 'member' && isNegotiable(port, ask)
      const key = ({ port, purpose, role }: PortView) =>
        `${role}|${purpose}|${port.mode.value}|${port.encapsulation.value}|${crossingVlans(device, { port }).join(';')}|${isWritten(device, { port }, 'mode')}|${role === 'hypervisor' ? untaggedVlans(port) : ''}`
      for (const { sample, names } of groupPorts(device, dynamic, key)) {
        claims.push(claim(view, device, sample, names))
      }
    }
    return claims
  },
}
