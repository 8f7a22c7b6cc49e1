import type { PortSettings } from '../../net/settings.ts'
import { commonVlans, hasVlan, type Vid, type VlanSet, withoutVlans } from '../../net/vlan-set.ts'
import { ownPortOf } from '../host-switch.ts'
import type { PatchLine } from '../patch.ts'
import type { DeviceReading } from '../reading.ts'
import { shellQuoted } from '../shell-line.ts'
import { type PlainVlans, vlansOfPort } from './port-settings.ts'

/** What the bridge is called in commands where no port bears its name. */
const UNNAMED_BRIDGE = 'br0'

/** The VLAN that a port begins with on a bridge that was made without another (facts E4). */
const AT_FIRST: PlainVlans = { members: [[1, 1]], pvid: 1, untagged: [[1, 1]] }
const NOTHING: PlainVlans = { members: [], pvid: null, untagged: [] }

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
function bridgeOf(reading: DeviceReading): string {
  return ownPortOf(reading)?.name ?? UNNAMED_BRIDGE
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
  const [had, wanted] = [kindsOf(from), kindsOf(to)]
  if (to.pvid !== null && (from.pvid !== to.pvid || isBare(from) !== isBare(to))) {
    const cut = `Untagged frames on ${name} are in VLAN ${to.pvid} from here on: change the other end of its link too.`
    lines.push(add([to.pvid, to.pvid], isBare(to) ? ' pvid untagged' : ' pvid', cut))
  }
  // A VLAN that is added again loses the flags that it is not added with (measured on Linux 6.1).
  const readd = (ranges: VlanSet, flags: string, how: string) => {
    for (const range of ranges) {
      const losesPvid = to.pvid === null && from.pvid !== null && hasVlan([range], from.pvid)
      const turns = commonVlans([range], from.members).length > 0
      const cut = turns ? `${vlansDo(range, 'leaves', 'leave')} ${name} ${how} from here on.` : null
      lines.push(add(range, flags, losesPvid ? `Untagged frames are no longer taken on ${name}.` : cut))
    }
  }
  readd(withoutVlans(wanted.tagged, had.tagged), '', 'with a tag')
  readd(withoutVlans(wanted.bare, had.bare), ' untagged', 'without a tag')
  for (const range of withoutVlans(from.members, to.members)) {
    lines.push({
      line: `bridge vlan del vid ${rangeText(range)} ${ending}`,
      ports: [name],
      mayCut: `${vlansDo(range, 'does', 'do')} not pass ${name} from here on.`,
    })
  }
  return lines
}

/** Whether the PVID leaves without a tag. */
function isBare({ pvid, untagged }: PlainVlans): boolean {
  return pvid !== null && hasVlan(untagged, pvid)
}

/** The VLANs beside the PVID: those that leave with their tag, and those that leave without. */
function kindsOf({ members, pvid, untagged }: PlainVlans): { tagged: VlanSet; bare: VlanSet } {
  const others = withoutVlans(members, pvid === null ? [] : [[pvid, pvid]])
  const tagged = withoutVlans(others, untagged)
  return { tagged, bare: withoutVlans(others, tagged) }
}

function vlansDo(range: readonly [Vid, Vid], one: string, several: string): string {
  return range[0] === range[1] ? `VLAN ${range[0]} ${one}` : `VLANs ${rangeText(range)} ${several}`
}

function rangeText([from, to]: readonly [Vid, Vid]): string {
  return from === to ? `${from}` : `${from}-${to}`
}
