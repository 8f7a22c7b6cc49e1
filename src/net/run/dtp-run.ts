import type { DecisionId } from '../decisions.ts'
import {
  announcement,
  DTP_HELLO,
  DTP_HOLD,
  type Encapsulation,
  encapsulationAtRest,
  operatingAtRest,
  resolveDtp,
  takesPartInDtp,
} from '../dtp.ts'
import { type Dtp, dtpFrame } from '../dtp-frame.ts'
import type { EventId, OperatingMode } from '../event.ts'
import { outlet, type PortRun } from './port-run.ts'
import type { Travelling } from './recorder.ts'
import type { SwitchRun } from './switch-run.ts'
import type { Wires } from './wires.ts'
import type { World } from './world.ts'

/** Fast hellos come this often, and this many times at most where nobody answers (facts B2, weak). */
const FAST_HELLO = 1_000
const FAST_HELLOS = 5

/** Why a port comes to operate as it does. */
export type OperatingChange = {
  readonly to: OperatingMode
  readonly encapsulation: Encapsulation
  readonly decision: DecisionId
  readonly causes: readonly (EventId | null)[]
  readonly because: readonly number[]
}

/** Runs DTP: hellos, what a heard frame makes of a port, and the timeout of a trunk that hears nothing (facts B1-B5). */
export class DtpRun {
  readonly #world: World
  readonly #wires: Wires
  readonly #operates: (device: SwitchRun, port: PortRun, event: EventId) => void

  /** `operates` hears of every port that comes to operate in another way. */
  constructor(
    world: World,
    wires: Wires,
    operates: (device: SwitchRun, port: PortRun, event: EventId) => void,
  ) {
    this.#world = world
    this.#wires = wires
    this.#operates = operates
  }

  /** The hellos of a port, from now on and for as long as the run goes. */
  start(device: SwitchRun, port: PortRun): void {
    this.#world.in(0, true, () => {
      this.comesUp(device, port, null)
      this.#helloLater(device, port)
    })
  }

  /** What a port says when its link comes up or its settings change. */
  comesUp(device: SwitchRun, port: PortRun, cause: EventId | null): void {
    this.announce(device, port, cause)
    if (this.#world.settings.fastHellos) this.#helloFast(device, port, 1)
  }

  #helloLater(device: SwitchRun, port: PortRun): void {
    this.#world.in(DTP_HELLO, true, () => {
      this.announce(device, port, null)
      this.#helloLater(device, port)
    })
  }

  #helloFast(device: SwitchRun, port: PortRun, sent: number): void {
    if (sent >= FAST_HELLOS) return
    this.#world.in(FAST_HELLO, true, () => {
      if (port.heard) return
      this.announce(device, port, null)
      this.#helloFast(device, port, sent + 1)
    })
  }

  /** Says once what the port has to say, if anything is plugged in and it has. */
  announce(device: SwitchRun, port: PortRun, cause: EventId | null): void {
    const jack = outlet(port)
    if (!jack || port.suspendedBy) return
    const says = announcement(port.settings, port.operating, device.ask, port.encapsulation)
    if (!says) return
    const { recorder } = this.#world
    const frame = dtpFrame({ ...says, src: port.mac, domain: device.vtpDomain.value })
    const travelling = { frame, copy: recorder.nextCopy(), parentCopy: null, hops: 0 }
    const { mode, negotiate } = port.settings
    const sent = recorder.record(
      {
        device: device.name,
        port: port.name,
        decision: 'dtp/says',
        causes: [cause ?? port.setBy],
        because: [...mode.from, ...negotiate.from],
        travelling,
      },
      { kind: 'send' },
    )
    this.#wires.cross(jack, travelling, sent)
  }

  /** A port hears a DTP frame. */
  hear(device: SwitchRun, port: PortRun, heard: Dtp, travelling: Travelling, cause: EventId): void {
    const { recorder } = this.#world
    const at = { device: device.name, port: port.name, travelling, causes: [cause, port.setBy] }
    const { mode, negotiate } = port.settings
    if (port.suspendedBy || !takesPartInDtp(port.settings, device.ask)) {
      recorder.record({ ...at, ...deafness(port) }, { kind: 'refuse', vlan: null })
      return
    }
    const event = recorder.record({ ...at, decision: 'dtp/heard' }, { kind: 'hear', protocol: 'dtp' })
    const outcome = resolveDtp(port.settings, device, heard, port.operating, device.ask)
    const { vtpDomain, vtpMode } = device
    const vtp = outcome.decision === 'dtp/domain-mismatch' ? [...vtpDomain.from, ...vtpMode.from] : []
    port.heard = { at: recorder.now, event }
    this.operate(device, port, {
      to: outcome.operating,
      encapsulation: outcome.encapsulation,
      decision: outcome.decision,
      causes: [event, port.setBy],
      because: [...mode.from, ...negotiate.from, ...vtp],
    })
    if (outcome.operating === 'trunk') this.#world.in(DTP_HOLD, true, () => this.#holdEnds(device, port))
  }

  #holdEnds(device: SwitchRun, port: PortRun): void {
    const { heard } = port
    const dynamic = operatingAtRest(port.settings) === 'access'
    const late = heard !== null && heard.at + DTP_HOLD > this.#world.recorder.now
    if (!heard || late || !dynamic) return
    port.heard = null
    this.operate(device, port, {
      to: 'access',
      encapsulation: encapsulationAtRest(port.settings),
      decision: 'dtp/timeout',
      causes: [heard.event, port.setBy],
      because: port.settings.mode.from,
    })
  }

  /** The link of a port is gone: it operates as it rests, and what it had heard is void (facts B8). */
  linkLost(device: SwitchRun, port: PortRun, cause: EventId): void {
    port.heard = null
    this.operate(device, port, {
      to: operatingAtRest(port.settings),
      encapsulation: encapsulationAtRest(port.settings),
      decision: 'dtp/link-lost',
      causes: [cause, port.setBy],
      because: [],
    })
  }

  /** Puts a port into an operating mode, writes it down, and tells the neighbour where it changed. */
  operate(device: SwitchRun, port: PortRun, { to, encapsulation, ...why }: OperatingChange): void {
    const from = port.operating
    const same = from === to && encapsulation === port.encapsulation
    port.operating = to
    port.encapsulation = encapsulation
    const event = this.#world.recorder.record(
      { device: device.name, port: port.name, ...why },
      { kind: 'negotiate', from, to, ...(encapsulation === 'isl' && { encapsulation }) },
    )
    if (same) return
    port.setBy = event
    device.macTable.dropBehind(port)
    device.changed()
    this.announce(device, port, event)
    this.#operates(device, port, event)
  }
}

/** Why a port does not listen to DTP, and the settings that say so. */
function deafness({ settings, suspendedBy }: PortRun): { decision: DecisionId; because: readonly number[] } {
  const { enabled, switching, negotiate, mode } = settings
  if (!enabled.value) return { decision: 'drop/port-down', because: enabled.from }
  if (!switching.value) return { decision: 'drop/routed-port', because: switching.from }
  if (suspendedBy) return { decision: 'drop/channel-suspended', because: suspendedBy.from }
  return { decision: 'dtp/not-listening', because: negotiate.value ? mode.from : negotiate.from }
}
