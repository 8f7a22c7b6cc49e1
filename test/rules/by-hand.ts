import type { DeviceReading } from '../../src/config/reading.ts'
import type { Switch } from '../../src/net/network.ts'
import { switchOf } from '../net/scene.ts'

/** A reading without any text: its switch built directly, every value from one source. */
export function readingOf(
  name: string,
  ports: Parameters<typeof switchOf>[1],
  more: Parameters<typeof switchOf>[2] & { device?: Partial<Switch>; reading?: Partial<DeviceReading> } = {},
): DeviceReading {
  const { device, reading, ...settings } = more
  return {
    name,
    dialect: 'ios',
    reasons: [],
    profile: settings.profile ?? 'ios',
    routedByDefault: false,
    lines: [],
    device: { ...switchOf(name, ports, settings), ...device },
    sources: [{ kind: 'written', file: 'by-hand.cfg', line: 1, text: 'as the test says' }],
    notes: {},
    vlanInterfaces: [],
    guardEdgePorts: null,
    edgePorts: null,
    vlanNames: {},
    assumptions: [],
    ...reading,
  }
}
