import type { HypervisorReading } from '../config/hypervisor-reading.ts'
import type { DeviceReading } from '../config/reading.ts'
import type { Endpoint, Link } from '../net/network.ts'
import type { Vid } from '../net/vlan-set.ts'
import type { Purpose } from './purpose.ts'

/** Something that has to keep working: frames of this VLAN between all of these ports, both ways. */
export type Service = {
  /** As the user calls it: `vMotion`, `management`. */
  readonly name: string
  readonly vlan: Vid
  readonly ends: readonly Endpoint[]
}

/** Purposes by device and port. A port that is missing was not asked about. */
export type Purposes = Readonly<Record<string, Readonly<Record<string, Purpose>>>>

/** What is judged: the switches that were read, the cables between them, and what their user said about them. */
export type Site = {
  readonly devices: readonly DeviceReading[]
  /** Hosts whose virtual switches were read. */
  readonly hypervisors?: readonly HypervisorReading[]
  /** Cables between two of the devices. A trunk without one is completed by an assumption that is told. */
  readonly links: readonly Link[]
  readonly purposes: Purposes
  readonly services: readonly Service[]
}

/** A site of switches that nothing more is known about. */
export function bareSite(devices: readonly DeviceReading[]): Site {
  return { devices, links: [], purposes: {}, services: [] }
}
