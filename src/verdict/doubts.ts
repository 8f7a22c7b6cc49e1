import type { LineReading } from '../config/reading.ts'
import type { Endpoint } from '../net/network.ts'
import { hasVlan, type Vid } from '../net/vlan-set.ts'
import { loopAt, mayMove } from '../rules/loops.ts'
import type { Attempt } from '../rules/rule.ts'
import { type DeviceView, portOf, type SiteView } from '../rules/view.ts'
import type { Doubt } from './judgement.ts'

/**
 * The lines not understood that attempts rest on: those of their entries and of every port on their ways, and where a way is a part of
 * a loop those that may change where spanning tree cuts it; each once.
 */
export function doubtsOn(view: SiteView, ...attempts: readonly Attempt[]): Doubt[] {
  const doubts = new Map<string, Doubt>()
  for (const attempt of attempts) {
    for (const doubt of [...portDoubts(view, attempt), ...treeDoubts(view, attempt)]) {
      doubts.set(`${doubt.device} ${doubt.line}`, doubt)
    }
  }
  return [...doubts.values()]
}

function portDoubts(view: SiteView, { from, way }: Attempt): Doubt[] {
  const ports = [from, ...way.flatMap((out) => [out, portOf(view, out)?.peer ?? out])]
  return ports.flatMap((end: Endpoint) =>
    (portOf(view, end)?.doubts ?? []).map(({ line, text }) => ({ device: end.device, line, text })),
  )
}

/** Lines that move the trees of the VLANs that an attempt goes through, on any switch of a loop on its way. */
function treeDoubts(view: SiteView, attempt: Attempt): Doubt[] {
  const vlans = vlansOf(view, attempt)
  const switches = new Set(attempt.way.flatMap((out) => loopAt(view, out)))
  const matters = (device: DeviceView, { touches }: LineReading) =>
    touches.what === 'tree' &&
    vlans.some((vlan) => hasVlan(touches.vlans, vlan)) &&
    mayMove(view, device, touches)
  return [...switches].flatMap((device) =>
    device.doubtful
      .filter((line) => matters(device, line))
      .map(({ line, text }) => ({ device: device.reading.name, line, text })),
  )
}

/** The VLANs that an attempt's frames are in on their way: those they are put in, those without a tag, and the one that is meant. */
function vlansOf(view: SiteView, { from, way, vlan, outer }: Attempt): Vid[] {
  const entry = portOf(view, from)?.port
  const natives = way.flatMap((out) => portOf(view, out)?.port.nativeVlan.value ?? [])
  return [vlan, outer, entry?.accessVlan.value, ...natives].filter((each) => each !== undefined)
}
