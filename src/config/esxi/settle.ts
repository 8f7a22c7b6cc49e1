import { NOTHING } from '../line-log.ts'
import { namesOf, readPolicyLine } from './blocks.ts'
import type { HypervisorDraft, PolicyDraft } from './draft.ts'
import type { EsxiReader, LooseLine } from './reader.ts'

/**
 * Gives output that does not say whose it is to the one it can only belong to. What stays open is told, with the command whose line
 * is missing.
 */
export function settleLoose(draft: HypervisorDraft, reader: EsxiReader): string[] {
  const tags = reader.loose.filter(({ key }) => key.key === 'tags')
  const policies = reader.loose.filter(({ key }) => key.key !== 'tags')
  return [...settleTags(draft, reader, tags), ...settlePolicies(draft, reader, policies)]
}

function settleTags(draft: HypervisorDraft, reader: EsxiReader, tags: readonly LooseLine[]): string[] {
  const [first] = tags
  if (!first) return []
  const [port, ...others] = draft.vmKernelPorts.values()
  if (tags.length === 1 && port && others.length === 0) {
    port.tags = { value: namesOf(first.key.value), from: [draft.written(first.line.number, first.line.text)] }
    modelled(reader, first)
    return []
  }
  return [
    `${linesOf(tags)}: which VMkernel port these tags belong to is not in the text. Paste the command "esxcli network ip interface tag get -i vmkN" with its output.`,
  ]
}

function settlePolicies(draft: HypervisorDraft, reader: EsxiReader, lines: readonly LooseLine[]): string[] {
  if (lines.length === 0) return []
  const ofPortGroup = lines.some(({ key }) => readPolicyLine(key)?.what === 'override')
  const owners = [...(ofPortGroup ? draft.portGroups : draft.vSwitches).values()]
  const [owner] = owners
  const keys = lines.map(({ key }) => key.key)
  if (owner && owners.length === 1 && new Set(keys).size === keys.length) {
    for (const line of lines) settlePolicy(draft, reader, line, owner.policy)
    return []
  }
  const command = ofPortGroup
    ? 'standard portgroup policy security get -p NAME'
    : 'standard policy security get -v NAME'
  return [
    `${linesOf(lines)}: whose security policy this is is not in the text. Paste the command "esxcli network vswitch ${command}" with its output.`,
  ]
}

function settlePolicy(
  draft: HypervisorDraft,
  reader: EsxiReader,
  line: LooseLine,
  policy: PolicyDraft,
): void {
  const said = readPolicyLine(line.key)
  if (said?.what === 'answer') {
    policy[said.name] = { value: said.answer, from: [draft.written(line.line.number, line.line.text)] }
  }
  modelled(reader, line)
}

function modelled(reader: EsxiReader, { index }: LooseLine): void {
  const line = reader.log.lines[index]
  if (line) reader.log.lines[index] = { ...line, state: 'modelled', touches: NOTHING }
}

function linesOf(lines: readonly LooseLine[]): string {
  const numbers = lines.map(({ line }) => line.number)
  return numbers.length === 1 ? `Line ${numbers[0]}` : `Lines ${numbers[0]} to ${numbers.at(-1)}`
}
