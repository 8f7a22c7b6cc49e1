import type { OptionName } from '../net/options.ts'

/** What each option asks about a platform, as the end of "it depends on ...". */
const ASKS: Readonly<Record<OptionName, string>> = {
  tagOnAccess: 'whether an access port takes a frame tagged with its own VLAN',
  priorityTag: 'whether a port takes a frame tagged with VLAN ID 0 as if it had no tag',
  untaggedOnTaggedNative: 'whether a trunk that tags its native VLAN still takes untagged frames',
  defaultMode: 'the mode of a port without a mode line',
  dtp: 'whether the platform speaks DTP',
  accessSpeaksDtp: 'whether an access port sends DTP',
  tagTypes: 'which tag types count as a tag',
  nativeOutsideList: 'whether a native VLAN outside the allowed list is carried',
  reservedAddresses: 'whether frames to reserved group addresses are relayed',
  groupSource: 'whether a frame from a group address is relayed',
  dropEligible: 'whether drop eligibility outlives a rewritten tag',
  macMove: 'whether an address that moves to another port is believed at once',
  bpdu: 'which spanning tree the platform speaks',
  pvidMismatch: 'which end of a trunk blocks when its native VLANs differ',
  pathCosts: 'by which table the ports of a spanning tree cost, `spanning-tree pathcost method`',
  transparentDomain: 'whether a switch that is transparent in VTP negotiates with another domain',
  bothNegotiate: 'which encapsulation two negotiating ends agree on',
  unbundledMember: 'whether ports forward whose far end makes no port-channel with them',
  guestTagOnVst: 'what becomes of a tag that a guest writes in a port group with a VLAN',
  guestTagOnEst: 'what becomes of a tag that a guest writes in a port group without one',
}

/** What a verdict depends on, in words: `whether an access port takes ... (tagOnAccess)`. */
export function optionAsked(option: OptionName): string {
  return `${ASKS[option]} (${option})`
}
