import type { AttackId } from '../../attacks/attack.ts'
import { BadUse } from '../../edge/bad-use.ts'
import type { Endpoint } from '../../net/network.ts'
import type { Vid } from '../../net/vlan-set.ts'
import type { Site } from '../../rules/site.ts'
import { type SiteView, viewSite } from '../../rules/view.ts'
import { type Cell, type Target, targetBy } from '../../verdict/cells.ts'
import type { VerdictWord } from '../../verdict/judgement.ts'
import { judgeView } from '../../verdict/matrix.ts'
import { mismatchCell } from '../../verdict/mismatch-cell.ts'
import { printable } from '../../words/printable.ts'
import { holdsNobody } from './holds-nobody.ts'

/** What a person asked for; undefined leaves it open. */
export type Wanted = {
  readonly attack: AttackId | undefined
  readonly vlan: Vid | undefined
  /** The port by which the frame is to leave without its outer tag. */
  readonly over?: Endpoint | undefined
}

/** An attack into one VLAN. */
export type ChosenAttack = { readonly attack: AttackId; readonly target: Target }

const GRAVEST_FIRST: readonly VerdictWord[] = ['works', 'depends', 'unsure', 'blocked']

/**
 * The attack from a port of a site that was asked for; where that leaves several, the gravest. Throws `BadUse` where nobody can attack
 * from there, or not so, with what can be asked for.
 */
export function chooseAttack(site: Site, from: Endpoint, wanted: Wanted): ChosenAttack {
  const view = viewSite(site)
  const { rows } = judgeView(view, wanted.vlan === undefined ? [] : [wanted.vlan])
  const row = rows.find(({ device, ports }) => device === from.device && ports.includes(from.port))
  if (!row || row.cells.length === 0) throw new BadUse(printable(holdsNobody(site, from, row)))
  const cells = [...row.cells, mismatchCell(view, from)]
  const found = chosenFrom(cells, wanted)
  const { over } = wanted
  const narrowed = over ? found.flatMap((each) => narrowedTo(view, over, each)) : found
  const [gravest] = narrowed.sort(
    (a, b) => GRAVEST_FIRST.indexOf(a.target.verdict) - GRAVEST_FIRST.indexOf(b.target.verdict),
  )
  if (gravest) return gravest
  throw new BadUse(
    over && found.length > 0
      ? printable(`No such way leads over ${over.device} ${over.port}.`)
      : nowhere(cells, wanted),
  )
}

/** An attack by the ways over one port alone; none where no way leads over it. */
function narrowedTo(view: SiteView, { device, port }: Endpoint, whole: ChosenAttack): ChosenAttack[] {
  const { vlan, attempts } = whole.target
  const over = attempts.filter(({ way }) => {
    const out = way.at(-1)
    return out?.device === device && out.port === port
  })
  return over.length > 0 ? [{ ...whole, target: targetBy(view, vlan, over) }] : []
}

function chosenFrom(cells: readonly Cell[], wanted: Wanted): ChosenAttack[] {
  return cells
    .flatMap(({ attack, targets }) => targets.map((target) => ({ attack, target })))
    .filter(({ attack }) => wanted.attack === undefined || attack === wanted.attack)
    .filter(({ target }) => wanted.vlan === undefined || target.vlan === wanted.vlan)
}

/** Why there is nothing of what was asked for, and what there is. */
function nowhere(cells: readonly Cell[], { attack, vlan }: Wanted): string {
  const known = chosenFrom(cells, { attack: undefined, vlan: undefined })
  const ways = known.filter((each) => attack === undefined || each.attack === attack)
  const vlans = [...new Set(ways.map(({ target }) => target.vlan))].filter((each) => each !== vlan)
  if (known.length === 0)
    return 'No other VLAN is known on this switch, so there is nowhere to go from this port.'
  if (ways.length === 0)
    return `No ${attack} can be tried from this port, only ${[...new Set(known.map((each) => each.attack))].join(', ')}.`
  return `Choose one of the VLANs that somebody would miss: ${vlans.join(', ')}.`
}
