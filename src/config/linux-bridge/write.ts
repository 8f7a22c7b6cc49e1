import type { PortSettings } from '../../net/settings.ts'
import { hasVlan, type Vid, type VlanSet, withoutVlans } from '../../net/vlan-set.ts'
import { BRIDGE_ITSELF } from '../host-switch.ts'
import type { PatchLine } from '../patch.ts'
import type { DeviceReading } from '../reading.ts'
import { shellQuoted } from '../shell-line.ts'
import { type PlainVlans, vlansOfPort } from './port-settings.ts'

/** What the bridge is called in commands where no port bears its name. */
const UNNAMED_BRIDGE = 'br0'

/** The VLAN that a port begins with on a bridge that was made without another (facts E4). */
const AT_FIRST: PlainVlans = { members: [[1, 1]], pvid: 1, pvidUntagged: true }
const NOTHING: PlainVlans = { members: [], pvid: null, pvidUntagged: false }

/** The bridge as commands of iproute2 that make it: what the simulator holds, and nothing of what it does not. */
export function writeLinuxBridge(reading: DeviceReading): string {
  const bridge = bridgeOf(reading)
  const { ports } = reading.device
  const filtering = ports.every(({ mode }) => mode.value !== 'dot1q-tunnel')
  const own = ports.find(({ name }) => name === bridge)
  const lines = [`ip link add name ${shellQuoted(bridge)} type bridge vlan_filtering ${filtering ? 1 : 0}`]
  for (const { name } of ports) {
    if (name !== bridge) lines.push(`ip link set dev ${shellQuoted(name)} master ${shellQuoted(bridge)}`)
  }
  if (!filtering) return `${lines.join('\n')}\n`
  if (!own) lines.push(...wayOf(bridge, true, AT_FIRST, NOTHING).map(({ line }) => line))
  for (const port of ports) {
    lines.push(...wayOf(port.name, port.name === bridge, AT_FIRST, vlansOfPort(port)).map(({ line }) => line))
    if (!port.enabled.value) lines.push(`ip link set dev ${shellQuoted(port.name)} down`)
  }
  return `${lines.join('\n')}\n`
}

/** The name of the bridge itself, which its own port bears. */
function bridgeOf({ device, notes }: DeviceReading): string {
  const own = device.ports.find(({ name }) => notes[name]?.description === BRIDGE_ITSELF)
  return own?.name ?? UNNAMED_BRIDGE
}

/**
 * The commands that lead a bridge from one state to another: on each port the new PVID first, then VLANs that are added, and those
 * that go last, so that nothing is cut before what takes its place is there.
 */
export function linuxBridgeCommands(before: DeviceReading, after: DeviceReading): PatchLine[] {
  const bridge = bridgeOf(before)
  return after.device.ports.flatMap((port) => {
    const old = before.device.ports.find(({ name }) => name === port.name)
    if (!old) return []
    return [
      ...wayOf(port.name, port.name === bridge, vlansOfPort(old), vlansOfPort(port)),
      ...upOrDown(old, port),
    ]
  })
}

function upOrDown(old: PortSettings, port: PortSettings): PatchLine[] {
  if (old.enabled.value === port.enabled.value) return []
  const up = port.enabled.value
  const line = `ip link set dev ${shellQuoted(port.name)} ${up ? 'up' : 'down'}`
  return [{ line, ports: [port.name], mayCut: up ? null : `Nothing passes ${port.name} from here on.` }]
}

function wayOf(name: string, self: boolean, from: PlainVlans, to: PlainVlans): PatchLine[] {
  const ending = `dev ${shellQuoted(name)}${self ? ' self' : ''}`
  const add = (range: readonly [Vid, Vid], flags: string, mayCut: string | null): PatchLine => ({
    line: `bridge vlan add vid ${rangeText(range)} ${ending}${flags}`,
    ports: [name],
    mayCut,
  })
  const lines: PatchLine[] = []
  const flagsChange = from.pvid !== to.pvid || from.pvidUntagged !== to.pvidUntagged
  if (to.pvid !== null && flagsChange) {
    const cut = `Untagged frames on ${name} are in VLAN ${to.pvid} from here on: change the other end of its link too.`
    lines.push(add([to.pvid, to.pvid], to.pvidUntagged ? ' pvid untagged' : ' pvid', cut))
  }
  // A VLAN that was the PVID and stays loses its flags by being added again without them (measured on Linux 6.1).
  const plain = withoutVlans(to.members, to.pvid === null ? [] : [[to.pvid, to.pvid]])
  for (const range of withoutVlans(plain, plainBefore(from))) {
    const losesPvid = to.pvid === null && from.pvid !== null && hasVlan([range], from.pvid)
    lines.push(add(range, '', losesPvid ? `Untagged frames are no longer taken on ${name}.` : null))
  }
  for (const range of withoutVlans(from.members, to.members)) {
    const vlans = range[0] === range[1] ? `VLAN ${range[0]} does` : `VLANs ${rangeText(range)} do`
    lines.push({
      line: `bridge vlan del vid ${rangeText(range)} ${ending}`,
      ports: [name],
      mayCut: `${vlans} not pass ${name} from here on.`,
    })
  }
  return lines
}

/** VLANs that were there with a tag already. */
function plainBefore({ members, pvid }: PlainVlans): VlanSet {
  return withoutVlans(members, pvid === null ? [] : [[pvid, pvid]])
}

function rangeText([from, to]: readonly [Vid, Vid]): string {
  return from === to ? `${from}` : `${from}-${to}`
}
