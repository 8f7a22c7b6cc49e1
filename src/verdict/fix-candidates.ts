import type { Endpoint } from '../net/network.ts'
import { groupOfSeat, tagForGuests } from '../rules/guest-groups.ts'
import type { Attempt, FixStep, GuestSeat } from '../rules/rule.ts'
import { taggedAgain } from '../rules/tagged-again.ts'
import { deviceOf, portOf, type SiteView } from '../rules/view.ts'
import { unusedVlan } from '../rules/vlans-in-use.ts'

/** Something to type that may close ways of attack. What must change at both ends of a trunk is one candidate of two commands. */
export type Candidate = { readonly steps: readonly FixStep[]; readonly commands: number }

function candidate(...steps: readonly FixStep[]): Candidate {
  return { steps, commands: steps.reduce((sum, { lines }) => sum + lines.length, 0) }
}

/**
 * The commands that the rules would choose from against these ways of attack, each once. Of sets that cost the same the first is
 * taken: what changes a trunk stands before what takes a port away from those who use it.
 */
export function candidatesFor(view: SiteView, attempts: readonly Attempt[]): Candidate[] {
  const found = new Map<string, Candidate>()
  const add = (each: Candidate) => found.set(JSON.stringify(each.steps), each)
  for (const { attack, from, way, guestOf } of attempts) {
    for (const each of guestOf ? atPortGroup(view, guestOf) : []) add(each)
    if (attack === 'switch-spoofing' || attack === 'plain-tagging')
      add(candidate({ ...from, lines: ['switchport mode access'] }))
    for (const out of way) for (const each of onTrunk(view, out)) add(each)
    if (way.length > 0) add(tagNative(view, way))
  }
  for (const { from } of attempts) for (const each of atEntry(view, from)) add(each)
  return [...found.values()]
}

/**
 * What can be done at a port that the frame leaves by: tags on what a Linux bridge sends untagged beside its native VLAN, another
 * native VLAN, or no native VLAN across it, at both ends: a VLAN that one end carries alone goes nowhere.
 */
function onTrunk(view: SiteView, out: Endpoint): Candidate[] {
  const near = portOf(view, out)
  if (!near) return []
  const far = near.peer && portOf(view, near.peer)
  const ends = [near, ...(far ? [far] : [])].map(({ device, name }) => ({ device, port: name }))
  const move = `switchport trunk native vlan ${unusedVlan(view, 'native')}`
  const prune = `switchport trunk allowed vlan remove ${near.port.nativeVlan.value}`
  const bare = near.port.egressUntagged.value
  return [
    ...(bare.length > 0 ? [candidate(taggedAgain(near, bare))] : []),
    candidate(...ends.map((end) => ({ ...end, lines: [move] }))),
    candidate(...ends.map((end) => ({ ...end, lines: [prune] }))),
  ]
}

/** Tagging the native VLAN at both ends of every trunk on the way: a line a trunk on EOS, one a switch elsewhere (facts C4). */
function tagNative(view: SiteView, way: readonly Endpoint[]): Candidate {
  const ends = way.flatMap((out) => [out, portOf(view, out)?.peer ?? out])
  const steps = ends.map((end): FixStep => {
    const { dialect } = deviceOf(view, end.device).reading
    return dialect === 'eos'
      ? { ...end, lines: ['switchport trunk native vlan tag'] }
      : { device: end.device, port: null, lines: ['vlan dot1q tag native'] }
  })
  return candidate(...new Map(steps.map((step) => [JSON.stringify(step), step])).values())
}

/** A VLAN of its own for the port group of a guest that tags. */
function atPortGroup(view: SiteView, seat: GuestSeat): Candidate[] {
  const own = groupOfSeat(view, seat)
  const lines = own ? tagForGuests(view, own) : []
  return lines.length > 0 ? [candidate({ device: seat.host, port: null, lines })] : []
}

/**
 * What can be done where the attacker comes in: shut a port that is said to be unused, take one out of VLAN 1, or both out of VLAN 1 and
 * out of being a trunk, of which either alone may close nothing.
 */
function atEntry(view: SiteView, from: Endpoint): Candidate[] {
  const entry = portOf(view, from)
  if (!entry) return []
  const elsewhere = `switchport access vlan ${unusedVlan(view, 'hosts')}`
  return [
    ...(entry.purpose === 'unused' ? [candidate({ ...from, lines: ['shutdown'] })] : []),
    ...(entry.port.accessVlan.value === 1
      ? [
          candidate({ ...from, lines: [elsewhere] }),
          ...(entry.port.mode.value === 'access'
            ? []
            : [candidate({ ...from, lines: [elsewhere, 'switchport mode access'] })]),
        ]
      : []),
  ]
}
