import type { Dialect, ReadRequest } from './dialect.ts'
import { DIALECTS, dialectNamed } from './dialects.ts'
import { IOS_OUTPUTS } from './ios/show/read/index.ts'
import { mayHold } from './pasted/find-outputs.ts'
import { UnreadableConfig } from './reading.ts'

/** A dialect taken from a text, and why. */
export type Recognised = { readonly dialect: Dialect; readonly reason: string }

/** Signs of languages that are not read, with what to call them. */
const OTHERS: readonly {
  readonly name: string
  readonly sign: RegExp
  /** What to give in its place, where the same machine has something that is read. */
  readonly instead?: string
}[] = [
  {
    name: 'XenServer or XCP-ng (xe)',
    sign: /^[ \t]*uuid[ \t]*\([ \t]*R[OW][ \t]*\)[ \t]*:/m,
    instead: 'Give the output of "ovs-vsctl show" and "ovs-vsctl list port" on that host.',
  },
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

/**
 * The dialect of a text, with the reason. Throws `UnreadableConfig`, with a sentence that names the file, for what is no
 * configuration that is read: empty, binary, another vendor's.
 */
export function recognise(sample: string, { path, dialect: said }: ReadRequest): Recognised {
  if (sample.trim() === '') throw new UnreadableConfig(`${path} is empty.`)
  if (looksBinary(sample)) {
    throw new UnreadableConfig(
      `${path} is not a text file. Save the output of "show running-config" as plain text (UTF-8).`,
    )
  }
  const forced = said && dialectNamed(said)
  if (forced) return { dialect: forced, reason: `It was said to be ${forced.title}.` }
  const signed = bySigns(sample)
  if (signed) return signed
  const ios = dialectNamed('ios')
  const outputs = mayHold(sample, IOS_OUTPUTS)
  const cisco = CISCO_STYLE.test(sample)
  const isSure = outputs || (cisco && /^[ \t]*switchport\b/m.test(sample))
  const other = isSure ? undefined : OTHERS.find(({ sign }) => sign.test(sample))
  if (other) {
    throw new UnreadableConfig(
      `${path} looks like a ${other.name} configuration, which vlan-dojo does not read. ${other.instead ?? readInstead()}`,
    )
  }
  if (cisco && ios) {
    return { dialect: ios, reason: 'It holds commands of Cisco IOS and none that only another system has.' }
  }
  if (outputs && ios) return { dialect: ios, reason: 'It holds what show commands of Cisco IOS print.' }
  throw new UnreadableConfig(`${path} holds no configuration that vlan-dojo knows. ${readInstead()}`)
}

function bySigns(sample: string): Recognised | null {
  for (const dialect of DIALECTS) {
    const found = dialect.signs.find(({ sign }) => sign.test(sample))
    if (found) return { dialect, reason: found.reason }
  }
  return null
}

function readInstead(): string {
  return `It reads configurations of ${DIALECTS.map(({ title }) => title).join(', ')}.`
}

/** What no text holds: controls but for tab, line ends, form feed, ESC, backspace, and the `^C` of banners. */
const STRANGE = /[\u0000-\u0002\u0004-\u0007\u000b\u000e-\u001a\u001c-\u001f\ufffd]/g

function looksBinary(sample: string): boolean {
  const looked = sample.slice(0, 8192)
  return (looked.match(STRANGE)?.length ?? 0) > looked.length / 20
}
