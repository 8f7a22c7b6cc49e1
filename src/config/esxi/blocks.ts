import type { SourceId } from '../../net/settings.ts'
import type { PolicyName } from '../hypervisor-reading.ts'
import type { VmKernelDraft, VSwitchDraft } from './draft.ts'

/** A line of esxcli's blocks: `   Uplinks: vmnic2, vmnic3`. */
export type KeyLine = { readonly key: string; readonly value: string }

/** The key and the value of a line; null for a line that is none. */
export function readKeyLine(line: string): KeyLine | null {
  const [, key, value] = /^[ \t]*([A-Z][\w ()/-]{0,48}):(?:[ \t]+(.*))?$/.exec(line) ?? []
  return key === undefined ? null : { key: key.toLowerCase(), value: (value ?? '').trim() }
}

/** The names in a list of esxcli; empty for an empty list. */
export function namesOf(value: string): string[] {
  return value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** What a key means that has no value in our subject. */
const HARMLESS_KEYS = new Set([
  'class',
  'num ports',
  'used ports',
  'configured ports',
  'mtu',
  'cdp status',
  'beacon enabled',
  'beacon interval',
  'beacon threshold',
  'beacon required by',
  'beacon timeout',
  'vmware branded',
  'dvport',
  'client',
  'dvportgroup id',
  'in use',
  'port id',
  'netstack instance',
  'vds uuid',
  'vds port',
  'vds connection',
  'opaque network id',
  'opaque network type',
  'external id',
  'tso mss',
  'rxdispqueue size',
  'urpf',
  'ipv4 address',
  'ipv4 netmask',
  'ipv4 broadcast',
  'ipv6 enabled',
])

/** Whether a block may hold this key without any meaning to our subject. */
export function isHarmlessKey(key: string): boolean {
  return HARMLESS_KEYS.has(key)
}

/** What esxcli writes where a name does not apply. */
const NOT_APPLICABLE = 'N/A'

/** Gives a virtual switch what a line of its block says; false where the line says nothing of our subject. */
export function readVSwitchKey(draft: VSwitchDraft, line: KeyLine, by: () => SourceId): boolean {
  if (line.key === 'uplinks') {
    draft.uplinks = { value: namesOf(line.value), from: [by()] }
    return true
  }
  if (line.key === 'vds id') {
    draft.kind = 'distributed'
    return true
  }
  // The list of port groups repeats what their own table says, without their VLANs.
  return line.key === 'portgroups'
}

/** Gives a VMkernel port what a line of its block says; false where the line says nothing of our subject. */
export function readVmKernelKey(draft: VmKernelDraft, line: KeyLine, by: () => SourceId): boolean {
  const name = line.value === NOT_APPLICABLE || line.value === '' ? null : line.value
  switch (line.key) {
    case 'portgroup':
      draft.portGroup = name
      return true
    case 'portset':
      draft.vSwitch ??= name
      return true
    case 'vds name':
      if (name !== null) draft.vSwitch = name
      return true
    case 'mac address':
      draft.mac = /^(?:[\da-f]{2}:){5}[\da-f]{2}$/i.test(line.value) ? line.value.toLowerCase() : null
      return true
    case 'enabled':
      draft.enabled = line.value !== 'false'
      return true
    case 'tags':
      draft.tags = { value: namesOf(line.value), from: [by()] }
      return true
    default:
      return false
  }
}

const POLICY_KEYS: Readonly<Record<string, PolicyName>> = {
  'allow promiscuous': 'promiscuous',
  'allow mac address change': 'macChanges',
  'allow forged transmits': 'forgedTransmits',
}

/** What a line of `policy security get` says. */
export type PolicyLine =
  | { readonly what: 'answer'; readonly name: PolicyName; readonly answer: 'accept' | 'reject' }
  /** Whether a port group has a policy of its own: only the output for port groups has these lines. */
  | { readonly what: 'override' }

/** A line of `policy security get`; null for any other. */
export function readPolicyLine(line: KeyLine): PolicyLine | null {
  if (/^override v?switch allow (?:promiscuous|mac address change|forged transmits)$/.test(line.key)) {
    return { what: 'override' }
  }
  const name = POLICY_KEYS[line.key]
  if (name === undefined || (line.value !== 'true' && line.value !== 'false')) return null
  return { what: 'answer', name, answer: line.value === 'true' ? 'accept' : 'reject' }
}
