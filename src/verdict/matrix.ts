import type { AttackId } from '../attacks/attack.ts'
import { dependence } from '../net/depend.ts'
import { hasVlan, type Vid } from '../net/vlan-set.ts'
import { type Escape, escapesFrom } from '../rules/escape.ts'
import { activeVlans, isNegotiable, permissive, untaggedVlan } from '../rules/passage.ts'
import { type Purpose, type Role, UNASKED } from '../rules/purpose.ts'
import type { Attempt } from '../rules/rule.ts'
import type { Site } from '../rules/site.ts'
import { type DeviceView, type PortClass, type SiteView, viewSite } from '../rules/view.ts'
import { vlansOfSite } from '../rules/vlans-in-use.ts'
import { analyseAll } from './analyse.ts'
import { doubtsOn } from './doubts.ts'
import { judgeAny } from './judge.ts'
import type { Doubt, Judgement, VerdictWord } from './judgement.ts'
import { judgeServices, type ServiceVerdict } from './services.ts'

/** One attack into one VLAN from one class of ports. */
export type Target = {
  readonly vlan: Vid
  readonly verdict: VerdictWord
  /** Names of the options that decide. */
  readonly dependsOn: readonly string[]
  /** The ways that were tried; any of them is enough. */
  readonly attempts: readonly Attempt[]
  /** Runs the attack: the film behind this cell. */
  readonly film: () => Judgement
}

/** One attack from one class of ports: the gravest over all VLANs, and each of them. */
export type Cell = {
  readonly attack: AttackId
  readonly verdict: VerdictWord
  readonly targets: readonly Target[]
  /** The target that says the verdict; undefined where there is no VLAN to reach. */
  readonly gravest: Target | undefined
}

/** Ports that cannot be told apart, with what every attack from them comes to. Ports that cannot hold an attacker have no cells. */
export type Row = {
  readonly device: string
  readonly ports: readonly string[]
  readonly purpose: Purpose | undefined
  readonly role: Role
  readonly doubts: readonly Doubt[]
  readonly cells: readonly Cell[]
}

/** Every port x attack x VLAN of a site, under every setting of the open options. */
export type SiteVerdict = {
  readonly rows: readonly Row[]
  readonly services: readonly ServiceVerdict[]
  /** What all of it rests on, as sentences. */
  readonly assumptions: readonly string[]
}

/** The attacks of the matrix, in the order of its columns. */
export const MATRIX_ATTACKS: readonly AttackId[] = ['switch-spoofing', 'plain-tagging', 'double-tagging']

/**
 * Judges every port of a site. The verdicts come from the decisions along each way; a cell's film is simulated when it is
 * opened. Ports with equal settings, purpose and neighbours are judged once.
 */
export function judgeSite(site: Site): SiteVerdict {
  return judgeView(viewSite(site))
}

/** The same for a site that is sorted out already. */
export function judgeView(view: SiteView): SiteVerdict {
  const vlans = vlansOfSite(view)
  const rows = [...view.devices.values()].flatMap((device) => {
    const escapes = rememberEscapes(view, device)
    return device.classes.map((each) => judgeClass(view, device, each, vlans, escapes))
  })
  const unasked = rows.some(({ purpose, cells }) => purpose === undefined && cells.length > 0)
  const assumptions = [...view.devices.values()].flatMap(({ reading }) => reading.assumptions)
  return {
    rows,
    services: judgeServices(view),
    assumptions: [...(unasked ? [UNASKED] : []), ...new Set(assumptions)],
  }
}

type FindEscapes = (vlan: Vid) => readonly Escape[]

function rememberEscapes(view: SiteView, device: DeviceView): FindEscapes {
  const known = new Map<Vid, readonly Escape[]>()
  return (vlan) => {
    const found = known.get(vlan) ?? escapesFrom(view, device.reading.name, vlan)
    known.set(vlan, found)
    return found
  }
}

function judgeClass(
  view: SiteView,
  device: DeviceView,
  { sample, names }: PortClass,
  vlans: readonly Vid[],
  escapes: FindEscapes,
): Row {
  const { role, purpose } = sample
  const doubts = sample.doubts.map(({ line, text }) => ({ device: device.reading.name, line, text }))
  const row = { device: device.reading.name, ports: names, purpose, role, doubts }
  if (role !== 'entry') return { ...row, cells: [] }
  const own = sample.port.accessVlan.value
  const active = activeVlans(device)
  const wanted = vlans.filter((vlan) => vlan !== own)
  const from = { device: device.reading.name, port: sample.name }
  const inside = wanted.filter((vlan) => hasVlan(active, vlan))
  const direct = (attack: AttackId, isPossible: boolean) =>
    cell(
      attack,
      inside.map((vlan) => {
        const attempts: Attempt[] = [{ attack, from, vlan, way: [] }]
        return isPossible || doubts.length > 0 ? target(view, vlan, attempts) : blocked(view, vlan, attempts)
      }),
    )
  const ask = permissive(device.reading.device)
  const ways = entryVlans(device, sample).flatMap((vlan) => escapes(vlan))
  const hopping = wanted.map((vlan) => {
    const attempts = ways.map(
      ({ way, out }): Attempt => ({
        attack: 'double-tagging',
        from,
        vlan,
        way: [...way, { device: out.device, port: out.name }],
      }),
    )
    return target(view, vlan, attempts)
  })
  return {
    ...row,
    cells: [
      direct('switch-spoofing', isNegotiable(sample, ask)),
      direct('plain-tagging', sample.port.mode.value === 'trunk'),
      cell('double-tagging', hopping),
    ],
  }
}

/** The VLANs that a host on this port can put a frame in without being a trunk: its own, and that of its phone. */
function entryVlans(device: DeviceView, sample: PortClass['sample']): Vid[] {
  const own = untaggedVlan(device, sample, permissive(device.reading.device))
  const voice = sample.port.voiceVlan.value
  return [...new Set([own, voice].filter((vlan): vlan is Vid => typeof vlan === 'number'))]
}

/** A target that no platform lets anybody reach this way. */
function blocked(view: SiteView, vlan: Vid, attempts: readonly Attempt[]): Target {
  return { vlan, verdict: 'blocked', dependsOn: [], attempts, film: () => judgeAny(view, attempts) }
}

function target(view: SiteView, vlan: Vid, attempts: readonly Attempt[]): Target {
  if (attempts.length === 0) return blocked(view, vlan, attempts)
  const film = () => judgeAny(view, attempts)
  const clean = attempts.filter((attempt) => doubtsOn(view, attempt).length === 0)
  const found = dependence((under) => analyseAll(view, clean, under))
  const isSure = clean.length === attempts.length || found.verdict === 'works'
  const { verdict, dependsOn } = isSure ? found : { verdict: 'unsure' as const, dependsOn: [] }
  return { vlan, verdict, dependsOn: dependsOn.map(({ option }) => option), attempts, film }
}

const ORDER: readonly VerdictWord[] = ['works', 'depends', 'unsure', 'blocked']

function cell(attack: AttackId, targets: readonly Target[]): Cell {
  const gravest = ORDER.map((word) => targets.find(({ verdict }) => verdict === word)).find((each) => each)
  return { attack, verdict: gravest?.verdict ?? 'blocked', targets, gravest }
}
