import { hasVlan } from '../../net/vlan-set.ts'
import { type Command, globalCommand, vlanCommand } from '../command.ts'

/** The host name. */
export const HOSTNAME = globalCommand('hostname <word>', {
  help: "The device's name",
  device: (device, [name]) => {
    device.hostname = name
  },
})

/** VLANs of the database; `vlan N` opens their block. */
export const VLAN = globalCommand('vlan <vlans>', {
  help: 'Add VLANs to the database',
  device: (device, [vlans], by) => device.declareVlans(vlans, by),
  noDevice: (device, [vlans], by) => {
    if (!vlans) return
    device.removeVlans(vlans, by)
    device.suspendVlans(vlans, false, by)
    for (const vlan of device.vlanNames.keys()) {
      if (hasVlan(vlans, vlan)) device.vlanNames.delete(vlan)
    }
  },
})

/** A VLAN with its name in one line, as the old VLAN database mode has it. */
export const NAMED_VLAN = globalCommand('vlan <vlan> name <word> ...', {
  help: 'Add a VLAN to the database',
  device: (device, [vlan, name], by) => {
    device.declareVlans([[vlan, vlan]], by)
    device.vlanNames.set(vlan, name)
  },
})

/** Commands under `vlan N` that every dialect has. */
export const VLAN_ROWS: readonly Command[] = [
  vlanCommand('name <text>', {
    help: 'Name of this VLAN',
    state: 'harmless',
    vlans: (device, [range], [name]) => {
      if (range && range[0] === range[1]) device.vlanNames.set(range[0], name)
    },
    noVlans: (device, [range]) => {
      if (range && range[0] === range[1]) device.vlanNames.delete(range[0])
    },
    writeVlan: ({ vlanNames }, vlan) => {
      const name = vlanNames[vlan]
      return name === undefined ? [] : [`name ${name}`]
    },
  }),
  vlanCommand('state active', {
    help: 'Bridge in this VLAN',
    vlans: (device, vlans, _args, by) => device.suspendVlans(vlans, false, by),
  }),
  vlanCommand('state suspend', {
    help: 'Bridge nothing in this VLAN',
    vlans: (device, vlans, _args, by) => device.suspendVlans(vlans, true, by),
    noVlans: (device, vlans, _args, by) => device.suspendVlans(vlans, false, by),
    writeVlan: ({ device }, vlan) => (hasVlan(device.vlans.suspended.value, vlan) ? ['state suspend'] : []),
  }),
  vlanCommand('shutdown', {
    help: 'Bridge nothing in this VLAN on this switch',
    vlans: (device, vlans, _args, by) => device.suspendVlans(vlans, true, by),
    noVlans: (device, vlans, _args, by) => device.suspendVlans(vlans, false, by),
  }),
]

/** `vlan dot1q tag native` (facts C4). */
export const TAG_NATIVE = globalCommand('vlan dot1q tag native', {
  help: 'Tag the native VLAN on every trunk',
  device: (device, _args, by) => {
    device.tagNative = { value: true, from: by }
  },
  noDevice: (device, _args, by) => {
    device.tagNative = { value: false, from: by }
  },
  writeDevice: ({ device }) => (device.tagNative.value ? ['vlan dot1q tag native'] : []),
  cutsDevice: () => 'Untagged traffic of every trunk is cut until the far ends do the same.',
})
