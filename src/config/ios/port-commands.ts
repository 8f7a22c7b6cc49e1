import { ALL_VLANS, NO_VLANS, sameVlans, unionVlans, withoutVlans } from '../../net/vlan-set.ts'
import { type Command, harmless, portCommand, unmodelled, type WrittenNotes } from '../command.ts'
import { type PortDraft, resetPort, setPort } from '../port-draft.ts'
import { blankSecrets } from '../secrets.ts'
import { vlanListElements, wrapVlanList } from '../vlan-list.ts'
import {
  dynamicRefusal,
  negotiateEncapsulationRefusal,
  nonegotiateRefusal,
  securityRefusal,
  trunkRefusal,
} from './refusals.ts'

/** Characters of list on the first line of an allowed list and on its `add` lines (facts D4). */
const LIST_WIDTHS = { first: 48, next: 44 }

function editAllowed(
  port: PortDraft,
  value: PortDraft['settings']['allowedVlans']['value'],
  by: readonly number[],
): void {
  const before = port.settings.allowedVlans
  const from = before === port.defaults.allowedVlans ? by : [...before.from, ...by]
  setPort(port, 'allowedVlans', value, from)
}

/** The lines that make an allowed list, as the device wraps them; none for "all", which is the default. */
function allowedLines(port: PortDraft['settings']): string[] {
  const { value } = port.allowedVlans
  if (sameVlans(value, ALL_VLANS)) return []
  if (value.length === 0) return ['switchport trunk allowed vlan none']
  const [first, ...more] = wrapVlanList(vlanListElements(value), LIST_WIDTHS)
  return [
    `switchport trunk allowed vlan ${first}`,
    ...more.map((part) => `switchport trunk allowed vlan add ${part}`),
  ]
}

/**
 * Commands of a switch port, in the order in which a device writes them and accepts them: encapsulation before `mode trunk`,
 * mode before `nonegotiate` (facts D3, D5b).
 */
