import type { HypervisorReading, PortGroupReading } from '../config/hypervisor-reading.ts'
import type { Vid } from '../net/vlan-set.ts'
import { portsThat } from './ports.ts'
import type { Claim, FixStep } from './rule.ts'
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
    readonly lines: readonly number[]
    /** Commands for the host's own shell. */
    readonly commands: readonly string[]
    readonly caution: string | null
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
    atLines: what.lines,
    whenBlocked: 'advice',
    attempts: [],
    fix,
    caution: what.caution,
  }
}

/** A name as one argument of a shell command. */
export function shellWord(name: string): string {
  return /^[\w.-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`
}
