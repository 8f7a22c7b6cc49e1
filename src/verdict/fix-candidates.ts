import type { Attempt, FixStep } from '../rules/rule.ts'
import { deviceOf, portOf, type SiteView } from '../rules/view.ts'
import { unusedVlan } from '../rules/vlans-in-use.ts'

/** Something to type that may close ways of attack. What must change at both ends of a trunk is one candidate of two commands. */
export type Candidate = { readonly steps: readonly FixStep[]; readonly commands: number }

function candidate(...steps: readonly FixStep[]): Candidate {
  return { steps, commands: steps.reduce((sum, { lines }) => sum + lines.length, 0) }
}

/** The commands that the rules would choose from against these ways of attack, each once. */
export function candidatesFor(view: SiteView, attempts: readonly Attempt[]): Candidate[] {
  const found = new Map<string, Candidate>()
  const add = (each: Candidate) => found.set(JSON.stringify(each.steps), each)
  for (const { attack, from, way } of attempts) {
    if (attack !== 'double-tagging') add(candidate({ ...from, lines: ['switchport mode access'] }))
    for (const out of way) for (const each of onTrunk(view, out)) add(each)
    if (way.length > 0) for (const each of tagNative(view, way)) add(each)
  }
  return [...found.values()]
}

/** What can be done at a port that the frame leaves by: another native VLAN at both ends, or no native VLAN across it. */
function onTrunk(view: SiteView, out: { device: string; port: string }): Candidate[] {
  const near = portOf(view, out)
  if (!near) return []
  const far = near.peer && portOf(view, near.peer)
  const ends = [near, ...(far ? [far] : [])].map(({ device, name }) => ({ device, port: name }))
  const move = `switchport trunk native vlan ${unusedVlan(view, 'native')}`
  const prune = `switchport trunk allowed vlan remove ${near.port.nativeVlan.value}`
  return [candidate(...ends.map((end) => ({ ...end, lines: [move] }))), candidate({ ...out, lines: [prune] })]
}

/** Tagging every native VLAN of the switches along the way: one command a switch, at both ends of each trunk. */
function tagNative(view: SiteView, way: readonly { device: string; port: string }[]): Candidate[] {
  const names = new Set(way.flatMap((out) => [out.device, portOf(view, out)?.peer?.device ?? out.device]))
  const steps = [...names].map((device) => ({ device, port: null, lines: ['vlan dot1q tag native'] }))
  return steps.every(({ device }) => deviceOf(view, device).reading.dialect !== 'eos')
    ? [candidate(...steps)]
    : []
}
