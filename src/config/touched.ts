import { ALL_VLANS, type VlanSet } from '../net/vlan-set.ts'
import type { FoundCommand } from './command-tree.ts'
import type { DeviceDraft } from './device-draft.ts'
import { NOTHING, WHOLE_SWITCH } from './line-log.ts'
import type { PortName } from './port-name.ts'
import { namesOf, type PortsContext } from './reader-context.ts'
import type { Touches } from './reading.ts'

/** What a command under ports may change. */
export function touchedUnderPorts({ command, args }: FoundCommand, context: PortsContext): Touches {
  if (command.touches === 'nothing') return NOTHING
  return command.touches === 'tree' ? treeIn(args, namesOf(context)) : context.modelled.touches
}

/** What a command of the device itself may change: the VLANs or the port that it names, else all. */
export function touchedByDevice({ command, args }: FoundCommand, device: DeviceDraft): Touches {
  if (command.touches === 'tree') return treeIn(args, null)
  const vlans = args.find(isVlans)
  if (vlans) return { what: 'vlans', vlans }
  if (command.touches === 'nothing') return NOTHING
  const port = args.find((arg): arg is PortName => typeof arg === 'object' && arg !== null && 'key' in arg)
  const draft = port ? device.port(port, 0) : null
  return draft ? { what: 'port', port: draft.settings.name } : WHOLE_SWITCH
}

/** The spanning trees that a line may change: those of the VLANs it names, or all. */
function treeIn(args: readonly unknown[], ports: readonly string[] | null): Touches {
  return { what: 'tree', vlans: args.find(isVlans) ?? ALL_VLANS, ports }
}

function isVlans(arg: unknown): arg is VlanSet {
  return Array.isArray(arg)
}