export const PORT_COMMANDS: readonly Command[] = [
  portCommand('description <text>', {
    help: 'A comment on this port',
    state: 'harmless',
    write: (_settings, _isDefault, { description }) =>
      description === '' ? [] : [`description ${description}`],
    port: (port, [text]) => {
      port.description = blankSecrets(text)
    },
    noPort: (port) => {
      port.description = ''
    },
  }),
  portCommand('switchport', {
    help: 'Make this a switch port; "no switchport" makes it a routed port',
    port: (port, _args, by) => setPort(port, 'switching', true, by),
    noPort: (port, _args, by) => setPort(port, 'switching', false, by),
    write: ({ switching }, isDefault) =>
      isDefault('switching') ? [] : [switching.value ? 'switchport' : 'no switchport'],
  }),
  portCommand('switchport access vlan <vlan>', {
    help: 'VLAN of the untagged frames while the port is an access port',
    port: (port, [vlan], by) => setPort(port, 'accessVlan', vlan, by),
    noPort: (port, _args, by) => resetPort(port, 'accessVlan', by),
    write: ({ accessVlan }) => (accessVlan.value === 1 ? [] : [`switchport access vlan ${accessVlan.value}`]),
  }),
  portCommand('switchport trunk encapsulation dot1q', {
    help: 'Tag with 802.1Q',
    port: (port, _args, by) => setPort(port, 'encapsulation', 'dot1q', by),
    noPort: (port, _args, by) => resetPort(port, 'encapsulation', by),
    undoLine: 'no switchport trunk encapsulation',
    write: ({ encapsulation }, isDefault) =>
      isDefault('encapsulation') ? [] : [`switchport trunk encapsulation ${encapsulation.value}`],
  }),
  portCommand('switchport trunk encapsulation isl', {
    help: "Tag with Cisco's ISL",
    port: (port, _args, by) => setPort(port, 'encapsulation', 'isl', by),
  }),
  portCommand('switchport trunk encapsulation negotiate', {
    help: 'Agree on the encapsulation with the neighbour by DTP',
    refuse: negotiateEncapsulationRefusal,
    port: (port, _args, by) => setPort(port, 'encapsulation', 'negotiate', by),
  }),
  portCommand('switchport trunk native vlan <vlan>', {
    help: 'VLAN that this trunk sends and takes without a tag',
    port: (port, [vlan], by) => setPort(port, 'nativeVlan', vlan, by),
    noPort: (port, _args, by) => resetPort(port, 'nativeVlan', by),
    write: ({ nativeVlan }) =>
      nativeVlan.value === 1 ? [] : [`switchport trunk native vlan ${nativeVlan.value}`],
  }),
  portCommand('switchport trunk native vlan tag', {
    help: 'Tag the native VLAN on this trunk too',
    port: (port, _args, by) => setPort(port, 'tagNative', true, by),
    noPort: (port, _args, by) => setPort(port, 'tagNative', false, by),
    write: ({ tagNative }) =>
      tagNative.value === 'inherit'
        ? []
        : [`${tagNative.value ? '' : 'no '}switchport trunk native vlan tag`],
  }),
  portCommand('switchport trunk allowed vlan <vlans>', {
    help: 'Let these VLANs cross and no others',
    port: (port, [vlans], by) => setPort(port, 'allowedVlans', vlans, by),
    noPort: (port, _args, by) => resetPort(port, 'allowedVlans', by),
    write: (port) => allowedLines(port),
  }),
  portCommand('switchport trunk allowed vlan add <vlans>', {
    help: 'Let these VLANs cross too',
    port: (port, [vlans], by) => editAllowed(port, unionVlans(port.settings.allowedVlans.value, vlans), by),
  }),
  portCommand('switchport trunk allowed vlan remove <vlans>', {
    help: 'Let these VLANs cross no longer',
    port: (port, [vlans], by) => editAllowed(port, withoutVlans(port.settings.allowedVlans.value, vlans), by),
  }),
  portCommand('switchport trunk allowed vlan except <vlans>', {
    help: 'Let all VLANs cross but these; this replaces the whole list',
    port: (port, [vlans], by) => setPort(port, 'allowedVlans', withoutVlans(ALL_VLANS, vlans), by),
  }),
  portCommand('switchport trunk allowed vlan all', {
    help: 'Let every VLAN cross',
    port: (port, _args, by) => setPort(port, 'allowedVlans', ALL_VLANS, by),
  }),
  portCommand('switchport trunk allowed vlan none', {
    help: 'Let no VLAN cross',
    port: (port, _args, by) => setPort(port, 'allowedVlans', NO_VLANS, by),
  }),
  portCommand('switchport mode access', {
    help: 'Be an access port, whatever the neighbour says',
    port: (port, _args, by) => setPort(port, 'mode', 'access', by),
    noPort: (port, _args, by) => resetPort(port, 'mode', by),
    undoLine: 'no switchport mode',
    write: ({ mode }, isDefault) =>
      isDefault('mode') || mode.value === 'platform-default' || !(mode.value in MODE_WORDS)
        ? []
        : [`switchport mode ${MODE_WORDS[mode.value as keyof typeof MODE_WORDS]}`],
  }),
  portCommand('switchport mode trunk', {
    help: 'Be a trunk, whatever the neighbour says',
    refuse: trunkRefusal,
    port: (port, _args, by) => setPort(port, 'mode', 'trunk', by),
    noPort: (port, _args, by) => resetPort(port, 'mode', by),
  }),
  portCommand('switchport mode dynamic auto', {
    help: 'Become a trunk if the neighbour asks for one',
    refuse: dynamicRefusal,
    port: (port, _args, by) => setPort(port, 'mode', 'dynamic auto', by),
    noPort: (port, _args, by) => resetPort(port, 'mode', by),
  }),
  portCommand('switchport mode dynamic desirable', {
    help: 'Ask the neighbour for a trunk',
    refuse: dynamicRefusal,
    port: (port, _args, by) => setPort(port, 'mode', 'dynamic desirable', by),
    noPort: (port, _args, by) => resetPort(port, 'mode', by),
  }),
  portCommand('switchport mode dot1q-tunnel', {
    help: "Carry a customer's tags inside the access VLAN",
    state: 'unmodelled',
    touches: 'port',
    port: (port, _args, by) => setPort(port, 'mode', 'dot1q-tunnel', by),
    noPort: (port, _args, by) => resetPort(port, 'mode', by),
  }),
  portCommand('switchport mode private-vlan ...', {
    help: 'Be a port of a private VLAN',
    state: 'unmodelled',
    touches: 'port',
    port: (port, _args, by) => setPort(port, 'mode', 'private-vlan', by),
  }),
  portCommand('switchport nonegotiate', {
    help: 'Neither send nor read DTP on this port',
    refuse: nonegotiateRefusal,
    port: (port, _args, by) => setPort(port, 'negotiate', false, by),
    noPort: (port, _args, by) => resetPort(port, 'negotiate', by),
    write: ({ negotiate }) => (negotiate.value ? [] : ['switchport nonegotiate']),
  }),
  portCommand('switchport voice vlan <vlan>', {
    help: "VLAN of a phone's tagged frames",
    port: (port, [vlan], by) => setPort(port, 'voiceVlan', vlan, by),
    noPort: (port, _args, by) => resetPort(port, 'voiceVlan', by),
    write: ({ voiceVlan }) =>
      voiceVlan.value === 'none' ? [] : [`switchport voice vlan ${voiceVlan.value}`],
  }),
  portCommand('switchport voice vlan dot1p', {
    help: 'The phone sends priority tags in the access VLAN',
    port: (port, _args, by) => setPort(port, 'voiceVlan', 'dot1p', by),
  }),
  portCommand('switchport voice vlan untagged', {
    help: 'The phone sends without a tag',
    port: (port, _args, by) => setPort(port, 'voiceVlan', 'untagged', by),
  }),
  portCommand('switchport voice vlan none', {
    help: 'The phone is told no VLAN',
    port: (port, _args, by) => setPort(port, 'voiceVlan', 'none', by),
  }),
  portCommand('switchport port-security', {
    help: 'Count and limit the source addresses of this port',
    refuse: securityRefusal,
    port: (port, _args, by) => {
      port.portSecurity = true
      port.flagSources.push(...by)
    },
    noPort: (port, _args, by) => {
      port.portSecurity = false
      port.flagSources.push(...by)
    },
    write: (_settings, _isDefault, port) => (port.portSecurity ? ['switchport port-security'] : []),
  }),
  ...['maximum', 'violation', 'mac-address', 'aging', 'limit'].map((detail) =>
    portCommand(`switchport port-security ${detail} ...`, {
      help: 'A detail of port security',
      port: (port, _args, by) => {
        port.flagSources.push(...by)
      },
    }),
  ),
  portCommand('shutdown', {
    help: 'Take this port down; "no shutdown" brings it up',
    port: (port, _args, by) => setPort(port, 'enabled', false, by),
    noPort: (port, _args, by) => setPort(port, 'enabled', true, by),
    write: ({ enabled }, isDefault) =>
      isDefault('enabled') ? [] : [enabled.value ? 'no shutdown' : 'shutdown'],
  }),
  portCommand('channel-group <number> mode <text>', {
    help: 'Make this port a member of a port-channel',
    port: (port, [group, mode], by) => {
      setPort(port, 'channel', `Port-channel${group}`, by)
      port.channelMode = mode
    },
    noPort: (port, _args, by) => resetPort(port, 'channel', by),
    undoLine: 'no channel-group',
    write: ({ channel }, _isDefault, port) =>
      channel.value === null
        ? []
        : [`channel-group ${channel.value.replace(/\D+/, '')} mode ${port.channelMode || 'on'}`],
  }),
  portCommand('channel-group <number>', {
    help: 'Make this port a member of a port-channel',
    port: (port, [group], by) => setPort(port, 'channel', `Port-channel${group}`, by),
    noPort: (port, _args, by) => resetPort(port, 'channel', by),
  }),
  ...edgeCommands('spanning-tree portfast').map((command) => ({
    ...command,
    write: (_settings: unknown, _isDefault: unknown, port: WrittenNotes) =>
      port.portFast ? ['spanning-tree portfast'] : [],
  })),
  ...edgeCommands('spanning-tree portfast trunk'),
  ...edgeCommands('spanning-tree portfast edge'),
  ...edgeCommands('spanning-tree portfast edge trunk'),
  portCommand('spanning-tree portfast disable', {
    help: 'No PortFast here, whatever the global default',
    port: (port, _args, by) => setEdge(port, false, by),
  }),
  portCommand('spanning-tree portfast network', {
    help: 'This port leads to a switch that is watched',
    port: (port, _args, by) => setEdge(port, false, by),
  }),
  portCommand('spanning-tree bpduguard enable', {
    help: 'Shut this port down when a BPDU comes in',
    port: (port, _args, by) => setGuard(port, true, by),
    noPort: (port, _args, by) => setGuard(port, null, by),
    undoLine: 'no spanning-tree bpduguard',
    write: (_settings, _isDefault, { ownBpduGuard }) =>
      ownBpduGuard === null ? [] : [`spanning-tree bpduguard ${ownBpduGuard ? 'enable' : 'disable'}`],
  }),
  portCommand('spanning-tree bpduguard disable', {
    help: 'Take BPDUs here, whatever the global default',
    port: (port, _args, by) => setGuard(port, false, by),
  }),
  portCommand('ip address ...', {
    help: 'Give this interface an IP address; it is then a routed port',
    port: (port, _args, by) => setPort(port, 'switching', false, by),
    noPort: () => undefined,
  }),
  ...unmodelled('port', 'port', {
    'switchport private-vlan': 'Private VLANs of this port',
    'switchport protected': 'Send nothing to other protected ports',
    'switchport block': 'Hold back flooded frames at this port',
    'switchport backup': 'Pair this port with another as its backup',
    'switchport vlan mapping': 'Translate VLAN IDs at this trunk',
    'switchport vlan': 'Translate VLAN IDs at this trunk',
    'switchport trunk pruning': 'VLANs that VTP may prune from this trunk',
    'switchport dot1q': 'Change the tag type of this port',
    'switchport autostate': 'Leave this port out of the state of VLAN interfaces',
    l2protocol: 'Treatment of control frames from a tunnel',
    'l2protocol-tunnel': 'Carry control frames, DTP among them, through a tunnel',
    'dot1q tunneling': 'Change the tag type of this port',
    'mac access-group': 'Filter frames by a MAC access list',
    'ip access-group': 'Filter packets by an access list',
    'ipv6 traffic-filter': 'Filter packets by an access list',
    'access-session': 'Admission by 802.1X or the like',
    authentication: 'Admission by 802.1X or the like',
    dot1x: 'Admission by 802.1X',
    mab: 'Admission by MAC address',
    macro: 'Apply a macro that may hold any command',
    'service instance': 'Ethernet service that classifies frames by its own rules',
    xconnect: 'Carry this port through a pseudowire',
    'bridge-group': 'Bridge this interface by the old bridge groups',
    'spanning-tree bpdufilter': 'Neither send nor take BPDUs',
    encapsulation: 'Encapsulation of a sub-interface',
  }),
  ...unmodelled('port', 'nothing', {
    'ip arp inspection': 'Check ARP packets of this port',
    'ip verify': 'Check source addresses of this port',
  }),
  ...harmless(
    'port',
    'Nothing in our subject',
    'auto qos',
    'bandwidth',
    'bfd',
    'carrier-delay',
    'cdp',
    'channel-protocol',
    'cts',
    'delay',
    'device-tracking',
    'dampening',
    'duplex',
    'energywise',
    'errdisable',
    'ethernet',
    'exit',
    'flow monitor',
    'flowcontrol',
    'hold-queue',
    'hsrp',
    'ip',
    'ipv6',
    'keepalive',
    'lacp',
    'lldp',
    'load-interval',
    'location',
    'logging',
    'mac-address',
    'macsec',
    'mdix',
    'media-type',
    'mls',
    'mpls',
    'mtu',
    'mvrp',
    'nat',
    'negotiation',
    'network-policy',
    'ntp',
    'nmsp',
    'ospfv3',
    'pagp',
    'pnp',
    'port-channel',
    'power',
    'priority-queue',
    'ptp',
    'queue-set',
    'rmon',
    'router',
    'routing',
    'service-policy',
    'snmp',
    'snmp-server',
    'spanning-tree cost',
    'spanning-tree guard',
    'spanning-tree link-type',
    'spanning-tree loopguard',
    'spanning-tree mst',
    'spanning-tree port-priority',
    'spanning-tree vlan',
    'speed',
    'srr-queue',
    'standby',
    'tx-ring-limit',
    'udld',
    'vrf',
    'vrrp',
    'wrr-queue',
    'arp',
    'no-op',
    'trust',
    'vtp',
    'stackwise-virtual',
    'storm-control',
    'dual-active',
    'isis',
    'zone-member',
    'crypto',
    'ppp',
    'clock',
    'fair-queue',
    'random-detect',
    'max-reserved-bandwidth',
    'platform',
    'peer',
    'tunnel',
    'history',
    'alarm',
    'medium',
    'hw-module',
    'fec',
    'inactive',
    'quality',
  ),
]

