import { isIdle } from '../net/bundling.ts'
import type { PortSettingName, PortSettings } from '../net/settings.ts'
import { ALL_VLANS, sameVlans, showVlans } from '../net/vlan-set.ts'
import { advise } from './advice.ts'
import { portsNoted } from './ports.ts'
import type { Claim, Rule } from './rule.ts'

type Inherited = 'mode' | 'negotiate' | 'accessVlan' | 'nativeVlan' | 'allowedVlans' | 'voiceVlan'

/** How each setting is typed at a member, with the bundle's value. */
const LINES: Readonly<Record<Inherited, (port: PortSettings) => string>> = {
  mode: ({ mode }) =>
    mode.value === 'platform-default' ? 'no switchport mode' : `switchport mode ${mode.value}`,
  negotiate: ({ negotiate }) => `${negotiate.value ? 'no ' : ''}switchport nonegotiate`,
  accessVlan: ({ accessVlan }) => `switchport access vlan ${accessVlan.value}`,
  nativeVlan: ({ nativeVlan }) => `switchport trunk native vlan ${nativeVlan.value}`,
  allowedVlans: ({ allowedVlans }) =>
    `switchport trunk allowed vlan ${sameVlans(allowedVlans.value, ALL_VLANS) ? 'all' : showVlans(allowedVlans.value)}`,
  voiceVlan: ({ voiceVlan }) => `switchport voice vlan ${voiceVlan.value}`,
}

/** What each setting is called. */
const NAMES: Readonly<Record<Inherited, string>> = {
  mode: 'mode',
  negotiate: 'DTP',
  accessVlan: 'access VLAN',
  nativeVlan: 'native VLAN',
  allowedVlans: 'allowed VLANs',
  voiceVlan: 'voice VLAN',
}

function matters(setting: PortSettingName, bundle: PortSettings): setting is Inherited {
  return Object.hasOwn(LINES, setting) && !isIdle(setting, bundle)
}

/** Members of a port-channel whose own lines say something else than the bundle's. */
export const portchannelMemberDiffers: Rule = {
  id: 'portchannel/member-differs',
  kind: 'advice',
  title: 'A member of a port-channel that differs from it',
  why:
    'A bundle is configured at the Port-channel and its members take that. A member that says something else is suspended or refused, ' +
    'and whoever reads only the physical port believes a setting that does not hold.',
  limits: 'What exactly the switch does with such a member differs between platforms.',
  references: [],
  examples: {
    bad: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface Port-channel1
 switchport trunk native vlan 999
 switchport mode trunk
interface GigabitEthernet0/1
 switchport trunk native vlan 10
 switchport mode trunk
 channel-group 1 mode active
`,
      },
    ],
    good: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface Port-channel1
 switchport trunk native vlan 999
 switchport mode trunk
interface GigabitEthernet0/1
 switchport trunk native vlan 999
 switchport mode trunk
 channel-group 1 mode active
`,
      },
    ],
  },
  check: (view) =>
    [...view.devices.values()].flatMap((device) =>
      portsNoted(device, ({ differs }) => differs.length > 0).flatMap(({ port, index }): Claim[] => {
        const differs = device.index.notes(index)?.differs ?? []
        const bundle = device.ports.get(port.channel.value ?? '')?.port
        if (!bundle || !port.enabled.value) return []
        const names = differs.map(({ setting }) => setting).filter((setting) => matters(setting, bundle))
        if (names.length === 0) return []
        const telling = differs.filter(({ setting }) => matters(setting, bundle))
        const atLines = telling.flatMap(({ own }) => own.from.flatMap((id) => device.index.lineOf(id) ?? []))
        const claim = advise(
          device,
          { names: [port.name] },
          {
            message: `The port is a member of ${port.channel.value} and its own lines say something else than the bundle's.`,
            effective: `differs in ${names.map((name) => NAMES[name]).join(', ')}`,
            settings: [],
            lines: names.map((name) => LINES[name](bundle)),
            atLines,
          },
        )
        return [claim]
      }),
    ),
}
