import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DeviceReading, patch, readConfig, writeConfig } from '../../../src/config/index.ts'
import { portValues } from '../port-values.ts'
import { bridges, twoBridges } from './generated.ts'

function read(...lines: readonly string[]): DeviceReading {
  const [device] = readConfig(lines.join('\n'), { path: 'host', dialect: 'ovs' }).devices
  if (!device) throw new Error('no bridge')
  return device
}

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

  test('leave out what is empty, and name the cards of a bond', () => {
    const made = read(
      'ovs-vsctl add-br br1',
      'ovs-vsctl add-port br1 eth0 trunks=20,10 tag=99 vlan_mode=native-untagged',
      'ovs-vsctl add-bond br1 bond0 eth1 eth2',
      'ovs-vsctl set port br1 tag=7',
    )
    expect(writeConfig(made)).toBe(
      [
        'ovs-vsctl add-br br1',
        'ovs-vsctl set port br1 tag=7',
        'ovs-vsctl add-port br1 eth0 vlan_mode=native-untagged tag=99 trunks=10,20,99',
        'ovs-vsctl add-bond br1 bond0 eth1 eth2',
        '',
      ].join('\n'),
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
        expect(patch(after, after).commands).toEqual([])
      }),
      { numRuns: 300, seed: 2 },
    )
  })

  test('is one command a port, with what it moves', () => {
    const before = read(
      'ovs-vsctl add-br br0',
      'ovs-vsctl add-port br0 eth0',
      'ovs-vsctl add-port br0 vm1 tag=5',
    )
    const after = read(
      'ovs-vsctl add-br br0',
      'ovs-vsctl add-port br0 eth0 trunks=10 tag=999 vlan_mode=native-untagged',
      'ovs-vsctl add-port br0 vm1 tag=5',
    )
    expect(patch(before, after).commands).toEqual([
      {
        line: 'ovs-vsctl set port eth0 vlan_mode=native-untagged tag=999 trunks=10,999',
        ports: ['eth0'],
        mayCut: 'Untagged frames on eth0 are in VLAN 999 from here on: change the other end of its link too.',
      },
    ])
  })
})
