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

/** The text without one line, counted from 1; the lines after it keep their numbers. */
export function withoutLine(text: string, line: number): string {
  return text
    .split('\n')
    .map((each, index) => (index === line - 1 ? '!' : each))
    .join('\n')
}

/** What changes when a line goes: every attack from every port, and every service, with it and without it. */
export function whyLine(text: string, line: number, read: (text: string) => Site): LineReason {
  return changesBetween(judgeSite(read(text)), judgeSite(read(withoutLine(text, line))))
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
