import type { AttackCase, AttackPlan, Gain } from '../../attacks/attack.ts'
import { ATTACKER_MAC, attackFrame } from '../../attacks/attack-frame.ts'
import { ATTACKS } from '../../attacks/index.ts'
import { endOf, journey, takenIn } from '../../attacks/journey.ts'
import { plugIn } from '../../attacks/plug-in.ts'
import type { Refused } from '../../config/index.ts'
import type { Changes } from '../../content/changes.ts'
import type { Action } from '../../content/film-spec.ts'
import { ContentProblem, type Place } from '../../content/problem.ts'
import type { Scene } from '../../content/scene.ts'
import { arpRequest } from '../../net/arp.ts'
import type { Assumptions } from '../../net/depend.ts'
import type { EventId } from '../../net/event.ts'
import { type Frame, padded, tag } from '../../net/frame.ts'
import { ETHERTYPE_IPV4, encodeEcho } from '../../net/ipv4.ts'
import type { Network } from '../../net/network.ts'
import { simulate } from '../../net/simulate.ts'
import { stateAt } from '../../net/state.ts'
import { NIC } from '../../net/stations/host.ts'
import type { Stimulus } from '../../net/stimulus.ts'
import type { Trace } from '../../net/trace.ts'
import { type Film, filmOf } from '../film.ts'
import { shootMigration } from './migration.ts'
import { networkOf, stationNamed } from './network.ts'

/** A film that was shot: what happened, and what came of it. */
export type Staged = {
  readonly trace: Trace
  readonly reached: boolean
  /** The event whose story is the film. */
  readonly proof: EventId
  readonly gains: readonly Gain[]
  /** The event that sends the frame the film is about; null where it is about ports that negotiate. */
  readonly sent: EventId | null
  /** The first typed line that a switch refused; lines before it took effect. */
  readonly refused: Refused | null
  /** The station that attacks or sends; empty where none does. */
  readonly actor: string
  /** The event the film begins with, where its whole story would be too long to watch; null for the whole story. */
  readonly begins: EventId | null
}

type Shot = Omit<Staged, 'refused' | 'begins'> & Partial<Pick<Staged, 'begins'>>

/** When an honest frame is sent and a negotiation is looked at: after ports have settled, in virtual milliseconds. */
const SEND_AT = 40_000

/** Data of an echo, as `ping` sends it. */
const ECHO_DATA = '5a'.repeat(56)
const EXPERIMENTAL = 0x88b5
/** The sender of a station without an address, from the range that documents use. */
const NO_ADDRESS = '192.0.2.66'

const PERMISSIVE: Assumptions = { assume: {}, otherwise: 'permissive' }

function settings({ assume }: Changes, under: Assumptions): Assumptions {
  return { ...under, assume: { ...under.assume, '*': { ...under.assume['*'], ...assume } } }
}

type AttackAction = Extract<Action, { do: 'attack' }>

/** The plans to try: the author's variant, or all of them. */
function plansOf(
  plans: readonly AttackPlan[],
  { variant }: AttackAction,
  place: Place,
): readonly AttackPlan[] {
  if (variant === null) return plans
  const chosen = plans.filter((plan) => plan.variant === variant)
  if (chosen.length > 0) return chosen
  const known = plans.map((plan) => `"${plan.variant}"`).join(', ')
  throw new ContentProblem(
    place,
    `There is no such attack from there. Choose a variant: ${known || 'this case has none'}.`,
  )
}

/** An attacker whose port is in the target VLAN needs no attack: a plain frame will do. */
function noAttackNeeded(network: Network, target: AttackCase, attack: AttackAction['attack']): AttackPlan {
  const plugged = plugIn(network, target.from, { kind: 'attacker', mac: ATTACKER_MAC })
  const frame = attackFrame(plugged.network, target.victim, [])
  const stimuli: Stimulus[] = [
    { when: { at: SEND_AT }, do: 'send', device: plugged.attacker, port: NIC, frame },
  ]
  return { attack, variant: 'no tag', ...plugged, stimuli }
}

/** Tries the plans in order and gives the first that reaches, else the first. */
function shootAttack(network: Network, action: AttackAction, under: Assumptions, place: Place): Shot {
  const attack = ATTACKS[action.attack]
  const victim = stationNamed(network, action.victim, place).mac
  const target: AttackCase = { from: action.from, vlan: action.vlan, victim }
  const plans = attack.plans(network, target)
  const tried =
    plans.length > 0 ? plansOf(plans, action, place) : [noAttackNeeded(network, target, action.attack)]
  const shots: Shot[] = []
  for (const plan of tried) {
    const trace = simulate(plan.network, plan.stimuli, under)
    const outcome = attack.outcome(trace, plan, target)
    const used = trace.events.find((e) => e.kind === 'send' && e.device === plan.attacker && e.at >= SEND_AT)
    shots.push({ trace, ...outcome, sent: used?.id ?? null, actor: plan.attacker })
    if (outcome.reached) break
  }
  const shown = shots.find(({ reached }) => reached) ?? shots[0]
  if (!shown) throw new ContentProblem(place, 'This attack has no plan.')
  const readings = shots.flatMap(({ trace }) => trace.readings)
  return { ...shown, trace: { ...shown.trace, readings } }
}

