import { optionValue, shellWords } from '../shell-line.ts'
import type { Subject } from './draft.ts'

/** What an esxcli command that was pasted with its output announces. */
export type EsxcliCommand =
  /** Its output is read; `subject` says what it is about where the output itself does not. */
  | { readonly kind: 'lists'; readonly subject: Subject | null }
  /** Its output has nothing to do with port groups, uplinks, VMkernel ports or policies. */
  | { readonly kind: 'other' }
  /** It changes the network of the host: what was listed before may no longer hold. */
  | { readonly kind: 'changes' }

const READ = [
  /^network vswitch standard (?:portgroup )?list$/,
  /^network vswitch dvs vmware list$/,
  /^network ip interface list$/,
]

/** What this command is; null for a line that is no esxcli command. */
export function esxcliCommand(command: string): EsxcliCommand | null {
  if (!/^(?:\S*\/)?(?:esxcli|localcli)(?:[ \t]|$)/.test(command)) return null
  const words = shellWords(command)
  const plain: string[] = []
  for (const word of words.slice(1)) {
    if (word.startsWith('-') || /[|><;&]/.test(word)) break
    plain.push(word)
  }
  const name = plain.join(' ').toLowerCase()
  if (READ.some((known) => known.test(name))) return { kind: 'lists', subject: null }
  const subject = subjectOf(name, words)
  if (subject) return { kind: 'lists', subject }
  const changes = /^network (?:vswitch|ip interface)\b.*\b(?:add|set|remove)$/.test(name)
  return { kind: changes ? 'changes' : 'other' }
}

function subjectOf(name: string, words: readonly string[]): Subject | null {
  if (name === 'network ip interface tag get') {
    const port = optionValue(words, '-i', '--interface-name')
    return port === null ? null : { what: 'tags', name: port }
  }
  if (name === 'network vswitch standard policy security get') {
    const vSwitch = optionValue(words, '-v', '--vswitch-name')
    return vSwitch === null ? null : { what: 'vswitch-policy', name: vSwitch }
  }
  if (name === 'network vswitch standard portgroup policy security get') {
    const group = optionValue(words, '-p', '--portgroup-name')
    return group === null ? null : { what: 'port-group-policy', name: group }
  }
  return null
}
