import { hasVlan } from '../net/vlan-set.ts'
import { loopPorts, mayMove } from '../rules/loops.ts'
import type { DeviceView, PortView, SiteView } from '../rules/view.ts'
import type { Finding } from './finding.ts'

/** A line that was not understood, and the live ports whose verdicts it leaves open; all of the device's for null. */
export type UnsureLine = {
  readonly line: number
  readonly text: string
  readonly ports: readonly string[] | null
}

/**
 * The lines of a device by which an attack may come out otherwise than reported, though no finding rests on them: a port that is found
 * shut may not be.
 */
export function unsureLines(site: SiteView, device: string, findings: readonly Finding[]): UnsureLine[] {
  const view = site.devices.get(device)
  if (!view) return []
  const doubts = findings.flatMap(({ judgement }) => judgement.doubts)
  const told = new Set(doubts.flatMap((doubt) => (doubt.device === device ? doubt.line : [])))
  return view.doubtful.flatMap(({ line, text, touches }): UnsureLine[] => {
    const at = { line, text: text.trim().replace(/\s+/g, ' ') }
    if (told.has(line)) return []
    if (touches.what === 'switch')
      return view.classes.some(({ sample }) => isLive(sample)) ? [{ ...at, ports: null }] : []
    if (touches.what === 'tree') {
      const ports = mayMove(site, view, touches) ? loopPorts(site, view).map(({ name }) => name) : []
      return ports.length > 0 ? [{ ...at, ports }] : []
    }
    const named = touches.what === 'port' ? [touches.port] : touches.what === 'ports' ? touches.ports : []
    const ports =
      touches.what === 'vlans'
        ? inVlans(
            view,
            ({ port }) =>
              hasVlan(touches.vlans, port.accessVlan.value) || hasVlan(touches.vlans, port.nativeVlan.value),
          )
        : named.filter((name) => isLive(view.ports.get(name)))
    return ports.length > 0 ? [{ ...at, ports }] : []
  })
}

function isLive(port: PortView | undefined): boolean {
  return port !== undefined && port.role !== 'idle' && port.role !== 'member'
}

function inVlans({ classes }: DeviceView, isIn: (port: PortView) => boolean): string[] {
  return classes.flatMap(({ sample, names }) => (isLive(sample) && isIn(sample) ? names : []))
}