/** Modes as they stand after `switchport mode`. */
const MODE_WORDS = {
  access: 'access',
  trunk: 'trunk',
  'dynamic auto': 'dynamic auto',
  'dynamic desirable': 'dynamic desirable',
  'dot1q-tunnel': 'dot1q-tunnel',
} as const

function setEdge(port: PortDraft, on: boolean, by: readonly number[]): void {
  port.portFast = on
  port.flagSources.push(...by)
}

function setGuard(port: PortDraft, on: boolean | null, by: readonly number[]): void {
  port.bpduGuard = on
  port.flagSources.push(...by)
}

function edgeCommands(syntax: 'spanning-tree portfast' | `spanning-tree portfast ${string}`): Command[] {
  return [
    portCommand(syntax, {
      help: 'Forward at once: this port leads to a host',
      port: (port, _args, by) => setEdge(port, true, by),
      noPort: (port, _args, by) => setEdge(port, false, by),
    }),
  ]
}

/** Words that only lead to others. */
export const PORT_GROUPS: Readonly<Record<string, string>> = {
  switchport: 'Make this a switch port, and how it handles VLANs',
  'switchport access': 'How the port behaves while it is an access port',
  'switchport mode': 'Access port, trunk, or by negotiation',
  'switchport mode dynamic': 'Let DTP decide with the neighbour',
  'switchport trunk': 'How the port behaves while it is a trunk',
  'switchport trunk allowed': 'VLANs that may cross the trunk',
  'switchport trunk allowed vlan': 'VLANs that may cross the trunk',
  'switchport trunk encapsulation': 'How the trunk tags',
  'switchport trunk native': 'The VLAN without a tag',
  'switchport trunk native vlan': 'The VLAN without a tag',
  'switchport voice': 'Where a phone sends',
  'switchport voice vlan': 'Where a phone sends',
  'spanning-tree': 'Spanning tree on this port',
  'spanning-tree bpduguard': 'Guard against BPDUs on an edge port',
}
