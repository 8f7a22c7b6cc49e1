import { dependence } from '../net/depend.ts'
import type { Vid } from '../net/vlan-set.ts'
import { ownVlan } from '../rules/passage.ts'
import type { Attempt } from '../rules/rule.ts'
import { portOf, type SiteView } from '../rules/view.ts'
import { analyse } from './analyse.ts'
import type { Cell } from './cells.ts'
import { judgeRows, type Row } from './matrix.ts'

/**
 * Every single way of attack that is not blocked on every switch: one entry, or one port group that was read, one VLAN, one way each;
 * into the VLANs that somebody would miss, and into `also`.
 */
export function openAttempts(view: SiteView, also: readonly Vid[] = []): Attempt[] {
  return judgeRows(view, also)
    .filter((row) => !isAssumed(view, row))
    .flatMap((row) =>
      row.cells
        .filter(({ verdict }) => verdict !== 'blocked')
        .flatMap(({ targets }) => targets.flatMap(({ attempts }) => attempts))
        .filter((attempt) => isOpen(view, attempt))
        .flatMap((attempt) => fromEach(row, attempt)),
    )
}

/**
 * Whether nothing is open, into the VLANs that somebody would miss and into `also`. As read: a line that was not understood would keep
 * open for ever what no command closes, and the findings tell of it.
 */
export function isShut(view: SiteView, also: readonly Vid[]): boolean {
  const isClosed = ({ verdict, targets }: Cell) =>
    verdict === 'blocked' ||
    (verdict === 'unsure' &&
      targets.every(({ attempts }) => attempts.every((attempt) => !isOpen(view, attempt))))
  return judgeRows(view, also).every((row) => isAssumed(view, row) || row.cells.every(isClosed))
}

/**
 * Whether an attack by this way gets through on some switch the configuration may stand for, and is one: nobody attacks the VLAN that he
 * is in.
 */
export function isOpen(view: SiteView, attempt: Attempt): boolean {
  const entry = attempt.guestOf ? undefined : portOf(view, attempt.from)
  if (entry && ownVlan(entry.port) === attempt.vlan) return false
  return dependence((under) => analyse(view, attempt, under)).verdict !== 'blocked'
}

/** Whether the guests that attack are made up: behind a port of a switch, since no host was read. Nothing on it could be changed. */
function isAssumed(view: SiteView, { device, role }: Row): boolean {
  return role === 'hypervisor' && view.devices.has(device)
}

/** The same from each port of the class. Guests of a host begin at the ports of a switch, which are no class of theirs. */
function fromEach({ device, ports }: Row, attempt: Attempt): Attempt[] {
  if (attempt.guestOf) return [attempt]
  return ports.map((port) => ({ ...attempt, from: { device, port } }))
}
