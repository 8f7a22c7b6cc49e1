import type { HypervisorReading, PortGroupReading } from '../config/hypervisor-reading.ts'
import type { SourceId } from '../net/settings.ts'
import type { Vid } from '../net/vlan-set.ts'
import { portsThat } from './ports.ts'
import type { Attempt, Claim, FixStep } from './rule.ts'
import { isStaticTrunk } from './trunks.ts'
import type { DeviceView, PortView, SiteView } from './view.ts'

/** The VLAN of a port group that the virtual switch tags, else null. */
export function taggedVlan({ vlan }: PortGroupReading): Vid | null {
  return vlan.value.tagging === 'vswitch' ? vlan.value.vlan : null
}

/** A trunk of the site that leads to a hypervisor. */
export type HypervisorTrunk = { readonly device: DeviceView; readonly port: PortView }

/** The trunks that were said to lead to hypervisors. Which of them leads to which host nobody said: all count for each. */
export function hypervisorTrunks(view: SiteView): HypervisorTrunk[] {
  return [...view.devices.values()].flatMap((device) =>
    portsThat(device, (port) => port.role === 'hypervisor' && isStaticTrunk(device, port)).map((port) => ({
      device,
      port,
    })),
  )
}

/** What a rule says about a port group or a virtual switch of a host. */
export function claimOnHost(
  host: HypervisorReading,
  what: {
    readonly names: readonly string[]
    readonly message: string
    readonly effective: string
    /** Sources of the host that it rests on; the lines are those in the file of the first. */
    readonly by: readonly SourceId[]
    /** Commands for the host's own shell. */
    readonly commands: readonly string[]
    readonly caution: string | null
    /** Attacks that would prove it; advice has none. */
    readonly attempts?: readonly Attempt[]
  },
): Claim {
  const fix: FixStep[] =
    what.commands.length > 0 ? [{ device: host.name, port: null, lines: what.commands }] : []
  return {
    device: host.name,
    ports: what.names,
    message: what.message,
    effective: what.effective,
    settings: [],
    ...placeOf(host, what.by),
    whenBlocked: 'advice',
    attempts: what.attempts ?? [],
    fix,
    caution: what.caution,
  }
}

/** The file of the first of these sources that stands in one, and their lines there. */
function placeOf({ sources }: HypervisorReading, by: readonly SourceId[]): Pick<Claim, 'atLines' | 'inFile'> {
  const written = by.flatMap((id) => sources[id] ?? [])
  const inFile = written.find(({ file }) => file !== undefined)?.file
  const lines = written.flatMap(({ file, line }) => (file === inFile && line !== undefined ? [line] : []))
  return { atLines: lines, ...(inFile !== undefined && { inFile }) }
}
