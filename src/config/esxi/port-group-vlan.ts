import { ALL_VLANS, LAST_VLAN, vlanSet, withoutVlans } from '../../net/vlan-set.ts'
import type { PortGroupVlan } from '../hypervisor-reading.ts'

/** The VLAN ID that means "the guest tags" on a standard switch (facts A2, E1). */
export const GUEST_TAGS = 4095

/** What the VLAN ID of a port group on a standard switch means (facts E1); null for a number that is none. */
export function vlanOfId(id: number): PortGroupVlan | null {
  if (!Number.isInteger(id) || id < 0 || id > GUEST_TAGS) return null
  if (id === 0) return { tagging: 'external' }
  if (id === GUEST_TAGS) return { tagging: 'guest', vlans: ALL_VLANS, untagged: true }
  return { tagging: 'vswitch', vlan: id }
}

/**
 * What somebody wrote as the VLAN of a distributed port group: `none` or `0`, one VLAN ID, or a trunk as `trunk 10-20,30`, where
 * the word may be left out for more than one VLAN. Null for what is none of these.
 */
export function vlanOfWords(written: string): PortGroupVlan | null {
  const [, word, list] = /^(?:vlan[ \t]+)?(trunk(?:ing)?[ \t]*)?(\S.*)?$/i.exec(written.trim()) ?? []
  if (list === undefined) return word === undefined ? null : trunkOf('0-4094')
  if (/^none$/i.test(list) && word === undefined) return { tagging: 'external' }
  if (/^\d+$/.test(list) && word === undefined) return vlanOfId(Number(list))
  return trunkOf(list.replaceAll(/[ \t]+/g, ''))
}

function trunkOf(list: string): PortGroupVlan | null {
  const ranges: [number, number][] = []
  for (const element of list.split(',')) {
    const [, low, high = low] = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(element) ?? []
    if (low === undefined || high === undefined) return null
    const [from, to] = [Number(low), Number(high)]
    if (to > LAST_VLAN || to < from) return null
    ranges.push([from, to])
  }
  const vlans = vlanSet(...ranges)
  const untagged = vlans[0]?.[0] === 0
  return { tagging: 'guest', vlans: untagged ? withoutVlans(vlans, [[0, 0]]) : vlans, untagged }
}
