import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DeviceReading, patch } from '../../../../src/config/index.ts'
import { openConsoleAlone, prompt, steps } from '../../../../src/config/ios/console/index.ts'
import { vlanSet, withoutVlans } from '../../../../src/net/vlan-set.ts'
import { configs, readAs } from '../../generate.ts'

/** Ports as they are set, by name; a port-channel that has lost its members does nothing and stays where it is. */
function ports({ device }: DeviceReading): unknown {
  const bundles = new Set(device.ports.map(({ channel }) => channel.value))
  const kept = device.ports.filter(({ name }) => bundles.has(name) || !name.startsWith('Port-channel'))
  return Object.fromEntries(
    kept.map(({ name, ...settings }) => [
      name,
      Object.fromEntries(Object.entries(settings).map(([key, { value }]) => [key, value])),
    ]),
  )
}

test('a patch typed at the console is taken line by line and leads to the other configuration', () => {
  fc.assert(
    fc.property(configs('ios', 3), configs('ios', 3), (from, to) => {
      const [before, after] = [readAs('ios', from), readAs('ios', to)]
      const lines = ['configure terminal', ...patch(before, after).commands.map(({ line }) => line), 'end']
      const { state, lines: screen } = steps(
        openConsoleAlone(before),
        lines.map((line) => ({ line })),
      )
      const said = screen
        .filter(({ voice }) => voice === 'ours' || voice === 'device')
        .map(({ text }) => text)
      expect(
        said.filter((text) => /rejected|no such word|not complete|beginning of|no interface/.test(text)),
      ).toEqual([])
      expect(prompt(state)).toBe('gen#')
      const { reading } = state.world
      expect(ports(reading)).toEqual(ports(after))
      expect(reading.device.tagNative.value).toBe(after.device.tagNative.value)
      // A port that is put into a VLAN makes it, as the device does (facts D3).
      const extra = withoutVlans(reading.device.vlans.existing.value, after.device.vlans.existing.value)
      const access = after.device.ports.map(({ accessVlan }) => accessVlan.value)
      expect(withoutVlans(extra, vlanSet(...access))).toEqual([])
    }),
    { numRuns: 25 },
  )
})
