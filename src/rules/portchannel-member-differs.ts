import { portInWords } from '../config/port-name.ts'
import { isIdle } from '../net/bundling.ts'
import type { PortSettingName, PortSettings } from '../net/settings.ts'
import { ALL_VLANS, sameVlans, showVlans } from '../net/vlan-set.ts'
import { advise } from './advice.ts'
import { portsNoted } from './ports.ts'
import type { Claim, Rule } from './rule.ts'
import { staticTrunkLines } from './trunks.ts'
import type { DeviceView, PortView } from './view.ts'

/** A setting that a member takes from its port-channel: what it is called, and how the port-channel's value is typed at the member. */
type Inherited = {
  readonly called: string
  readonly lines: (bundle: PortSettings, member: PortSettings, device: DeviceView) => readonly string[]
}

/** In the order in which a device takes them: `nonegotiate` wants a static mode, and a dynamic mode wants DTP (facts D1, D3). */
const INHERITED = {
  switching: {
    called: 'switchport',
    lines: ({ switching }) => [switching.value ? 'switchport' : 'no switchport'],
  },
  accessVlan: {
    called: 'access VLAN',
    lines: ({ accessVlan }) => [`switchport access vlan ${accessVlan.value}`],
  },
  nativeVlan: { called: 'native VLAN', lines: nativeLines },
  tagNative: { called: 'tags of the native VLAN', lines: tagLines },
  allowedVlans: {
    called: 'allowed VLANs',
    lines: ({ allowedVlans: { value } }) => [
      `switchport trunk allowed vlan ${sameVlans(value, ALL_VLANS) ? 'all' : showVlans(value)}`,
    ],
  },
  trunkGroups: {
    called: 'trunk groups',
    lines: ({ trunkGroups }) => [
      'no switchport trunk group',
      ...trunkGroups.value.map((name) => `switchport trunk group ${name}`),
    ],
  },
  voiceVlan: { called: 'voice VLAN', lines: voiceLines },
  mode: { called: 'mode', lines: modeLines },
  negotiate: {
    called: 'DTP',
    lines: ({ negotiate }) => [`${negotiate.value ? 'no ' : ''}switchport nonegotiate`],
  },
} as const satisfies Partial<Record<PortSettingName, Inherited>>

function nativeLines({ nativeVlan }: PortSettings): string[] {
  return [`switchport trunk native vlan ${nativeVlan.value}`]
}

/** On EOS a native VLAN that is named takes the place of one that is tagged (facts C4). */
function tagLines(bundle: PortSettings, _member: PortSettings, { reading }: DeviceView): string[] {
  if (bundle.tagNative.value === true) return ['switchport trunk native vlan tag']
  if (reading.dialect === 'eos') return nativeLines(bundle)
  const word = bundle.tagNative.value === false ? 'no' : 'default'
  return [`${word} switchport trunk native vlan tag`]
}

/** EOS calls it the VLAN of a phone (facts D6). */
function voiceLines({ voiceVlan }: PortSettings, _member: PortSettings, { reading }: DeviceView): string[] {
  const command = `switchport ${reading.dialect === 'eos' ? 'phone' : 'voice'} vlan`
  return [voiceVlan.value === 'none' ? `no ${command}` : `${command} ${voiceVlan.value}`]
}

function modeLines({ mode, negotiate }: PortSettings, member: PortSettings): string[] {
  if (mode.value === 'trunk') return staticTrunkLines(member)
  if (mode.value === 'access') return ['switchport mode access']
  const speaks = negotiate.value && !member.negotiate.value ? ['no switchport nonegotiate'] : []
  return [
    ...speaks,
    mode.value === 'platform-default' ? 'no switchport mode' : `switchport mode ${mode.value}`,
  ]
}

function matters(setting: PortSettingName, bundle: PortSettings): setting is keyof typeof INHERITED {
  return Object.hasOwn(INHERITED, setting) && !isIdle(setting, bundle)
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
      {
        dialect: 'ios',
        text: `hostname EDGE
interface Port-channel1
 switchport mode dynamic desirable
interface GigabitEthernet0/1
 switchport mode access
 switchport nonegotiate
 channel-group 1 mode active
interface GigabitEthernet0/2
 no switchport
 channel-group 1 mode active
`,
      },
      {
        dialect: 'nxos',
        text: `hostname EDGE
interface port-channel1
 switchport
 switchport mode trunk
interface Ethernet1/1
 switchport
 switchport mode trunk
 switchport trunk native vlan tag
 channel-group 1 mode active
`,
      },
      {
        dialect: 'eos',
        text: `hostname EDGE
interface Port-Channel1
 switchport trunk native vlan 999
 switchport mode trunk
interface Ethernet1
 switchport trunk native vlan tag
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
      portsNoted(device, ({ differs }) => differs.length > 0).flatMap((port) => claims(device, port)),
    ),
}

function claims(device: DeviceView, { name, port, index }: PortView): Claim[] {
  const bundle = device.ports.get(port.channel.value ?? '')?.port
  if (!bundle || !port.enabled.value) return []
  const differs = (device.index.notes(index)?.differs ?? []).filter(({ setting }) => matters(setting, bundle))
  const told = Object.entries(INHERITED).filter(([setting]) =>
    differs.some((each) => each.setting === setting),
  )
  if (told.length === 0) return []
  const claim = advise(
    device,
    { names: [name] },
    {
      message: `The port is a member of ${portInWords(bundle.name)} and its own lines say something else than those of the port-channel.`,
      effective: `differs in ${told.map(([, { called }]) => called).join(', ')}`,
      settings: [],
      lines: [...new Set(told.flatMap(([, { lines }]) => lines(bundle, port, device)))],
      atLines: differs.flatMap(({ own }) => own.from.flatMap((id) => device.index.lineOf(id) ?? [])),
    },
  )
  return [claim]
}