/** What a station sends: an echo request to another one, or the ARP question for an address that nobody here has. */
function honestFrame(network: Network, action: Extract<Action, { do: 'send' }>, place: Place): Frame {
  const from = stationNamed(network, action.from, place)
  const to = action.to === 'everyone' ? null : stationNamed(network, action.to, place)
  const ip = from.ip ?? NO_ADDRESS
  const written = action.tags.length > 0 || from.tagged === null ? action.tags : [from.tagged]
  const tags = written.map((vid) => tag(vid))
  if (!to) return padded({ ...arpRequest(from.mac, ip, ip.replace(/\d+$/, '254')), tags })
  const echo = to.ip
    ? encodeEcho({ type: 'request', from: ip, to: to.ip, sequence: 1, data: ECHO_DATA })
    : null
  return padded({
    dst: to.mac,
    src: from.mac,
    tags,
    ethertype: echo ? ETHERTYPE_IPV4 : EXPERIMENTAL,
    payload: echo ?? ECHO_DATA,
  })
}

function shootSend(
  network: Network,
  action: Extract<Action, { do: 'send' }>,
  under: Assumptions,
  place: Place,
): Shot {
  const frame = honestFrame(network, action, place)
  const stimulus: Stimulus = { when: { at: SEND_AT }, do: 'send', device: action.from, port: NIC, frame }
  const trace = simulate(network, [stimulus], under)
  const sent = trace.events.find((e) => e.kind === 'send' && e.device === action.from)?.id ?? 0
  const events = journey(trace, sent)
  const taken =
    action.to === 'everyone'
      ? events.find(({ decision }) => decision === 'station/addressed')
      : takenIn(events, action.to)
  const proof = taken ?? endOf(events)
  return {
    trace,
    reached: taken !== undefined,
    proof: proof?.id ?? sent,
    gains: [],
    sent,
    actor: action.from,
  }
}

function shootNegotiation(
  network: Network,
  { port: at }: Extract<Action, { do: 'negotiate' }>,
  under: Assumptions,
  place: Place,
): Shot {
  const trace = simulate(network, [{ when: { at: SEND_AT }, do: 'wait' }], under)
  const port = stateAt(trace, trace.events.length - 1).switches[at.device]?.ports[at.port]
  if (!port) throw new ContentProblem(place, `There is no switch port ${at.device} ${at.port}.`)
  const own = trace.events.filter((e) => e.device === at.device && e.port === at.port)
  const turned = own.findLast((e) => e.kind === 'negotiate' && e.from !== e.to)
  const answered = own.find((e) => e.kind === 'negotiate' || e.kind === 'refuse')
  const proof = turned ?? answered ?? own.at(-1)
  return {
    trace,
    reached: port.operating === 'trunk',
    proof: proof?.id ?? 0,
    gains: [],
    sent: null,
    actor: '',
  }
}

/**
 * Shoots a film: builds the scene's network under these changes, runs the action and reads what came of it. `under` settles options
 * that the platforms leave open; the most permissive value else. Throws `ContentProblem` at `place` for what cannot be staged.
 */
export function stage(
  scene: Scene,
  action: Action,
  changes: Changes,
  place: Place,
  under: Assumptions = PERMISSIVE,
): Staged {
  const { network, refused } = networkOf(scene, changes)
  const assumed = settings(changes, under)
  return { begins: null, ...shoot(network, action, assumed, place), refused }
}

function shoot(network: Network, action: Action, under: Assumptions, place: Place): Shot {
  switch (action.do) {
    case 'attack':
      return shootAttack(network, action, under, place)
    case 'send':
      return shootSend(network, action, under, place)
    case 'negotiate':
      return shootNegotiation(network, action, under, place)
    case 'migrate':
      return shootMigration(network, action, under, place)
  }
}

/** The film of what was shot, from where it begins. */
export function filmOfStaged({ trace, proof, begins }: Staged): Film {
  const film = filmOf(trace, proof)
  const first =
    begins === null ? 0 : film.steps.findIndex(({ events }) => events.some(({ id }) => id === begins))
  if (first <= 0) return film
  return { ...film, steps: film.steps.slice(first).map((step, index) => ({ ...step, index })) }
}
