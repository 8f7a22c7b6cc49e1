import { cliDialectNamed, dialectNamed } from './dialects.ts'
import { deviceChanges } from './patch-device.ts'
import { LEAVES_BUNDLE, portChanges } from './patch-port.ts'
import { inRanges } from './patch-ranges.ts'
import type { DeviceReading } from './reading.ts'
import { safeWays } from './safe-ways.ts'

/** One line of a patch. */
export type PatchLine = {
  readonly line: string
  /** The ports it stands under, several under `interface range`; none for a line of the device itself. */
  readonly ports: readonly string[]
  /** Why this line may cut a link or the session it is typed in, as a sentence for people; null where it cannot. */
  readonly mayCut: string | null
}

/** The commands that lead from one configuration to another, in an order in which a device takes each. */
export type Patch = {
  /** What may cut a link or the session comes last. */
  readonly commands: readonly PatchLine[]
  /** The commands that lead back. */
  readonly rollback: readonly PatchLine[]
  /** How to go about it safely on this platform, and what stays for good: one sentence each (facts J14). */
  readonly advice: readonly string[]
}

/** The lines of one port of a patch, its `interface` line first. */
export type PortBlock = { readonly port: string; readonly lines: readonly Omit<PatchLine, 'ports'>[] }

/** The way from one configuration of a device to another, and back. Both are readings of the same device. */
export function patch(before: DeviceReading, after: DeviceReading): Patch {
  const commands = way(before, after)
  return { commands, rollback: way(after, before), advice: safeWays(before.dialect, commands) }
}

function way(before: DeviceReading, after: DeviceReading): readonly PatchLine[] {
  const shell = dialectNamed(before.dialect)?.shell
  if (shell) return shell.commands(before, after)
  const { first, last } = deviceChanges(before, after)
  const { ranges } = cliDialectNamed(before.dialect)
  const leaving = leavingBlocks(before, after)
  const blocks = changedBlocks(before, after)
  const cutting = new Set(blocks.filter(({ lines }) => lines.some(({ mayCut }) => mayCut !== null)))
  const afterThem = new Set(membersOf(cutting, after))
  const isEarly = (block: PortBlock) =>
    leaving.length === 0 && !cutting.has(block) && !afterThem.has(block.port)
  const [early, late] = [blocks.filter(isEarly), blocks.filter((block) => !isEarly(block))]
  return [...first, ...[early, leaving, late].flatMap((some) => inRanges(some, ranges)), ...last]
}

/** The members of those of these ports that are port-channels: what differs at a member is typed after what reaches it. */
function membersOf(blocks: Iterable<PortBlock>, { device }: DeviceReading): string[] {
  const names = new Set([...blocks].map(({ port }) => port))
  return device.ports
    .filter(({ channel }) => channel.value !== null && names.has(channel.value))
    .map(({ name }) => name)
}

/** Members that leave their port-channel: before all else, since what is typed at a port-channel reaches its members. */
function leavingBlocks(before: DeviceReading, after: DeviceReading): PortBlock[] {
  const now = new Map(after.device.ports.map(({ name, channel }) => [name, channel.value]))
  const leaving = before.device.ports.filter(
    ({ name, channel }) => channel.value !== null && now.get(name) !== channel.value,
  )
  return leaving.map(({ name, enabled }) => {
    const mayCut = enabled.value ? 'The port leaves its port-channel: the far end must agree.' : null
    return blockOf(name, [{ line: ` ${LEAVES_BUNDLE}`, mayCut }])
  })
}

/**
 * The ports that change otherwise: port-channels first, new ones before the others, since members join what is there; then all else in
 * the order of the configuration.
 */
function changedBlocks(before: DeviceReading, after: DeviceReading): PortBlock[] {
  const old = new Map(before.device.ports.map((port) => [port.name, port]))
  const bundles = new Set(after.device.ports.map(({ channel }) => channel.value))
  const rank = ({ name }: { readonly name: string }): number => {
    if (!old.has(name)) return 0
    return bundles.has(name) ? 1 : 2
  }
  const ports = [...after.device.ports].sort((a, b) => rank(a) - rank(b))
  const changeOf = portChanges(before, after)
  return ports.flatMap((port): PortBlock[] => {
    const lines = changeOf(old.get(port.name) ?? null, port)
    return lines === null ? [] : [blockOf(port.name, lines)]
  })
}

function blockOf(port: string, lines: PortBlock['lines']): PortBlock {
  return { port, lines: [{ line: `interface ${port}`, mayCut: null }, ...lines] }
}
