import type { Ingress } from '../bridge-port.ts'
import { type Encapsulation, encapsulationAtRest, operatingAtRest } from '../dtp.ts'
import type { Apart, EventId, Millis, OperatingMode } from '../event.ts'
import type { Mac } from '../frame.ts'
import type { PortSettings, Setting } from '../settings.ts'
import { NO_VLANS, type VlanSet } from '../vlan-set.ts'
import type { Jack } from './jack.ts'
import type { SwitchRun } from './switch-run.ts'

/** A port of a running switch: a physical port, or a port-channel with the jacks of its members. */
export type PortRun = {
  readonly name: string
  readonly mac: Mac
  settings: PortSettings
  operating: OperatingMode
  encapsulation: Encapsulation
  /** VLANs that spanning tree blocks here. */
  blocked: VlanSet
  /** How it stands apart from its port-channel. */
  apart: Apart | null
  /** The setting that keeps it from its port-channel and suspends it. */
  suspendedBy: Setting<unknown> | null
  /** Its own jack. A member's leads to its port-channel. */
  readonly ownJack: Jack
  /** The jacks through which it sends and receives: its own, or a port-channel's members', or none for a member. */
  jacks: Jack[]
  /** The event that last set how this port operates or what it is told; null since the start. */
  setBy: EventId | null
  /** When and by which event the port last heard DTP. */
  heard: { readonly at: Millis; readonly event: EventId } | null
  /** What ingress said of frames without a tag, and of each tag: remembered until something changes. */
  bareIngress: Ingress | null
  ingressByTag: Map<number, Ingress> | null
}

/** The port of this number at the start, from 1, with its jack. */
export function portRun(bridge: SwitchRun, settings: PortSettings, number: number): PortRun {
  const { name } = settings
  const end = { device: bridge.name, port: name }
  const jack: Jack = { end, name, station: null, bridge, port: null, peer: null }
  const port: PortRun = {
    name,
    mac: portMac(bridge.mac, number),
    settings,
    operating: operatingAtRest(settings),
    encapsulation: encapsulationAtRest(settings),
    blocked: NO_VLANS,
    apart: null,
    suspendedBy: null,
    ownJack: jack,
    jacks: [jack],
    setBy: null,
    heard: null,
    bareIngress: null,
    ingressByTag: null,
  }
  jack.port = port
  return port
}

/** The jack a frame leaves by: the first with a cable, in the order of a port-channel's members. */
export function outlet(port: PortRun): Jack | null {
  for (const jack of port.jacks) if (jack.peer) return jack
  return null
}

/** The address a port sends its own frames from: the switch's base address plus the port's number. */
function portMac(base: Mac, number: number): Mac {
  const pairs = base.split(':')
  const low = Number.parseInt(pairs.slice(3).join(''), 16) + number
  const hex = (low & 0xffffff).toString(16).padStart(6, '0')
  return [...pairs.slice(0, 3), hex.slice(0, 2), hex.slice(2, 4), hex.slice(4, 6)].join(':')
}
