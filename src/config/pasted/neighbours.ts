import type { Vid } from '../../net/vlan-set.ts'
import type { NeighbourSaid, OutputSaid, PastedLine, Said } from './pasted.ts'
import { vlanIn } from './vlan-in.ts'

/** A line of an output about neighbours that tells one thing: `Holdtime : 150 sec`. */
export const FIELD = /^[A-Za-z][\w ()/.-]{0,50}? ?:/
/** A line that belongs to the one before it. */
export const INDENTED = /^[ \t]+\S/

/** Where an output says what of a neighbour: patterns of lines without blanks around them, the value in their first group. */
export type NeighbourWords = {
  readonly by: NeighbourSaid['by']
  /** The first line of a neighbour's part. */
  readonly begins: RegExp
  /** The port on this side. */
  readonly port: RegExp
  /** It stands before the parts, for all neighbours that follow. */
  readonly portLeads?: true
  readonly device: RegExp
  readonly farPort: RegExp
  /** The native VLAN, or the port's VLAN, that the neighbour announces. */
  readonly vlan: RegExp
}

/** Longest name that is kept. */
const LONGEST_NAME = 120

type Part = {
  readonly at: PastedLine
  port: string | undefined
  device?: string | undefined
  farPort?: string | undefined
  vlan?: Said<Vid>
}

/** Reads an output about neighbours; of a value that is told twice the first counts. Parts that lack one of the names are left out. */
export function neighbourReader(words: NeighbourWords): (lines: readonly PastedLine[]) => OutputSaid {
  return (lines) => ({ neighbours: partsOf(lines, words).flatMap((part) => said(part, words)) })
}

function partsOf(lines: readonly PastedLine[], words: NeighbourWords): Part[] {
  const parts: Part[] = []
  let lead: string | undefined
  for (const at of lines) {
    const text = at.text.trim()
    const value = (pattern: RegExp) => pattern.exec(text)?.[1]?.slice(0, LONGEST_NAME)
    if (words.portLeads) lead = value(words.port) ?? lead
    if (words.begins.test(text)) parts.push({ at, port: lead })
    const part = parts.at(-1)
    if (!part) continue
    part.port ??= value(words.port)
    part.device ??= value(words.device)
    part.farPort ??= value(words.farPort)
    const vlan = vlanIn(value(words.vlan) ?? '')
    if (vlan !== null) part.vlan ??= { value: vlan, at }
  }
  return parts
}

function said({ at, port, device, farPort, vlan }: Part, { by }: NeighbourWords): NeighbourSaid[] {
  if (port === undefined || device === undefined || farPort === undefined) return []
  return [{ by, port, device: hostName(device), farPort, vlan: vlan ?? null, at }]
}

/** A device's name without its domain and without a serial number in parentheses; an IP address stays whole. */
function hostName(text: string): string {
  const name = text.replace(/\([^)]*\)?$/, '')
  return /^[\d.]+$/.test(name) ? name : (name.split('.')[0] ?? name)
}
