import { applyLines } from '../config/apply-lines.ts'
import { typeAtHypervisor } from '../config/esxi/type-commands.ts'
import { hostCommands, takesShellCommands } from '../config/host-commands.ts'
import type { DeviceReading } from '../config/reading.ts'
import type { Endpoint } from '../net/network.ts'
import type { PortSettings } from '../net/settings.ts'
import type { FixStep } from '../rules/rule.ts'
import type { Purposes, Site } from '../rules/site.ts'
import type { DeviceView, SiteView } from '../rules/view.ts'
import { mapSwitch, SourcePicker } from './pick-sources.ts'

/**
 * The steps of one device as the lines a person types in configuration mode. What several steps say of a port stands together, and
 * what two of them say stands once.
 */
export function fixLines(steps: readonly FixStep[], device: string): string[] {
  const blocks = new Map<string, Set<string>>()
  const global = new Map<string, readonly string[]>()
  for (const { device: name, port, lines } of steps) {
    if (name !== device) continue
    // Lines of the device itself may open a block of their own, so that only a step as a whole is the same.
    if (port === null) global.set(lines.join('\n'), lines)
    else blocks.set(port, new Set([...(blocks.get(port) ?? []), ...lines]))
  }
  return [
    ...[...global.values()].flat(),
    ...[...blocks].flatMap(([port, lines]) => [`interface ${port}`, ...[...lines].map((line) => ` ${line}`)]),
  ]
}

/**
 * The steps as the platform of each device takes them: on a bridge of a host, commands of its shell, under no port. A step that
 * says nothing there, such as BPDU guard, is left out.
 */
export function platformSteps(
  devices: readonly DeviceReading[],
  steps: readonly FixStep[],
): readonly FixStep[] {
  const hosts = new Map(devices.filter(takesShellCommands).map((reading) => [reading.name, reading]))
  if (hosts.size === 0) return steps
  return steps.flatMap((step) => {
    const reading = hosts.get(step.device)
    if (!reading) return [step]
    const typed = step.port === null ? step.lines : [`interface ${step.port}`, ...step.lines]
    const commands = hostCommands(reading, typed)
    return commands.length > 0 ? [{ device: step.device, port: null, lines: commands }] : []
  })
}

/** The site after these steps were typed at its devices. Lines that a device refuses change nothing, as on the device. */
export function fixedSite(site: Site, steps: readonly FixStep[]): Site {
  const devices = site.devices.map((reading) => {
    const lines = fixLines(platformSteps([reading], steps), reading.name)
    return lines.length === 0 ? reading : applyLines(reading, lines).device
  })
  const hypervisors = site.hypervisors?.map((host) => typeAtHypervisor(host, fixLines(steps, host.name)))
  return { ...site, devices, ...(hypervisors && { hypervisors }) }
}

/** The part of a site that these ports and the hosts of these names make up: what a large site is tried on, one witness at a time. */
export function partOf(view: SiteView, ports: readonly Endpoint[], hosts: ReadonlySet<string>): Site {
  const kept = new Map<string, Set<string>>()
  for (const { device, port } of ports) kept.set(device, (kept.get(device) ?? new Set()).add(port))
  const has = (end: Endpoint) => kept.get(end.device)?.has(end.port) ?? false
  const devices: DeviceReading[] = []
  const purposes: Record<string, Purposes[string]> = {}
  for (const [name, names] of kept) {
    const device = view.devices.get(name)
    if (!device) continue
    const own = [...names].flatMap((port) => device.ports.get(port)?.port ?? [])
    devices.push(withPorts(device, own))
    purposes[name] = view.site.purposes[name] ?? {}
  }
  const links = view.site.links.filter(({ a, b }) => has(a) && has(b))
  const hypervisors = view.site.hypervisors?.filter(({ name }) => hosts.has(name)) ?? []
  return { devices, links, purposes, services: [], hypervisors }
}

/**
 * A reading of some of its ports only, with the sources they rest on. Its lines are those that raise doubts; a large text's other
 * lines are not even made.
 */
function withPorts({ reading, index, doubtful }: DeviceView, ports: readonly PortSettings[]): DeviceReading {
  const sources = new SourcePicker(index)
  const { device, guardEdgePorts, edgePorts } = reading
  const notes = ports.flatMap(({ name }) => {
    const own = index.notes(index.place(name) ?? -1)
    return own ? [[name, { ...own, from: [], differs: [] }] as const] : []
  })
  return {
    name: reading.name,
    dialect: reading.dialect,
    reasons: reading.reasons,
    profile: reading.profile,
    routedByDefault: reading.routedByDefault,
    lines: doubtful,
    device: mapSwitch(device, ports, sources.move),
    notes: Object.fromEntries(notes),
    vlanInterfaces: reading.vlanInterfaces,
    guardEdgePorts: guardEdgePorts && sources.move({ value: null, from: guardEdgePorts }).from,
    edgePorts: edgePorts && sources.move(edgePorts),
    vlanNames: reading.vlanNames,
    assumptions: reading.assumptions,
    sources: sources.picked,
  }
}
