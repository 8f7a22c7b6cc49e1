import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DeviceReading, patch, readConfig, writeConfig } from '../../../src/config/index.ts'
import { portValues } from '../port-values.ts'
import { bridges, twoBridges } from './generated.ts'

function read(text: string): DeviceReading {
  const [device] = readConfig(text, { path: 'host', dialect: 'linux-bridge' }).devices
  if (!device) throw new Error('no bridge')
  return device
}

const HEADER = 'port              vlan-id'

describe('commands that make a bridge', () => {
  test('are read back as the same bridge', () => {
    fc.assert(
      fc.property(bridges, (bridge) => {
        const again = read(writeConfig(bridge))
        expect(portValues(again)).toEqual(portValues(bridge))
        expect(again.lines.every(({ state }) => state === 'modelled')).toBe(true)
      }),
      { numRuns: 300, seed: 1 },
    )
  })

  test('quote a name that a shell would cut', () => {
    const made = writeConfig(read(`${HEADER}\nit's;ok           10 PVID Egress Untagged`))
    expect(made).toContain("ip link set dev 'it'\\''s;ok' master br0")
    expect(read(made).device.ports[0]?.name).toBe("it's;ok")
  })

  test('of a bridge that does not filter name no VLAN', () => {
    const lines = ['ip link add br7 type bridge vlan_filtering 0', 'ip link set eth0 master br7']
    expect(writeConfig(read(lines.join('\n')))).toBe(
      'ip link add name br7 type bridge vlan_filtering 0\nip link set dev eth0 master br7\n',
    )
  })
})

describe('a patch', () => {
  test('leads from any state to any other, and back', () => {
    fc.assert(
      fc.property(twoBridges, ([before, after]) => {
        const { commands, rollback } = patch(before, after)
        const there = `${writeConfig(before)}${commands.map(({ line }) => `${line}\n`).join('')}`
        const back = `${there}${rollback.map(({ line }) => `${line}\n`).join('')}`
        expect(portValues(read(there))).toEqual(portValues(after))
        expect(portValues(read(back))).toEqual(portValues(before))
      }),
      { numRuns: 300, seed: 2 },
    )
  })

  test('puts the new PVID first and what goes last, and says what may be cut', () => {
    const before = read(
      `${HEADER}\neth0              1 PVID Egress Untagged\n                  10\n                  20`,
    )
    const after = read(
      `${HEADER}\neth0              10\n                  30-31\n                  999 PVID Egress Untagged`,
    )
    expect(patch(before, after).commands).toEqual([
      {
        line: 'bridge vlan add vid 999 dev eth0 pvid untagged',
        ports: ['eth0'],
        mayCut: 'Untagged frames on eth0 are in VLAN 999 from here on: change the other end of its link too.',
      },
      { line: 'bridge vlan add vid 30-31 dev eth0', ports: ['eth0'], mayCut: null },
      {
        line: 'bridge vlan del vid 1 dev eth0',
        ports: ['eth0'],
        mayCut: 'VLAN 1 does not pass eth0 from here on.',
      },
      {
        line: 'bridge vlan del vid 20 dev eth0',
        ports: ['eth0'],
        mayCut: 'VLAN 20 does not pass eth0 from here on.',
      },
    ])
  })

  test('is empty between equal states', () => {
    fc.assert(
      fc.property(bridges, (bridge) => {
        expect(patch(bridge, bridge)).toEqual({ commands: [], rollback: [], advice: [] })
      }),
      { numRuns: 50, seed: 3 },
    )
  })
})
