import { type DialectName, UnreadableConfig } from './reading.ts'

/** A dialect taken from a text, and why. */
export type Recognised = { readonly dialect: DialectName; readonly reason: string }

type Sign = { readonly sign: RegExp; readonly reason: string }

/** Signs of the dialects that are read, surest first. */
const DIALECTS: readonly (Sign & { readonly dialect: DialectName })[] = [
  {
    dialect: 'nxos',
    sign: /^!Command: show running-config\s+^!Running configuration last done/m,
    reason: 'It begins as "show running-config" does on NX-OS.',
  },
  {
    dialect: 'nxos',
    sign: /^(?:vdc \S+ id \d|feature (?:vpc|interface-vlan|lacp|nxapi|bash-shell|bgp|ospf|hsrp|udld|telnet|ssh|dhcp|lldp|tacacs\+|private-vlan|vtp|nv overlay|fabric)|boot nxos |vpc domain \d|install feature-set )/m,
    reason: 'It holds commands that only NX-OS has, such as "feature".',
  },
  {
    dialect: 'eos',
    sign: /^! device: .*EOS-|^! Command: show running-config.*\n! device:|^transceiver qsfp default-mode|^service routing protocols model|^daemon TerminAttr|^mlag configuration$|^management api http-commands|^switchport default mode /m,
    reason: 'It holds lines that only Arista EOS writes.',
  },
  {
    dialect: 'esxi',
    sign: /^[ \t]*Name[ \t]+Virtual Switch[ \t]+Active Clients[ \t]+VLAN ID/m,
    reason: 'It holds the table of port groups that esxcli prints.',
  },
  {
    dialect: 'ovs',
    sign: /^[ \t]+Bridge "?[\w.-]+"?\r?$[\s\S]*^[ \t]+Port "?[\w.-]+"?\r?$|^[ \t]*(?:[#$] )?ovs-vsctl\b.*\b(?:add-br|add-port|set port)\b/m,
    reason: 'It is what ovs-vsctl shows or takes.',
  },
  {
    dialect: 'linux-bridge',
    sign: /^port[ \t]+vlan[ -]ids?[ \t]*\r?$|"vlans"[ \t]*:[ \t]*\[[\s\S]*"vlan"[ \t]*:|^[ \t]*(?:[#$] )?bridge vlan add\b/m,
    reason: 'It is what "bridge vlan show" prints.',
  },
]

/** Signs of languages that are not read, with what to call them. */
const OTHERS: readonly { readonly name: string; readonly sign: RegExp }[] = [
  {
    name: 'Juniper Junos',
    sign: /^set (?:version|system|interfaces|vlans|protocols|ethernet-switching-options) |^(?:interfaces|vlans|system|protocols|groups) \{\s*$|family ethernet-switching/m,
  },
  { name: 'Fortinet', sign: /^#?config-version=|^config (?:system|switch|firewall|vdom)\b/m },
  { name: 'MikroTik RouterOS', sign: /^\/(?:interface|ip|system)(?: [\w-]+)*\s*$|^# .*by RouterOS/m },
  {
    name: 'HPE ProCurve or Aruba',
    sign: /^; (?:J[LH]?\d{2,4}[A-Z]?|hpStack).*Configuration Editor|^ {3}(?:un)?tagged \S+\r?$/m,
  },
  { name: 'Huawei VRP or HPE Comware', sign: /^ ?(?:port link-type |undo |vlan batch |sysname )/m },
  { name: 'Palo Alto', sign: /^set deviceconfig |<config version=.*urldb/m },
  { name: 'VyOS or EdgeOS', sign: /^interfaces \{\s+^ {4}ethernet eth/m },
  { name: 'Extreme EXOS', sign: /^(?:create|configure) vlan "?\w+"? /m },
  { name: 'Cumulus NVUE', sign: /^nv set |^- set:\r?$/m },
  { name: 'Cisco CatOS', sign: /^set (?:vlan|trunk|port|vtp) \d/m },
]

/** Lines that make a text a configuration in Cisco's style, in any dialect. */
const CISCO_STYLE =
  /^[ \t]*(?:\S+[#>][ \t]*)?(?:interface[ \t]+\S|int[ \t]+\S|switchport\b|sw(?:itch)?[ \t]+(?:mo|ac|tr)|hostname[ \t]+\S|vlan[ \t]+\d|version[ \t]+1\d\.\d|spanning-tree[ \t]|vtp[ \t]|line (?:con|vty))/im

/** How much of a text's beginning and end is looked at: what a text is shows there, and a huge one costs no more. */
const HEAD = 65_536
const TAIL = 16_384

/** The beginning and the end of a text. */
export function sampleOf(text: string): string {
  return text.length <= HEAD + TAIL ? text : `${text.slice(0, HEAD)}\n${text.slice(-TAIL)}`
}

/**
 * The dialect of a text, with the reason. Throws `UnreadableConfig`, with a sentence that names the file, for what is no
 * configuration that is read: empty, binary, another vendor's.
 */
export function recognise(text: string, sample: string, path: string): Recognised {
  if (sample.trim() === '' && text.trim() === '') throw new UnreadableConfig(`${path} is empty.`)
  if (looksBinary(sample)) {
    throw new UnreadableConfig(
      `${path} is not a text file. Save the output of "show running-config" as plain text (UTF-8).`,
    )
  }
  const known = DIALECTS.find(({ sign }) => sign.test(sample))
  if (known) return { dialect: known.dialect, reason: known.reason }
  const ios = CISCO_STYLE.test(sample)
  const other = OTHERS.find(({ sign }) => sign.test(sample))
  if (other && !(ios && /^[ \t]*switchport\b/m.test(sample))) {
    throw new UnreadableConfig(
      `${path} looks like a ${other.name} configuration, which vlan-dojo does not read. ${READ_INSTEAD}`,
    )
  }
  if (ios)
    return { dialect: 'ios', reason: 'It holds commands of Cisco IOS and none that only another system has.' }
  throw new UnreadableConfig(`${path} holds no configuration that vlan-dojo knows. ${READ_INSTEAD}`)
}

const READ_INSTEAD = 'It reads the output of "show running-config" of Cisco IOS switches.'

/** Controls that text holds: tab, line ends, form feed, ESC, backspace, and the `^C` of banners. */
const TEXT_CONTROLS = new Set([0x08, 0x09, 0x0a, 0x0c, 0x0d, 0x1b, 0x03])

function looksBinary(sample: string): boolean {
  let strange = 0
  const looked = Math.min(sample.length, 8192)
  for (let i = 0; i < looked; i++) {
    const code = sample.charCodeAt(i)
    if (code === 0xfffd || (code < 0x20 && !TEXT_CONTROLS.has(code))) strange++
  }
  return strange > looked / 20
}
