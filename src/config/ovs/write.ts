import type { PortSettings } from '../../net/settings.ts'
import { ownPortOf } from '../host-switch.ts'
import type { PatchLine } from '../patch.ts'
import type { DeviceReading } from '../reading.ts'
import { shellQuoted } from '../shell-line.ts'
import { columnsOfPort, type WrittenColumns } from './port-settings.ts'

/** What the bridge is called in commands where no port bears its name. */
const UNNAMED_BRIDGE = 'br0'

/** The bridge as commands of `ovs-vsctl` that make it: what the simulator holds, and nothing of what it does not. */
export function writeOvs(reading: DeviceReading): string {
  const { device } = reading
  const own = ownPortOf(reading)
  const bridge = shellQuoted(own?.name ?? UNNAMED_BRIDGE)
  const lines = [`ovs-vsctl add-br ${bridge}`]
  for (const port of device.ports) {
    if (port.channel.value !== null) continue
    const columns = filledColumns(columnsOfPort(port))
    const name = shellQuoted(port.name)
    const cards = device.ports
      .filter(({ channel }) => channel.value === port.name)
      .map((card) => shellQuoted(card.name))
    if (port === own) {
      if (columns.length > 0) lines.push(`ovs-vsctl set port ${[name, ...columns].join(' ')}`)
    } else {
      const verb = cards.length > 0 ? 'add-bond' : 'add-port'
      lines.push(`ovs-vsctl ${[verb, bridge, name, ...cards, ...columns].join(' ')}`)
    }
  }
  return `${lines.join('\n')}\n`
}

function pairsOf({ vlanMode, tag, trunks }: WrittenColumns): string[] {
  return [`vlan_mode=${vlanMode}`, `tag=${tag}`, `trunks=${trunks}`]
}

function filledColumns(columns: WrittenColumns): string[] {
  return pairsOf(columns).filter((pair) => !pair.endsWith('=[]'))
}

/** The commands that lead a bridge from one state to another: one for each port, which the switch takes as a whole or not at all. */
export function ovsCommands(before: DeviceReading, after: DeviceReading): PatchLine[] {
  return after.device.ports.flatMap((port): PatchLine[] => {
    const old = before.device.ports.find(({ name }) => name === port.name)
    if (!old || port.channel.value !== null) return []
    const had = pairsOf(columnsOfPort(old))
    const changed = pairsOf(columnsOfPort(port)).filter((pair, at) => pair !== had[at])
    if (changed.length === 0) return []
    const line = `ovs-vsctl set port ${[shellQuoted(port.name), ...changed].join(' ')}`
    return [{ line, ports: [port.name], mayCut: cutBy(old, port) }]
  })
}

function cutBy(old: PortSettings, port: PortSettings): string | null {
  const before = untaggedVlan(old)
  const now = untaggedVlan(port)
  if (before !== now) {
    const where = now === null ? 'are no longer taken' : `are in VLAN ${now} from here on`
    return `Untagged frames on ${port.name} ${where}: change the other end of its link too.`
  }
  return 'VLANs that are no longer named here are cut on this port.'
}

/** The VLAN that frames without a tag are in; null where the port takes none. */
function untaggedVlan({ mode, accessVlan, nativeVlan, untagged }: PortSettings): number | null {
  if (mode.value !== 'trunk') return accessVlan.value
  return untagged?.value === 'drop' ? null : nativeVlan.value
}
