import type { AttackId } from '../attacks/attack.ts'
import type { Site } from '../rules/site.ts'
import type { VerdictWord } from './judgement.ts'
import { judgeSite, type SiteVerdict } from './matrix.ts'

/** An attack that comes to something else when a line goes. */
export type AttackChange = {
  readonly device: string
  readonly ports: readonly string[]
  readonly attack: AttackId
  readonly vlan: number
  readonly with: VerdictWord
  readonly without: VerdictWord
}

/** A service that starts or stops working when a line goes. */
export type ServiceChange = { readonly name: string; readonly with: boolean; readonly without: boolean }

/** What a line is there for, as far as attacks and services show it. Nothing at all where it changes nothing. */
export type LineReason = {
  readonly attacks: readonly AttackChange[]
  readonly services: readonly ServiceChange[]
}

const HEADER = /^\s*interface\s+\S/i
const VLAN_HEADER = /^\s*vlan\s+\d[\d,\s-]*$/i

/** Whether a line only says which port the lines below it are about. */
export function isHeader(line: string): boolean {
  return HEADER.test(line)
}

/**
 * The text without one line, counted from 1; the lines after it keep their numbers. A header without its lines would hand them to the
 * block before it, so that they go with it. The header of a port stays, as `default interface` does.
 */
export function withoutLine(text: string, line: number): string {
  const lines = text.split('\n')
  const written = lines[line - 1] ?? ''
  const first = isHeader(written) ? line : line - 1
  const end = isHeader(written) || VLAN_HEADER.test(written) ? endOfBlock(lines, line) : line
  return lines.map((each, i) => (i >= first && i < end ? '!' : each)).join('\n')
}

/** Where the lines end that stand under this one, which is counted from 1. */
function endOfBlock(lines: readonly string[], line: number): number {
  const depth = indentOf(lines[line - 1] ?? '')
  const body = lines.slice(line).findIndex((each) => each.trim() === '' || indentOf(each) <= depth)
  return body === -1 ? lines.length : line + body
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

/** What changes when a line goes: every attack from every port, and every service, with it and without it. */
export function whyLine(text: string, line: number, read: (text: string) => Site): LineReason {
  const [reason = NOTHING] = whyLines(text, [line], read)
  return reason
}

const NOTHING: LineReason = { attacks: [], services: [] }

/** The same for several lines of one text, one after another. */
export function* whyLines(
  text: string,
  lines: readonly number[],
  read: (text: string) => Site,
): Generator<LineReason> {
  const site = read(text)
  const before = judgeSite(site)
  const names = namesIn(site)
  for (const line of lines) {
    const without = read(withoutLine(text, line))
    // What a switch is called fences nothing, and its ports could not be found again.
    yield namesIn(without) === names ? changesBetween(before, judgeSite(without)) : NOTHING
  }
}

function namesIn({ devices, hypervisors = [] }: Site): string {
  return [...devices, ...hypervisors].map(({ name }) => name).join('\n')
}

/** What differs between two verdicts on a site. */
export function changesBetween(before: SiteVerdict, after: SiteVerdict): LineReason {
  const later = cellsByPort(after)
  const changes = new Map<string, { change: AttackChange; ports: string[] }>()
  for (const [key, cell] of cellsByPort(before)) {
    const without = later.get(key)?.verdict ?? 'blocked'
    later.delete(key)
    if (without !== cell.verdict) note(changes, cell, cell.verdict, without)
  }
  for (const cell of later.values())
    if (cell.verdict !== 'blocked') note(changes, cell, 'blocked', cell.verdict)
  const services = before.services.flatMap(({ service, works }, index): ServiceChange[] => {
    const now = after.services[index]?.works ?? false
    return now === works ? [] : [{ name: service.name, with: works, without: now }]
  })
  return { attacks: [...changes.values()].map(({ change, ports }) => ({ ...change, ports })), services }
}

type PortCell = {
  readonly device: string
  readonly port: string
  readonly attack: AttackId
  readonly vlan: number
  readonly verdict: VerdictWord
}

function note(
  changes: Map<string, { change: AttackChange; ports: string[] }>,
  { device, port, attack, vlan }: PortCell,
  before: VerdictWord,
  without: VerdictWord,
): void {
  const key = `${device}|${attack}|${vlan}|${before}|${without}`
  const known = changes.get(key)
  if (known) known.ports.push(port)
  else changes.set(key, { change: { device, ports: [], attack, vlan, with: before, without }, ports: [port] })
}

function cellsByPort({ rows }: SiteVerdict): Map<string, PortCell> {
  const cells = new Map<string, PortCell>()
  for (const { device, ports, cells: attacks } of rows) {
    for (const { attack, targets } of attacks) {
      for (const { vlan, verdict } of targets) {
        for (const port of ports) {
          cells.set(`${device}|${port}|${attack}|${vlan}`, { device, port, attack, vlan, verdict })
        }
      }
    }
  }
  return cells
}
