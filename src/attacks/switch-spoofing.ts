import { CISCO_GROUP } from '../net/dtp-frame.ts'
import type { Event } from '../net/event.ts'
import { tag } from '../net/frame.ts'
import type { Network } from '../net/network.ts'
import { NIC } from '../net/stations/host.ts'
import { frameOf, type Trace } from '../net/trace.ts'
import type { Attack, AttackCase, AttackPlan } from './attack.ts'
import { ATTACKER_MAC, attackFrame, stationWithMac } from './attack-frame.ts'
import { injection, overheard } from './gains.ts'
import { journey } from './journey.ts'
import { plugIn, portSettings } from './plug-in.ts'
import { VICTIM_SPEAKS_AT, victimSpeaks } from './victim.ts'

/** When the spoofer starts, and when it uses what it got: after spanning tree lets a new trunk forward (facts B8). */
const SPOOF_AT = 1_000
const USE_AT = 40_000

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
    asRelay: { mac: ATTACKER_MAC, vlan: target.vlan, spoofs: { domain: '' } },
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
 * allows: it can send into them and sees their floods (facts B8). A port that is a trunk already needs no spoofing: that is
 * plain tagging.
 */
export const switchSpoofing: Attack = {
  id: 'switch-spoofing',
  plans: (network, target) =>
    portSettings(network, target.from).mode.value === 'trunk' ? [] : [plan(network, target)],
  outcome: (trace, { attacker }, { from, victim }) => {
    const answer = answerToDtp(trace, attacker)
    const becameTrunk =
      answer?.kind === 'negotiate' &&
      answer.to === 'trunk' &&
      answer.device === from.device &&
      answer.port === from.port
    const used = trace.events.find((e) => e.kind === 'send' && e.device === attacker && !isDtp(trace, e))
    if (!becameTrunk || !used) return { reached: false, proof: answer?.id ?? 0, gains: [] }
    const name = stationWithMac(trace.network, victim)?.name
    const injected = injection(trace, used.id, attacker, name)
    return overheard(trace, injected, attacker, name, VICTIM_SPEAKS_AT)
  },
}
