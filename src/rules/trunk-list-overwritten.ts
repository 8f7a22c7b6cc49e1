import { withheldVlans } from '../net/trunk-groups.ts'
import { showVlans, withoutVlans } from '../net/vlan-set.ts'
import { advise } from './advice.ts'
import { modeIsDefault, portsNoted } from './ports.ts'
import type { Claim, Rule } from './rule.ts'
import type { DeviceView, PortView } from './view.ts'

/** A second list in a text for one port: the first one is gone, which its writer may not have meant. */
export const trunkListOverwritten: Rule = {
  id: 'trunk/list-overwritten',
  kind: 'advice',
  title: 'An allowed list that a later line replaces',
  why:
    '"switchport trunk allowed vlan 30" after "... vlan 10,20" leaves 30 alone: a list replaces the one before, only "add" adds. It is ' +
    'the classic outage of a change script. "except" replaces it too: on a trunk with a list it opens every other VLAN.',
  limits:
    'A running-config never holds two lists for one port; this speaks of scripts that are about to be pasted.',
  references: [],
  examples: {
    bad: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20
 switchport mode trunk
interface GigabitEthernet0/24
 switchport trunk allowed vlan 30
`,
      },
      {
        dialect: 'nxos',
        text: `hostname EDGE
interface Ethernet1/24
 switchport
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20,998
 switchport trunk allowed vlan except 998
 switchport mode trunk
`,
      },
      {
        dialect: 'eos',
        text: `hostname EDGE
interface Ethernet24
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20
 switchport trunk allowed vlan 30
 switchport mode trunk
`,
      },
    ],
    good: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20
 switchport trunk allowed vlan add 30
 switchport mode trunk
`,
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport trunk allowed vlan all
 switchport trunk allowed vlan 10,20,30
 switchport trunk allowed vlan remove 30
 switchport mode trunk
`,
      },
    ],
  },
  check: (view) =>
    [...view.devices.values()].flatMap((device) =>
      portsNoted(device, ({ overwritten }) => overwritten !== undefined)
        .filter((port) => isMeantForTrunk(device, port))
        .flatMap((port) => claims(device, port)),
    ),
}

/** Whether the list may matter: on a live port that is not told to be an access port. Of a bundle the port-channel's list counts. */
function isMeantForTrunk(device: DeviceView, port: PortView): boolean {
  if (port.role === 'idle' || port.role === 'member') return false
  return port.port.mode.value !== 'access' || modeIsDefault(device, port)
}

function claims(device: DeviceView, { name, port, index }: PortView): Claim[] {
  const overwritten = device.index.notes(index)?.overwritten
  if (!overwritten) return []
  const kept = withheldVlans(port, device.reading.device.vlans)
  const [lost, opened] = [withoutVlans(overwritten.lost, kept), withoutVlans(overwritten.opened, kept)]
  const say = (message: string, line: string, caution: string) =>
    advise(
      device,
      { names: [name] },
      {
        message,
        effective: `allowed VLANs ${showVlans(port.allowedVlans.value)}`,
        settings: ['allowedVlans'],
        lines: [`switchport trunk allowed vlan ${line}`],
        caution,
        atLines: [...overwritten.from, ...port.allowedVlans.from].flatMap(
          (id) => device.index.lineOf(id) ?? [],
        ),
      },
    )
  return [
    ...(lost.length > 0
      ? [
          say(
            `A later line replaces the allowed list: VLAN ${showVlans(lost)} no longer crosses the trunk.`,
            `add ${showVlans(lost)}`,
            'Where the later list is the one that was meant, leave it as it is.',
          ),
        ]
      : []),
    ...(opened.length > 0
      ? [
          say(
            `A later "except" replaces the allowed list, it takes nothing off it: VLAN ${showVlans(opened)} crosses the trunk now.`,
            `remove ${showVlans(opened)}`,
            'Where all VLANs but some are meant to cross, leave it as it is.',
          ),
        ]
      : []),
  ]
}
