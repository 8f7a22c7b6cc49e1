import type { Switch } from '../net/network.ts'
import { NOTHING_TOLD } from '../net/per-vlan.ts'
import type { PortMode, Setting, SourceId } from '../net/settings.ts'
import { ALL_VLANS, NO_VLANS } from '../net/vlan-set.ts'
import type { PortDefaults } from './port-draft.ts'

/** What a dialect's defaults differ in. */
export type PortDefaultValues = {
  readonly mode: PortMode
  /** The sentence that says what a port without a mode line is. */
  readonly modeText: string
  readonly encapsulation?: 'dot1q' | 'negotiate'
  readonly routed?: boolean
}

/**
 * What a port has without a line (facts B6, D5b). Each default is a source of its own, so that it can be named: `source` notes the
 * sentence and gives its number.
 */
export function portDefaults(values: PortDefaultValues, source: (text: string) => SourceId): PortDefaults {
  const by = <T>(value: T, text: string): Setting<T> => ({ value, from: [source(text)] })
  return {
    switching: values.routed
      ? by<boolean>(false, 'No "switchport" line: a routed port, as this text shows for its platform.')
      : by<boolean>(true, 'No "no switchport" line: a switch port.'),
    enabled: by(true, 'No "shutdown" line: the port is up.'),
    mode: by(values.mode, values.modeText),
    negotiate: by(true, 'No "switchport nonegotiate" line.'),
    accessVlan: by(1, 'No "switchport access vlan" line: the default is VLAN 1.'),
    nativeVlan: by(1, 'No "switchport trunk native vlan" line: the default is VLAN 1.'),
    allowedVlans: by(ALL_VLANS, 'No "switchport trunk allowed vlan" line: the default is all VLANs.'),
    voiceVlan: by('none', 'No voice VLAN line: no voice VLAN.'),
    encapsulation:
      values.encapsulation === 'negotiate'
        ? by(
            'negotiate',
            'No "switchport trunk encapsulation" line: the default of this hardware is negotiate.',
          )
        : by('dot1q', 'No "switchport trunk encapsulation" line: taken for 802.1Q.'),
    tagNative: by('inherit', 'No "switchport trunk native vlan tag" line: the global setting holds.'),
    trunkGroups: by([], 'No "switchport trunk group" line: in no trunk group.'),
    channel: by(null, 'No "channel-group" line: not a member of a port-channel.'),
    channelMode: by(null, 'No "channel-group" line: no port-channel to agree on.'),
    untagged: by('accept', 'Untagged frames are taken where the mode and the native VLAN let them in.'),
    egressUntagged: by(NO_VLANS, 'A trunk sends no VLAN but its native one without a tag.'),
    portFast: by('off', 'No "spanning-tree portfast" line: the port waits before it forwards.'),
    pathCost: by(NOTHING_TOLD, 'No "spanning-tree cost" line: the cost goes by the speed of the port.'),
    portPriority: by(NOTHING_TOLD, 'No "spanning-tree port-priority" line: the default is 128.'),
  }
}

/** What a switch that is told nothing of spanning tree takes part with: its priority, and by which table its ports cost. */
export function spanningTreeDefaults(
  source: (text: string) => SourceId,
): Pick<Switch, 'bridgePriority' | 'pathCostMethod'> {
  return {
    bridgePriority: {
      value: NOTHING_TOLD,
      from: [source('No "spanning-tree vlan" priority line: the default is 32768.')],
    },
    pathCostMethod: {
      value: 'platform-default',
      from: [source('No "spanning-tree pathcost method" line: short or long, as the platform has it.')],
    },
  }
}
