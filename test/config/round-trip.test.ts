import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyLines, type DeviceReading, patch, writeConfig } from '../../src/config/index.ts'
import { configs, readAs, WRITTEN_DIALECTS } from './generate.ts'

/**
 * What a device is, without where it was written. A port-channel that has lost its members stays where it is on the way back, and does
 * nothing.
 */
function values({ device, notes, vlanNames, guardEdgePorts, edgePorts }: DeviceReading): unknown {
  const members = new Set(device.ports.map(({ channel }) => channel.value))
  const ports = device.ports.filter(({ name }) => members.has(name) || !/^port-channel/i.test(name))
  return {
    vlans: device.vlans.existing.value,
    suspended: device.vlans.suspended.value,
    groups: device.vlans.groups.map(({ name, vlans }) => [name, vlans.value]),
    names: vlanNames,
    tagNative: device.tagNative.value,
    priority: device.bridgePriority.value,
    costs: device.pathCostMethod.value,
    guards: guardEdgePorts !== null,
    edges: edgePorts !== null,
    ports: ports
      .map(({ name, ...settings }) => ({
        name,
        ...Object.fromEntries(Object.entries(settings).map(([key, { value }]) => [key, value])),
        guard: notes[name]?.ownBpduGuard,
        ownPortFast: notes[name]?.ownPortFast,
        description: notes[name]?.description,
        differs: notes[name]?.differs.map(({ setting }) => setting),
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  }
}

/** What stands under VLAN interfaces, without where. */
function vlanInterfaces(reading: DeviceReading): unknown {
  return reading.vlanInterfaces.map(({ line: _line, ...svi }) => svi)
}

/** Enough to find what one port can do to another, and quick. */
const RUNS = { numRuns: 60 }

describe.each(WRITTEN_DIALECTS)('%s', (dialect) => {
  test('a device written and read again is the same device', () => {
    fc.assert(
      fc.property(configs(dialect, 3), (written) => {
        const device = readAs(dialect, written)
        const text = writeConfig(device)
        const again = readAs(dialect, text)
        expect(values(again)).toEqual(values(device))
        expect(vlanInterfaces(again)).toEqual(vlanInterfaces(device))
        expect(writeConfig(again)).toBe(text)
        expect(again.lines.filter(({ state }) => state === 'unknown')).toEqual([])
      }),
      RUNS,
    )
  })

  test('no written line is longer than a terminal is wide', () => {
    fc.assert(
      fc.property(configs(dialect, 2), (written) => {
        const lengths = writeConfig(readAs(dialect, written))
          .split('\n')
          .map(({ length }) => length)
        expect(Math.max(...lengths)).toBeLessThan(80)
      }),
      RUNS,
    )
  })

  test('a patch is accepted line by line and leads to the other device; its rollback leads back', () => {
    fc.assert(
      fc.property(configs(dialect, 3), configs(dialect, 3), (from, to) => {
        const before = readAs(dialect, from)
        const after = readAs(dialect, to)
        const { commands, rollback } = patch(before, after)
        const there = applyLines(
          before,
          commands.map(({ line }) => line),
        )
        expect(there.refused).toBeNull()
        expect(values(there.device)).toEqual(values(after))
        expect(vlanInterfaces(there.device)).toEqual(vlanInterfaces(after))
        const back = applyLines(
          there.device,
          rollback.map(({ line }) => line),
        )
        expect(back.refused).toBeNull()
        expect(values(back.device)).toEqual(values(before))
        expect(vlanInterfaces(back.device)).toEqual(vlanInterfaces(before))
      }),
      RUNS,
    )
  })

  test('between equal devices there is nothing to do', () => {
    fc.assert(
      fc.property(configs(dialect, 3), (written) => {
        const device = readAs(dialect, written)
        expect(patch(device, device)).toMatchObject({ commands: [], rollback: [] })
      }),
      RUNS,
    )
  })
})
