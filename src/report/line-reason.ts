import { shortPortName } from '../config/port-name.ts'
import type { AttackChange, LineReason } from '../verdict/why-line.ts'
import { printable } from '../words/printable.ts'

/** Ports that are named one by one; of more the rest are counted. */
const NAMED = 4

function portsSaid(ports: readonly string[]): string {
  const short = ports.map(shortPortName)
  return short.length <= NAMED
    ? short.join(', ')
    : `${short.slice(0, NAMED).join(', ')} and ${short.length - NAMED} more`
}

function attackSaid({ ports, attack, vlan, with: now, without }: AttackChange): string {
  return `${attack} from ${portsSaid(ports)} into VLAN ${vlan}: ${now} with it, ${without} without it.`
}

/** Why a line is there, as a page of text. */
export function lineReason(written: string, line: number, { attacks, services }: LineReason): string {
  const head = `Line ${line}: ${written.trim()}`
  const told = [
    ...attacks.map(attackSaid),
    ...services.map(
      ({ name, with: now }) =>
        `The service ${name}: ${now ? 'works with it, is cut without it' : 'is cut by it, works without it'}.`,
    ),
  ]
  const nothing = 'Without it no attack and no service that is named changes.'
  return `${[head, '', ...(told.length > 0 ? told : [nothing])].map(printable).join('\n')}\n`
}
