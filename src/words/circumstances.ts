import type { DecisionId } from '../net/decisions.ts'
import { type Dtp, readDtp } from '../net/dtp-frame.ts'
import type { Apart, Event, LoopCut } from '../net/event.ts'
import { type Frame, isGroup, type Mac } from '../net/frame.ts'
import type { Source } from '../net/settings.ts'
import { frameOf, type Trace } from '../net/trace.ts'
import { hasVlan } from '../net/vlan-set.ts'

/** Who a frame is for or from: a station by its name, all of them, or an address nobody here has. */
export type Party =
  | { readonly kind: 'station'; readonly name: string }
  | { readonly kind: 'everyone' }
  | { readonly kind: 'group' }
  | { readonly kind: 'address'; readonly mac: Mac }

/** What a sentence about an event may need, looked up once: no word of any language in it. */
export type Circumstances = {
  readonly device: string
  readonly port: string
  /** The VLAN the event speaks of, where it speaks of one. */
  readonly vlan: number | null
  /** The frame as it is after the event. */
  readonly frame: Frame | null
  readonly to: Party | null
  readonly from: Party | null
  /** Ports a relayed frame goes out of. */
  readonly out: readonly string[]
  /** The far end of a cable or of a journey. */
  readonly far: { readonly device: string; readonly port: string } | null
  /** What the neighbour said by DTP, for the events that rest on it. */
  readonly heard: Dtp | null
  /** Whether a port changed between access and trunk. */
  readonly changed: boolean
  /** How a port comes to stand apart from its port-channel. */
  readonly apart: Apart | null
  /** The port an address was behind before. */
  readonly movedFrom: string | null
  /** VLAN IDs beneath the tag that was read, outermost first. */
  readonly beneath: readonly number[]
  /** What a station reports. */
  readonly report: { readonly says: string; readonly detail: Readonly<Record<string, unknown>> } | null
  /** Why spanning tree blocks the port against loops, for the event that blocks it and for frames that end there. */
  readonly cuts: readonly LoopCut[]
  /** The configuration values that the decision read. */
  readonly because: readonly Source[]
}

/** The station with this address, or what else the address stands for. */
export function partyOf(trace: Trace, mac: Mac): Party {
  if (mac === 'ff:ff:ff:ff:ff:ff') return { kind: 'everyone' }
  if (isGroup(mac)) return { kind: 'group' }
  const owner = trace.network.devices.find(
    (device) => device.kind === 'station' && 'mac' in device.spec && device.spec.mac === mac,
  )
  return owner ? { kind: 'station', name: owner.name } : { kind: 'address', mac }
}

const BLOCKED: ReadonlySet<DecisionId> = new Set(['drop/blocked', 'hold/blocked'])

function cutsBehind({ events }: Trace, event: Event): readonly LoopCut[] {
  if (event.kind === 'block') return event.cuts ?? []
  if (event.kind !== 'refuse' || !BLOCKED.has(event.decision)) return []
  const block = event.causes.map((id) => events[id]).find((cause) => cause?.kind === 'block')
  const { vlan } = event
  if (block?.kind !== 'block' || vlan === null) return []
  return (block.cuts ?? []).filter(({ vlans }) => hasVlan(vlans, vlan))
}

function dtpBehind(trace: Trace, event: Event, frame: Frame | null): Dtp | null {
  if (event.kind !== 'negotiate') return frame ? readDtp(frame) : null
  const mover = trace.events[event.causes[0] ?? -1]
  return mover && mover.frame !== null ? readDtp(frameOf(trace, mover.frame)) : null
}

/** Everything a sentence about this event may need. */
export function circumstancesOf(trace: Trace, event: Event): Circumstances {
  const frame = event.frame === null ? null : frameOf(trace, event.frame)
  const read = event.kind === 'enter' && event.tagRead !== null ? 1 : 0
  return {
    device: event.device,
    port: event.port,
    vlan: 'vlan' in event ? event.vlan : null,
    frame,
    to: frame ? partyOf(trace, frame.dst) : null,
    from: frame ? partyOf(trace, frame.src) : null,
    out: event.kind === 'relay' ? event.out : [],
    far: event.kind === 'cross' || event.kind === 'cable' ? event.to : null,
    heard: dtpBehind(trace, event, frame),
    changed: event.kind === 'negotiate' && event.from !== event.to,
    apart: event.kind === 'bundle' ? event.apart : null,
    movedFrom: event.kind === 'learn' ? event.movedFrom : null,
    beneath: frame ? frame.tags.slice(read).map((tag) => tag.vid) : [],
    report: event.kind === 'report' ? { says: event.says, detail: event.detail } : null,
    cuts: cutsBehind(trace, event),
    because: event.because.flatMap((id) => trace.sources[id] ?? []),
  }
}
