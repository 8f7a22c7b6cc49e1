import { portInWords } from '../config/port-name.ts'
import type { EventOf, LoopCut } from '../net/event.ts'
import { peerOf } from '../net/network.ts'
import type { Trace } from '../net/trace.ts'
import { hasVlan, type Vid } from '../net/vlan-set.ts'

/** What a run took for granted about a spanning tree, as a sentence for people, and the switch that it speaks of. */
export type TreeAssumption = { readonly device: string; readonly text: string }

/**
 * Where addresses of switches decided where the loops of a VLAN are cut: no configuration tells them, so that the order of the files
 * stands in for them.
 */
export function treeAssumptions(trace: Trace, vlan: Vid): TreeAssumption[] {
  const last = new Map<string, EventOf<'block'>>()
  for (const event of trace.events) {
    if (event.kind === 'block') last.set(`${event.device} ${event.port}`, event)
  }
  const assumed = new Map<string, TreeAssumption>()
  for (const { device, port, cuts = [] } of last.values()) {
    const cut = cuts.find(({ vlans }) => hasVlan(vlans, vlan))
    const found = cut && assumedFor(cut, vlan, device, port)
    if (found) assumed.set(found.text, found)
  }
  return [...assumed.values()]
}

function assumedFor(
  { root, rival, by }: LoopCut,
  vlan: Vid,
  device: string,
  port: string,
): TreeAssumption | null {
  if (rival !== null) {
    const text =
      `Nobody said which switch is the root of VLAN ${vlan}'s spanning tree: ${root} is taken for it, ` +
      `though ${rival} has the same priority. A better priority on one switch settles it.`
    return { device: root, text }
  }
  if (by !== 'address') return null
  const text =
    `${device} ${portInWords(port)} is taken for the port that blocks VLAN ${vlan} against a loop: costs and priorities are equal, ` +
    'and the addresses of switches are in no configuration.'
  return { device, text }
}

/** Which end of a trunk with two native VLANs was taken for the one nearer to the root, where that decided which of them blocks. */
export function nearnessAssumptions({ events, network, readings }: Trace): string[] {
  const reading = readings.find(({ option }) => option === 'pvidMismatch')
  if (!reading?.settled || reading.value === 'both') return []
  const sentences = events
    .filter(({ decision }) => decision === 'stp/pvid-inconsistent')
    .flatMap(({ device, port }) => {
      const peer = peerOf(network, { device, port })
      if (!peer) return []
      const [near, far] = reading.value === 'near-root' ? [device, peer.device] : [peer.device, device]
      return `${near} is taken to be nearer to the root of the spanning tree than ${far}, whose end of the trunk differs in its native VLAN.`
    })
  return [...new Set(sentences)]
}
