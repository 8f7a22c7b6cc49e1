import { type DeviceReading, readConfig } from '../../../../src/config/index.ts'
import { atTime, type Moment, momentOf } from '../../../../src/config/ios/show/index.ts'
import type { Network, Station, Switch } from '../../../../src/net/network.ts'
import type { ProfileName } from '../../../../src/net/profiles.ts'
import type { Setting, Source } from '../../../../src/net/settings.ts'
import { simulate } from '../../../../src/net/simulate.ts'
import { NIC } from '../../../../src/net/stations/host.ts'
import type { StationSpec } from '../../../../src/net/stations/station.ts'
import type { Stimulus } from '../../../../src/net/stimulus.ts'
import { mapSwitchSettings } from '../../../../src/net/switch-settings.ts'
import type { Trace } from '../../../../src/net/trace.ts'

/** The one device of a configuration text. */
export function read(text: string, path = 'sw.cfg', profile?: ProfileName): DeviceReading {
  const [device] = readConfig(text, { path, profile }).devices
  if (!device) throw new Error('no device')
  return device
}

/** Switches by name with their configuration texts, stations by name, and cables as `SW1 Gi0/1 - SW2 Gi0/1`. */
export type Lab = {
  readonly switches: Readonly<Record<string, string>>
  readonly stations?: Readonly<Record<string, StationSpec>>
  readonly cables?: readonly string[]
}

/** The network of a lab, and the reading of each of its switches. */
export function build(lab: Lab): { network: Network; readings: Record<string, DeviceReading> } {
  const sources: Source[] = []
  const readings: Record<string, DeviceReading> = {}
  const devices: (Switch | Station)[] = []
  for (const [name, text] of Object.entries(lab.switches)) {
    const reading = read(text, name)
    readings[name] = reading
    const first = sources.length
    sources.push(...reading.sources)
    const move = <T>({ value, from }: Setting<T>): Setting<T> => ({
      value,
      from: from.map((id) => id + first),
    })
    const { device } = reading
    const ports = device.ports.map((port) =>
      Object.fromEntries(
        Object.entries(port).map(([key, setting]) => [
          key,
          typeof setting === 'string' ? setting : move<unknown>(setting),
        ]),
      ),
    )
    devices.push({
      ...device,
      name,
      ports: ports as unknown as Switch['ports'],
      ...mapSwitchSettings(device, move),
    })
  }
  for (const [name, spec] of Object.entries(lab.stations ?? {})) devices.push({ kind: 'station', name, spec })
  const links = (lab.cables ?? []).map((cable) => {
    const [a, b] = cable.split(' - ').map((end) => {
      const [device = '', port = NIC] = end.split(' ')
      return { device, port }
    })
    if (!a || !b) throw new Error(`no cable: ${cable}`)
    return { a, b }
  })
  return { network: { devices, links, sources }, readings }
}

/** A lab run for so many virtual milliseconds, with more done to it. */
export function run(
  lab: Lab,
  millis: number,
  stimuli: readonly Stimulus[] = [],
): { trace: Trace; moment: (device: string) => Moment } {
  const { network, readings } = build(lab)
  const trace = simulate(network, [...stimuli, { when: { at: millis }, do: 'wait' }])
  const moment = (device: string): Moment => {
    const reading = readings[device]
    if (!reading) throw new Error(`no switch ${device}`)
    return momentOf(trace, device, reading, atTime(trace, millis))
  }
  return { trace, moment }
}
