import { CISCO_GROUP } from '../net/dtp-frame.ts'
import type { Event } from '../net/event.ts'
import { BROADCAST, tag } from '../net/frame.ts'
import { type Network, peerOf } from '../net/network.ts'
import { NIC } from '../net/stations/host.ts'
import { kindOf } from '../net/stations/index.ts'
import type { Stimulus } from '../net/stimulus.ts'
import { frameOf, type Trace } from '../net/trace.ts'
import type { Attack, AttackCase, AttackPlan, Gain } from './attack.ts'
import { ATTACKER_MAC, attackFrame, stationWithMac } from './attack-frame.ts'
import { arrivesAt, injection } from './gains.ts'
import { journey } from './journey.ts'
import { plugIn } from './plug-in.ts'

/** When the spoofer starts, and when it uses what it got: after spanning tree lets a new trunk forward (facts B8). */
const SPOOF_AT = 1_000
const USE_AT = 40_000
const VICTIM_SPEAKS_AT = 41_000

/** A broadcast from the victim, such as any ARP request: what a member of its VLAN would see. */
function victimSpeaks(network: Network, { victim }: AttackCase): Stimulus[] {
  const station = stationWithMac(network, victim)
  const port = station ? kindOf(station.spec).ports(station.spec)[0] : undefined
  if (!station || !port || !peerOf(network, { device: station.name, port })) return []
  const frame = { ...attackFrame(network, BROADCAST, []), src: victim }
  return [{ when: { at: VICTIM_SPEAKS_AT }, do: 'send', device: station.name, port, frame }]
}

function plan(network: Network, target: AttackCase): AttackPlan {
  const plugged = plugIn(network, target.from, {
    kind: 'spoofer',
    mac: ATTACKER_MAC,
    domain: '',
    startsAt: SPOOF_AT,
    repeats: 'for-ever',
  })
  const { network: scene, attacker } = plugged
  const frame = attackFrame(scene, target.victim, [tag(target.vlan)])
  return {
    attack: 'switch-spoofing',
    variant: `DTP desirable, then [${target.vlan}]`,
    ...plugged,
    stimuli: [
      { when: { at: USE_AT }, do: 'send', device: attacker, port: NIC, frame },
      ...victimSpeaks(scene, target),
    ],
  }
}

/** The switch's answer to the first DTP frame of the spoofer: the negotiation, or the refusal to listen. */
function answerToDtp(trace: Trace, attacker: string): Event | undefined {
  const sent = trace.events.find((e) => e.kind === 'send' && e.device === attacker && isDtp(trace, e))
  if (!sent) return undefined
  const heard = journey(trace, sent.id).at(-1)
  return (
    trace.events.find((e) => e.kind === 'negotiate' && heard !== undefined && e.causes.includes(heard.id)) ??
    heard
  )
}

function isDtp(trace: Trace, event: Event): boolean {
  return event.frame !== null && frameOf(trace, event.frame).dst === CISCO_GROUP
}

/**
 * Switch spoofing: a host says in DTP that it wants a trunk. On a dynamic port it gets one, and with it every VLAN the port
 * allows: it can send into them and sees their floods (facts B8).
 */
export const switchSpoofing: Attack = {
  id: 'switch-spoofing',
  plans: (network, target) => [plan(network, target)],
  outcome: (trace, { attacker }, { victim }) => {
    const answer = answerToDtp(trace, attacker)
    const becameTrunk = answer?.kind === 'negotiate' && answer.to === 'trunk'
    const used = trace.events.find((e) => e.kind === 'send' && e.device === attacker && !isDtp(trace, e))
    if (!becameTrunk || !used) return { reached: false, proof: answer?.id ?? 0, gains: [] }
    const name = stationWithMac(trace.network, victim)?.name
    const injected = injection(trace, used.id, attacker, name)
    const spoken = trace.events.find(
      (e) => e.kind === 'send' && e.device === name && e.at >= VICTIM_SPEAKS_AT,
    )
    const overheard = spoken && arrivesAt(trace, spoken.id, attacker)
    const gains: Gain[] = [...injected.gains, ...(overheard ? (['read-floods'] as const) : [])]
    if (injected.reached || !overheard) return { ...injected, gains }
    return { reached: true, proof: overheard.id, gains }
  },
}
