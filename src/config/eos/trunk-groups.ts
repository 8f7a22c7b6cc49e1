import type { SourceId } from '../../net/settings.ts'
import { hasVlan } from '../../net/vlan-set.ts'
import { addedSources } from '../added-sources.ts'
import { type Command, portCommand, vlanCommand } from '../command.ts'
import { isLeft, type PortDraft, resetPort } from '../port-draft.ts'

function setGroups(port: PortDraft, names: readonly string[], by: readonly SourceId[]): void {
  const earlier = isLeft(port, 'trunkGroups') ? [] : port.settings.trunkGroups.from
  port.settings.trunkGroups = { value: names, from: addedSources(earlier, by) }
}

/** Ascending names with one more among them, each once. */
function withName(names: readonly string[], name: string): readonly string[] {
  let [from, to] = [0, names.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((names[middle] ?? '') < name) from = middle + 1
    else to = middle
  }
  if (names[from] === name) return names
  const more = [...names]
  more.splice(from, 0, name)
  return more
}

/** The trunk groups that a port is in: it carries their VLANs, and none that are in other groups only. */
export const PORT_TRUNK_GROUP = portCommand('switchport trunk group <word>', {
  help: 'Carry the VLANs of this trunk group',
  port: (port, [name], by) => setGroups(port, withName(port.settings.trunkGroups.value, name), by),
  noPort: (port, [name], by) => {
    const left = port.settings.trunkGroups.value.filter((each) => name !== undefined && each !== name)
    if (left.length === 0) resetPort(port, 'trunkGroups', by)
    else setGroups(port, left, by)
  },
  write: ({ trunkGroups }) => trunkGroups.value.map((name) => `switchport trunk group ${name}`),
  rewrite: ({ trunkGroups: from }, { trunkGroups: to }, written) => {
    if (to.value.length === 0) return written
    const gone = from.value.filter((name) => !to.value.includes(name))
    const come = to.value.filter((name) => !from.value.includes(name))
    return [
      ...come.map((name) => `switchport trunk group ${name}`),
      ...gone.map((name) => `no switchport trunk group ${name}`),
    ]
  },
  cuts: ({ trunkGroups: from }, { trunkGroups: to }) =>
    from.value.every((name) => to.value.includes(name))
      ? null
      : 'VLANs of a trunk group stop crossing this trunk; one of them may carry your session.',
})

/** The trunk groups that a VLAN is in: only their trunks carry it. A range of VLANs goes into the group as a whole. */
export const VLAN_TRUNK_GROUP: Command = vlanCommand('trunk group <word>', {
  help: 'Let only trunks of this group carry these VLANs',
  vlans: (device, vlans, [name], by) => device.trunkGroups.join(name, vlans, by),
  noVlans: (device, vlans, [name]) => {
    if (name === undefined) device.trunkGroups.leaveAll(vlans)
    else device.trunkGroups.leave(name, vlans)
  },
  writeVlan: ({ device }, vlan) =>
    device.vlans.groups
      .filter(({ vlans }) => hasVlan(vlans.value, vlan))
      .map(({ name }) => `trunk group ${name}`),
})
