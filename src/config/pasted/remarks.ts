import type { PortSettingName } from '../../net/settings.ts'
import { showVlans, type VlanSet } from '../../net/vlan-set.ts'
import type { Operation } from '../observed.ts'
import type { PortDraft } from '../port-draft.ts'
import type { PastedLine, Said } from './pasted.ts'

const WORDS: Readonly<Partial<Record<PortSettingName, string>>> = {
  switching: 'switching',
  mode: 'the mode',
  negotiate: 'DTP',
  accessVlan: 'the access VLAN',
  nativeVlan: 'the native VLAN',
  allowedVlans: 'the allowed VLANs',
  trunkGroups: 'the list of trunk groups',
  voiceVlan: 'the voice VLAN',
  encapsulation: 'the trunk encapsulation',
}

/** A setting that two places tell differently. */
export type Disagreement = {
  readonly port: PortDraft
  readonly name: PortSettingName
  /** What the later place says, and the command that printed it. */
  readonly said: Said<unknown>
  readonly command: string
  /** The command that printed what was taken; null where that stands in the configuration. */
  readonly first: string | null
}

/** That a setting has two values, and which of them counts. */
export function disagreement({ port, name, said, command, first }: Disagreement): string {
  const word = WORDS[name] ?? name
  const taken = valueText(name, port.settings[name]?.value)
  const shown = valueText(name, said.value)
  const [where, which] =
    first === null ? ['the configuration', 'The configuration'] : [`"${first}"`, 'The first']
  return `${port.settings.name}: ${word} is ${taken} in ${where} and ${shown} in "${command}" (line ${said.at.line}). ${which} is taken.`
}

function valueText(name: PortSettingName, value: unknown): string {
  if (value === true) return 'on'
  if (value === false) return 'off'
  if (value === 'platform-default') return "the platform's default"
  if (!Array.isArray(value)) return String(value)
  return name === 'trunkGroups' ? value.join(', ') || 'none' : showVlans(value as VlanSet)
}

/** That a port operates as no line of it says; null where it does as it is told. */
export function operatesOtherwise(
  port: PortDraft,
  operating: Operation,
  at: PastedLine,
  command: string,
): string | null {
  const { name, mode } = port.settings
  const where = `"${command}" (line ${at.line})`
  const told = mode.value === 'trunk' || mode.value === 'access' ? mode.value : null
  if (operating === 'trunk' && told === null) {
    return `${name} is a trunk in ${where}, though no line makes it one: it negotiated that with what is plugged in.`
  }
  if (operating === 'down' || told === null || told === operating) return null
  return `${name} is configured as ${told} and operates as ${operating} in ${where}.`
}
