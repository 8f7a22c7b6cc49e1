import type { HypervisorReading, PortGroupVlan, SecurityPolicy } from '../../src/config/index.ts'
import { showVlans } from '../../src/net/vlan-set.ts'

function vlan(value: PortGroupVlan): string {
  if (value.tagging === 'external') return 'no tag'
  if (value.tagging === 'vswitch') return `vlan ${value.vlan}`
  return `guest tags ${showVlans(value.vlans)}${value.untagged ? ' and untagged' : ''}`
}

function policy({ promiscuous, macChanges, forgedTransmits }: SecurityPolicy): string {
  return [promiscuous, macChanges, forgedTransmits].map(({ value }) => value).join('/')
}

/** A hypervisor as text that a person can check against its lists: the form of the `.expected` files. */
export function hypervisorSummary(reading: HypervisorReading): string {
  const lines = [`hypervisor ${reading.name}${reading.named ? '' : ' (by its file)'}, ${reading.dialect}`]
  for (const each of reading.vSwitches) {
    const uplinks = each.uplinks.value === null ? 'unknown' : each.uplinks.value.join(',') || 'none'
    lines.push(`${each.name} | ${each.kind} | uplinks ${uplinks} | policy ${policy(each.policy)}`)
  }
  for (const each of reading.portGroups) {
    const clients = each.activeClients === null ? '?' : `${each.activeClients}`
    lines.push(
      `group ${each.name} | ${each.vSwitch} | ${vlan(each.vlan.value)} | clients ${clients} | policy ${policy(each.policy)}`,
    )
  }
  for (const each of reading.vmKernelPorts) {
    const tags = each.tags.value === null ? '?' : each.tags.value.join(',') || 'none'
    lines.push(
      `${each.name} | ${each.portGroup ?? '-'} | ${each.vSwitch ?? '-'} | ${each.mac ?? '-'} | tags ${tags}${each.enabled ? '' : ' | off'}`,
    )
  }
  for (const { line, state, touches, text } of reading.lines) {
    if (state === 'modelled' || state === 'harmless') continue
    lines.push(`line ${line} ${state} (${touches.what}): ${text.trim()}`)
  }
  for (const assumption of reading.assumptions) lines.push(`assumed: ${assumption}`)
  return `${lines.join('\n')}\n`
}
