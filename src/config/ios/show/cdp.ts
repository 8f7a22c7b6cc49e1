import type { Endpoint } from '../../../net/network.ts'
import type { NetworkState } from '../../../net/state.ts'
import type { Trace } from '../../../net/trace.ts'
import type { Vid } from '../../../net/vlan-set.ts'
import { readPortName } from '../../port-name.ts'
import type { Moment } from './moment.ts'
import type { Shown } from './shown.ts'

/** How often CDP speaks, in the log of facts C5. It is not simulated: what it would say follows from both ends. */
export const CDP_EVERY = 60_000
/** How long what CDP says is kept. */
const HOLD_SECONDS = 180

/** A switch that CDP shows at a port. */
export type CdpNeighbour = {
  readonly port: string
  readonly far: Endpoint
  /** Its native VLAN, where its end of the cable is a trunk. */
  readonly nativeVlan: Vid | null
  readonly vtpDomain: string
}

/** Whether a device is a Cisco switch, which speaks CDP unless it is told not to. */
export function speaksCdp({ network }: Trace, name: string): boolean {
  const device = network.devices.find((each) => each.name === name)
  return device?.kind === 'switch' && device.profile !== 'eos'
}

/** The neighbours that CDP would have shown a switch: those at the other ends of its cables where both ports are up. */
export function cdpNeighbours(
  trace: Trace,
  state: NetworkState,
  device: string,
  ends: ReadonlyMap<string, Endpoint>,
): CdpNeighbour[] {
  return [...ends].flatMap(([port, far]) => {
    const here = state.switches[device]?.ports[port]
    const there = state.switches[far.device]
    const end = there?.ports[far.port]
    const isUp = here?.settings.enabled.value && end?.settings.enabled.value
    if (!there || !end || !isUp || !speaksCdp(trace, far.device)) return []
    const nativeVlan = end.operating === 'trunk' ? end.settings.nativeVlan.value : null
    return [{ port, far, nativeVlan, vtpDomain: there.device.vtpDomain.value }]
  })
}

/** What is left out of both outputs. */
const LEFT_OUT = 'Addresses, platforms and versions of neighbours are not simulated and left out.'

/** `show cdp neighbors`. Format as in published transcripts. */
export function showCdp(moment: Moment): Shown {
  const hold = String(holdTime(moment))
  const rows = moment.neighbours.map(({ port, far }) =>
    [
      far.device.padEnd(17),
      tableName(port).padEnd(18),
      hold.padEnd(16),
      'S'.padEnd(12),
      ''.padEnd(10),
      tableName(far.port),
    ].join(''),
  )
  return {
    lines: [
      'Capability Codes: S - Switch',
      '',
      'Device ID        Local Intrfce     Holdtme         Capability  Platform  Port ID',
      ...rows,
      '',
      `Total cdp entries displayed : ${rows.length}`,
    ],
    notes: rows.length === 0 ? [] : [LEFT_OUT],
  }
}

/** `show cdp neighbors detail`. Format as in published transcripts. */
export function showCdpDetail(moment: Moment): Shown {
  const blocks = moment.neighbours.flatMap(({ port, far, nativeVlan, vtpDomain }) => [
    '-------------------------',
    `Device ID: ${far.device}`,
    `Interface: ${fullName(port)},  Port ID (outgoing port): ${fullName(far.port)}`,
    `Holdtime : ${holdTime(moment)} sec`,
    '',
    `VTP Management Domain: '${vtpDomain}'`,
    ...(nativeVlan === null ? [] : [`Native VLAN: ${nativeVlan}`]),
    '',
  ])
  const total = `Total cdp entries displayed : ${moment.neighbours.length}`
  return { lines: [...blocks, total], notes: blocks.length === 0 ? [] : [LEFT_OUT] }
}

function holdTime({ at }: Moment): number {
  return HOLD_SECONDS - Math.floor((at % CDP_EVERY) / 1000)
}

function fullName(port: string): string {
  return readPortName(port)?.key ?? port
}

/** `Gig 0/24`: the three letters and the numbers that the table has. */
function tableName(port: string): string {
  const name = readPortName(port)
  return name ? `${name.kind.slice(0, 3)} ${name.key.slice(name.kind.length)}` : port
}
