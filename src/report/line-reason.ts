import { fewPorts } from '../config/index.ts'
import type { VerdictWord } from '../verdict/judgement.ts'
import type { AttackChange, LineReason } from '../verdict/why-line.ts'
import { attackNames } from '../words/attacks.ts'
import { printable } from '../words/printable.ts'

/** A line of a file with what changes when it goes. */
export type ExplainedLine = { readonly line: number; readonly text: string; readonly reason: LineReason }

const WITHOUT: Readonly<Record<VerdictWord, string>> = {
  works: 'which works without it',
  depends: 'which depends on the switch without it',
  unsure: 'which is unsure without it',
  blocked: 'which is blocked without it',
}

/** How much an attacker may: a line that takes from this holds something shut, one that adds to it opens something. */
const GRAVITY: readonly VerdictWord[] = ['blocked', 'unsure', 'depends', 'works']

/** One sentence a change: what the line holds shut, what it opens, what it carries. */
function sentences({ attacks, services }: LineReason): string[] {
  return [
    ...byVlans(attacks).map(({ change, vlans }) => {
      const holds = GRAVITY.indexOf(change.with) < GRAVITY.indexOf(change.without)
      const into = `${vlans.length === 1 ? 'VLAN' : 'VLANs'} ${vlans.join(', ')}`
      return `${holds ? 'holds shut' : 'opens'}: ${attackNames[change.attack]} from ${fewPorts(change.ports)} into ${into}, ${WITHOUT[change.without]}.`
    }),
    ...services.map(({ name, with: works }) =>
      works
        ? `carries: the service ${name}, which is cut without it.`
        : `cuts: the service ${name}, which works without it.`,
    ),
  ]
}

/** The same change into several VLANs is told once. */
function byVlans(changes: readonly AttackChange[]): { change: AttackChange; vlans: number[] }[] {
  const found = new Map<string, { change: AttackChange; vlans: number[] }>()
  for (const change of changes) {
    const { device, ports, attack, with: now, without, vlan } = change
    const key = JSON.stringify([device, ports, attack, now, without])
    const known = found.get(key)
    if (known) known.vlans.push(vlan)
    else found.set(key, { change, vlans: [vlan] })
  }
  return [...found.values()].map(({ change, vlans }) => ({ change, vlans: vlans.sort((a, b) => a - b) }))
}

/** Why a line is there, as a page of text. */
export function lineReason({ line, text, reason }: ExplainedLine): string {
  const told = sentences(reason)
  const nothing = 'It changes nothing: without it no attack and no service that is named comes out otherwise.'
  return `${[`Line ${line}: ${text.trim()}`, '', ...(told.length > 0 ? told.map((each) => `It ${each}`) : [nothing])].map(printable).join('\n')}\n`
}

/** Why the lines of a file are there: each that changes something with what it does, then how many change nothing. */
export function lineReasons(path: string, lines: readonly ExplainedLine[]): string {
  const telling = lines.filter(({ reason }) => reason.attacks.length + reason.services.length > 0)
  const width = `${lines.at(-1)?.line ?? 0}`.length
  const told = telling.flatMap(({ line, text, reason }) => [
    `${`${line}`.padStart(width)}  ${text.trim()}`,
    ...sentences(reason).map((each) => `${' '.repeat(width)}    ${each}`),
  ])
  const rest = lines.length - telling.length
  return `${[`${path}: ${telling.length} of ${lines.length} lines that are simulated change an attack or a service.`, '', ...told, ...(told.length > 0 ? [''] : []), `The other ${rest} change nothing by themselves.`].map(printable).join('\n')}\n`
}
