import type { AttackId } from '../../attacks/attack.ts'
import type { Target } from '../../verdict/cells.ts'
import type { Judgement } from '../../verdict/judgement.ts'
import type { Row, SiteVerdict } from '../../verdict/matrix.ts'
import { type Film, filmOf } from '../film.ts'

/** An attack from a group of ports at one VLAN. */
export type Aim = { readonly row: Row; readonly attack: AttackId; readonly target: Target }

/** The film that stands behind a verdict. */
export type Witness = {
  readonly film: Film
  /** Whether the attack reaches what it aims at. */
  readonly reached: boolean
  /** The film before anything was changed, where the verdict was another one then. */
  readonly earlier: Film | null
}

/** The same attack from the same port before anything was changed. */
function sameBefore({ rows }: SiteVerdict, { row, attack, target }: Aim): Target | undefined {
  const was = rows.find(({ device, ports }) => device === row.device && ports.includes(row.ports[0] ?? ''))
  return was?.cells.find((cell) => cell.attack === attack)?.targets.find(({ vlan }) => vlan === target.vlan)
}

function filmIn({ evidence }: Judgement): Film | null {
  return evidence && filmOf(evidence.trace, evidence.proof)
}

/** What can be watched of an attack, beside the run before the changes; null where there is nothing to run. */
export function witnessOf(aim: Aim, before: SiteVerdict): Witness | null {
  const judgement = aim.target.film()
  const film = filmIn(judgement)
  if (!film || !judgement.evidence) return null
  const was = sameBefore(before, aim)
  const earlier = was && was.verdict !== aim.target.verdict ? filmIn(was.film()) : null
  return { film, reached: judgement.evidence.reached, earlier }
}
