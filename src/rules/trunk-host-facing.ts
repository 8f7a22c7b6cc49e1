import { hasVlan } from '../net/vlan-set.ts'
import { activeVlans, crossingVlans } from './passage.ts'
import { groupPorts, type PortGroup } from './ports.ts'
import type { Attempt, Claim, Rule } from './rule.ts'
import { isStaticTrunk } from './trunks.ts'
import type { DeviceView, PortView, SiteView } from './view.ts'
import { anyOtherVlan, vlansThatMatter } from './vlans-in-use.ts'

const TARGETS = 3

function attempts(view: SiteView, device: DeviceView, { name, port }: PortView): Attempt[] {
  const crossing = crossingVlans(device, { port })
  const carried = vlansThatMatter(view, device).filter(
    (vlan) => vlan !== port.nativeVlan.value && hasVlan(crossing, vlan),
  )
  const targets = carried.length > 0 ? carried : anyOtherVlan(activeVlans(device), port.nativeVlan.value)
  return targets.slice(0, TARGETS).map((vlan) => ({
    attack: 'plain-tagging',
    from: { device: device.reading.name, port: name },
    vlan,
    way: [],
  }))
}

function claim(view: SiteView, device: DeviceView, { sample, names }: PortGroup, said: boolean): Claim {
  const { nativeVlan } = sample.port
  const lines = [
    ...(nativeVlan.value === sample.port.accessVlan.value
      ? []
      : [`switchport access vlan ${nativeVlan.value}`]),
    'switchport mode access',
  ]
  return {
    device: device.reading.name,
    ports: names,
    message: said
      ? `The port is a trunk and a ${sample.purpose === 'unused' ? 'port that is not in use' : `port for a ${sample.purpose}`}: whoever is plugged in there writes a tag and is in that VLAN.`
      : 'The port is a trunk with PortFast or port security, as ports for hosts have: if a host hangs here it can write any tag.',
    effective: 'mode trunk',
    settings: ['mode'],
    whenBlocked: 'advice',
    attempts: said ? attempts(view, device, sample) : [],
    fix: names.map((port) => ({ device: device.reading.name, port, lines })),
    caution: said
      ? `What hangs here sends without a tag in VLAN ${nativeVlan.value} then, and nothing with one: put in the VLAN that it belongs to.`
      : 'Say what hangs here with --purpose: a trunk to a hypervisor or a switch must stay a trunk.',
  }
}

/** PortFast as ports for hosts have it: for a trunk it is another command, but on EOS (facts J15). */
function isEdgeOnly({ reading }: DeviceView, { port }: PortView): boolean {
  return port.portFast.value === 'edge' && reading.dialect !== 'eos'
}

function isSecured(device: DeviceView, { index }: PortView): boolean {
  return device.index.notes(index)?.portSecurity === true
}

/** Trunks on ports that are said to be for hosts, or that look so. */
export const trunkHostFacing: Rule = {
  id: 'trunk/host-facing',
  kind: 'witnessed',
  title: 'A trunk on a port for a host',
  why:
    'On a trunk a host chooses its VLAN by writing a tag. Nothing has to be spoofed and no frame needs two tags. Ports for hosts and ' +
    'phones are access ports; a phone gets its VLAN as voice VLAN.',
  limits:
    'Hypervisors and switches need trunks. What hangs on a port is asked, never guessed: where nobody said so this is advice.',
  references: ['CISC-L2-000250', 'V-220645', 'V-220671', 'ESXI-06-000066'],
  examples: {
    bad: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/1
 switchport access vlan 20
 switchport mode access
interface GigabitEthernet0/5
 switchport trunk native vlan 10
 switchport mode trunk
`,
        purposes: { 'GigabitEthernet0/5': 'host' },
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/5
 switchport mode trunk
 spanning-tree portfast
`,
      },
    ],
    good: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/5
 switchport trunk native vlan 10
 switchport mode trunk
`,
        purposes: { 'GigabitEthernet0/5': 'hypervisor' },
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/5
 switchport trunk native vlan 999
 switchport mode trunk
 spanning-tree portfast trunk
`,
      },
      {
        dialect: 'eos',
        text: `hostname EDGE
interface Ethernet5
 switchport trunk native vlan 999
 switchport mode trunk
 spanning-tree portfast
`,
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/5
 switchport access vlan 10
 switchport voice vlan 30
 switchport mode access
`,
        purposes: { 'GigabitEthernet0/5': 'phone' },
      },
    ],
  },
  check: (view) =>
    [...view.devices.values()].flatMap((device) => {
      const looksSo = (port: PortView) =>
        port.purpose === undefined && !port.peer && (isEdgeOnly(device, port) || isSecured(device, port))
      const groups = groupPorts(
        device,
        (port) => isStaticTrunk(device, port) && (port.role === 'entry' || looksSo(port)),
        ({ purpose, port }) =>
          `${purpose}|${port.nativeVlan.value}|${crossingVlans(device, { port }).join(';')}`,
      )
      return groups.map((group) => claim(view, device, group, group.sample.role === 'entry'))
    }),
}
