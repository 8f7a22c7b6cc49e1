import type { PortIndex } from '../config/port-index.ts'
import { ALL_VLANS } from '../net/vlan-set.ts'
import type { PortClass, PortView } from './view.ts'

/** Looks at the port at a place of the index. */
export type LookAt = (place: number) => PortView

/**
 * Sorts the ports of a device into classes. Of ports that the same lines made one is looked at for all, but for those that
 * something tells apart which no line of theirs says: a cable, a purpose, a line not understood.
 */
export function portClasses(
  index: PortIndex,
  lookAt: LookAt,
  isToldApart: (name: string, like: PortView) => boolean,
): PortClass[] {
  const classes = new Map<string, number[][]>()
  const add = (sample: PortView, places: number[]) => {
    const key = classKey(sample, index)
    const known = classes.get(key)
    if (known) known.push(places)
    else classes.set(key, [places])
  }
  for (const alike of index.alike) {
    const like = lookAt(alike[0] ?? 0)
    const together: number[] = []
    for (const place of alike) {
      if (isToldApart(index.names[place] ?? '', like)) add(lookAt(place), [place])
      else together.push(place)
    }
    const [first] = together
    if (first !== undefined) add(lookAt(first), together)
  }
  return [...classes.values()]
    .map((parts) => inOrder(parts))
    .sort(([a = 0], [b = 0]) => a - b)
    .map((places) => ({
      sample: lookAt(places[0] ?? 0),
      places,
      names: places.map((place) => index.names[place] ?? ''),
    }))
}

/** The places of several ascending lists, ascending. */
export function inOrder(parts: readonly (readonly number[])[]): readonly number[] {
  const [first = [], ...others] = parts
  return others.length === 0 ? first : [...Uint32Array.from(parts.flat()).sort()]
}

/** Everything of a port that a rule or an attack can tell apart, as one string. */
function classKey(view: PortView, index: PortIndex): string {
  const { port, role, purpose, peer, doubts } = view
  const notes = index.notes(view.index)
  const flags = notes
    ? (notes.bpduGuard ? 1 : 0) + (notes.portFast ? 2 : 0) + (notes.portSecurity ? 4 : 0)
    : 0
  const own = peer || doubts.length > 0 ? port.name : ''
  const [modeFrom = -1] = port.mode.from
  const list = port.allowedVlans.value
  const allowed = list === ALL_VLANS ? 'all' : list.join(';')
  return `${role}|${purpose}|${port.mode.value}|${index.source(modeFrom)?.kind}|${port.negotiate.value}|${port.accessVlan.value}|${port.nativeVlan.value}|${allowed}|${port.voiceVlan.value}|${port.encapsulation.value}|${port.tagNative.value}|${port.enabled.value}|${port.switching.value}|${port.channel.value}|${port.channelMode.value}|${port.untagged.value}|${port.egressUntagged.value.join(';')}|${port.portFast.value}|${flags}|${own}|${port.trunkGroups.value.join(' ')}`
}
