import type { AskOption } from '../bridge-port.ts'
import { type Frame, isGroup, type Mac, tag } from '../frame.ts'
import type { ProfileName } from '../profiles.ts'
import { hasVlan, type Vid, type VlanSet } from '../vlan-set.ts'
import type { StationKind, StationSend } from './station.ts'

/** VLAN of a port group that leaves tagging to the physical switch (EST), or to the guest (VGT); config values, never on a wire. */
export const EST: Vid = 0
export const VGT: Vid = 4095

/** A port group: the VLAN its ports are in, 1-4094 for VST, and what its ports may do (facts E1). */
export type PortGroup = {
  readonly name: string
  readonly vlan: Vid
  /** Its ports see every frame of their VLAN; with VGT every frame of the vSwitch. */
  readonly promiscuous: boolean
  /** Whether a guest may send from another address than its card's. */
  readonly forgedTransmits: boolean
  /** With VGT, the VLANs a guest may tag: the trunk range of a distributed switch, 0 for no tag. Absent means all (facts E1). */
  readonly guestVlans?: VlanSet
}

/** Whether a port group whose guests tag takes frames of this VLAN, 0 for none. */
function guestMayTag({ guestVlans }: PortGroup, vlan: Vid): boolean {
  return !guestVlans || hasVlan(guestVlans, vlan)
}

/** A socket of the vSwitch: a virtual machine's card or a VMkernel interface, which is a station of its own cabled to it. */
export type VirtualPort = { readonly port: string; readonly portGroup: string; readonly mac: Mac }

/**
 * The standard vSwitch of a hypervisor (facts E1, as documented): it knows its guests' addresses and learns none, speaks neither DTP
 * nor spanning tree, has no native VLAN, and never passes a frame from one uplink to another.
 */
export type VSwitchSpec = {
  readonly kind: 'vswitch'
  readonly platform: ProfileName
  /** Physical cards. Each guest uses one of them, by the order of its port: "route based on originating virtual port". */
  readonly uplinks: readonly string[]
  readonly portGroups: readonly PortGroup[]
  readonly virtualPorts: readonly VirtualPort[]
}

/** A frame inside the vSwitch: the VLAN it is in (0 for none), and its form without that VLAN's tag. */
type Inside = { readonly vlan: Vid; readonly inner: Frame; readonly outer: Frame }

/** A vSwitch: frames go between its ports and out of an uplink by port group and known address. */
export const vswitch: StationKind<VSwitchSpec, null> = {
  ports: (spec) => [...spec.uplinks, ...spec.virtualPorts.map(({ port }) => port)],
  initial: () => null,
  platform: (spec) => spec.platform,
  step: (spec, state, input, _now, ask) => {
    if (input.kind !== 'frame') return { state }
    const from = spec.virtualPorts.find(({ port }) => port === input.port)
    const sends = from ? fromGuest(spec, from, input.frame, ask) : fromUplink(spec, input.port, input.frame)
    return sends ? { state, reception: 'overheard', sends } : { state, reception: 'ignored' }
  },
}

function groupOf(spec: VSwitchSpec, { portGroup }: VirtualPort): PortGroup | undefined {
  return spec.portGroups.find(({ name }) => name === portGroup)
}

/** What a guest's frame is inside; null where the vSwitch drops it (facts C6, E1). */
function taggedBy(group: PortGroup, frame: Frame, ask: AskOption): Inside | null {
  const first = frame.tags[0]
  if (group.vlan === VGT) {
    const vlan = first?.vid ?? EST
    return guestMayTag(group, vlan) ? { vlan, inner: withoutFirst(frame), outer: frame } : null
  }
  if (group.vlan === EST) {
    if (first && ask('guestTagOnEst') === 'dropped') return null
    return { vlan: first?.vid ?? EST, inner: withoutFirst(frame), outer: frame }
  }
  if (frame.tags.length > 1 || (first && ask('guestTagOnVst') === 'dropped')) return null
  return { vlan: group.vlan, inner: frame, outer: { ...frame, tags: [tag(group.vlan), ...frame.tags] } }
}

function withoutFirst(frame: Frame): Frame {
  return frame.tags.length === 0 ? frame : { ...frame, tags: frame.tags.slice(1) }
}

function fromGuest(spec: VSwitchSpec, from: VirtualPort, frame: Frame, ask: AskOption): StationSend[] | null {
  const group = groupOf(spec, from)
  if (!group || (!group.forgedTransmits && frame.src !== from.mac)) return null
  const inside = taggedBy(group, frame, ask)
  if (!inside) return null
  const guests = spec.virtualPorts.filter((guest) => guest !== from)
  const sends = guests.flatMap((guest) => toGuest(spec, guest, inside))
  const local = !isGroup(frame.dst) && sends.some(({ port }) => macOf(spec, port) === frame.dst)
  const uplink = uplinkOf(spec, from)
  if (!local && uplink) sends.push({ port: uplink, frame: inside.outer, via: 'forwarded' })
  return sends
}

function fromUplink(spec: VSwitchSpec, uplink: string, frame: Frame): StationSend[] | null {
  // Another card of the team brings back what a guest here sent: it is dropped, or the guest would hear itself.
  if (spec.virtualPorts.some(({ mac }) => mac === frame.src)) return null
  const inside = { vlan: frame.tags[0]?.vid ?? EST, inner: withoutFirst(frame), outer: frame }
  const guests = spec.virtualPorts.filter((guest) => uplinkOf(spec, guest) === uplink)
  return guests.flatMap((guest) => toGuest(spec, guest, inside))
}

function toGuest(spec: VSwitchSpec, guest: VirtualPort, { vlan, inner, outer }: Inside): StationSend[] {
  const group = groupOf(spec, guest)
  if (!group) return []
  const member = group.vlan === VGT ? guestMayTag(group, vlan) : group.vlan === vlan
  const wanted = isGroup(outer.dst) || outer.dst === guest.mac || group.promiscuous
  if (!member || !wanted) return []
  return [{ port: guest.port, frame: group.vlan === VGT || vlan === EST ? outer : inner, via: 'forwarded' }]
}

function macOf(spec: VSwitchSpec, port: string): Mac | undefined {
  return spec.virtualPorts.find((guest) => guest.port === port)?.mac
}

/** The uplink a guest sends and receives by: guests take them in turn. */
function uplinkOf(spec: VSwitchSpec, guest: VirtualPort): string | undefined {
  return spec.uplinks[spec.virtualPorts.indexOf(guest) % spec.uplinks.length]
}
