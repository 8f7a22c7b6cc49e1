import { describe, expect, test } from 'vitest'
import { type ConsoleState, openConsole, plainLine } from '../../../../src/config/ios/console/index.ts'
import { build, type Lab } from '../show/lab.ts'
import { answer, typed } from './at-console.ts'

const LAB: Lab = {
  switches: {
    SW1: 'hostname SW1\nswitch 1 provision ws-c2960x-24ts-l\ninterface Gi0/1\n switchport mode trunk\n switchport trunk allowed vlan 1,10,20\ninterface Gi0/2\ninterface Gi0/3\n',
    SW2: 'hostname SW2\nswitch 1 provision ws-c2960x-24ts-l\ninterface Gi0/2\n switchport mode trunk\n',
  },
  cables: ['SW1 Gi0/1 - SW2 Gi0/2'],
}

function at(device: string): ConsoleState {
  const { network, readings } = build(LAB)
  const reading = readings[device]
  if (!reading) throw new Error('no such switch')
  const settings = { spanningTree: 'pvst', assume: { '*': { bpdu: 'pvst', pvidMismatch: 'both' } } } as const
  return openConsole({ network, device, reading, settings })
}

function logs(state: ConsoleState, ...lines: string[]): string[] {
  return typed(state, lines)
    .lines.filter(({ voice }) => voice === 'log')
    .map(plainLine)
}

describe('native VLANs that differ', () => {
  const MISMATCH = ['conf t', 'int gi0/1', 'switchport trunk native vlan 10', 'end']

  test('are logged by spanning tree at once and by CDP every minute, with both VLANs', () => {
    const sw1 = at('SW1')
    expect(logs(sw1, ...MISMATCH)).toEqual([
      '%SPANTREE-2-RECV_PVID_ERR: Received BPDU with inconsistent peer vlan id 1 on GigabitEthernet0/1 VLAN10.',
      '%SPANTREE-2-BLOCK_PVID_PEER: Blocking GigabitEthernet0/1 on VLAN0001. Inconsistent peer vlan.',
      '%SPANTREE-2-BLOCK_PVID_LOCAL: Blocking GigabitEthernet0/1 on VLAN0010. Inconsistent local vlan.',
    ])
    const later = typed(sw1, MISMATCH).state
    expect(logs(later, 'wait 60')).toEqual([
      '%CDP-4-NATIVE_VLAN_MISMATCH: Native VLAN mismatch discovered on GigabitEthernet0/1 (10), with SW2 GigabitEthernet0/2 (1).',
    ])
    expect(logs(later, 'wait 10')).toEqual([])
  })

  test('block the two VLANs and no other, until both ends agree', () => {
    const mismatched = typed(at('SW1'), MISMATCH).state
    expect(answer(mismatched, 'show spanning-tree inconsistentports')).toEqual([
      '',
      'Name                 Interface                Inconsistency',
      '-------------------- ------------------------ ------------------',
      'VLAN0001             GigabitEthernet0/1       Port VLAN ID Mismatch',
      'VLAN0010             GigabitEthernet0/1       Port VLAN ID Mismatch',
      '',
      'Number of inconsistent ports (segments) in the system : 2',
    ])
    expect(answer(mismatched, 'show interfaces trunk').slice(-3, -1)).toEqual([
      'Port        Vlans in spanning tree forwarding state and not pruned',
      'Gi0/1       20',
    ])
    const cured = ['conf t', 'int gi0/1', 'no switchport trunk native vlan', 'end']
    expect(logs(mismatched, ...cured)).toEqual([
      '%SPANTREE-2-UNBLOCK_CONSIST_PORT: Unblocking GigabitEthernet0/1 on VLAN0001. Port consistency restored.',
      '%SPANTREE-2-UNBLOCK_CONSIST_PORT: Unblocking GigabitEthernet0/1 on VLAN0010. Port consistency restored.',
    ])
  })
})

test('an access port toward a trunk is blocked as of an inconsistent type', () => {
  const sw1 = at('SW1')
  const lines = ['conf t', 'int gi0/1', 'switchport mode access', 'end']
  expect(logs(sw1, ...lines)).toEqual([
    '%DTP-5-NONTRUNKPORTON: Port Gi0/1 has become non-trunk.',
    '%SPANTREE-7-RECV_1Q_NON_TRUNK: Received 802.1Q BPDU on non trunk GigabitEthernet0/1 VLAN1.',
    '%SPANTREE-7-BLOCK_PORT_TYPE: Blocking GigabitEthernet0/1 on VLAN0001. Inconsistent port type.',
  ])
  const shown = answer(typed(sw1, lines).state, 'show spanning-tree inconsistentports')
  expect(shown).toContain('VLAN0001             GigabitEthernet0/1       Port Type Inconsistent')
})

test('an allowed list without spanning tree forwards all that is active', () => {
  const { network, readings } = build(LAB)
  const reading = readings.SW1
  if (!reading) throw new Error('no such switch')
  const plain = openConsole({ network, device: 'SW1', reading, settings: { spanningTree: 'none' } })
  const mismatched = typed(plain, ['conf t', 'int gi0/1', 'switchport trunk native vlan 10', 'end']).state
  expect(answer(mismatched, 'show spanning-tree inconsistentports').at(-1)).toBe(
    '[vlan-dojo] This run has no spanning tree, so that nothing can be inconsistent.',
  )
})

describe('what decides a tree is typed as any other setting', () => {
  const sw1 = typed(at('SW1'), ['conf t']).state
  const port = typed(sw1, ['interface gi0/1']).state
  const config = (state: ConsoleState, ...lines: string[]) => {
    const shown = typed(state, [...lines, 'end', 'show running-config']).lines.map(plainLine)
    return shown.filter((line) => /^ ?spanning-tree/.test(line))
  }

  test('and stands in the configuration as the device writes it', () => {
    expect(config(sw1, 'span vlan 10,20-21 prio 4096', 'span pathcost method long')).toEqual([
      'spanning-tree vlan 10,20,21 priority 4096',
      'spanning-tree pathcost method long',
    ])
    expect(config(port, 'span cost 7', 'span vlan 10 cost 8', 'span vlan 10,20 port-p 16')).toEqual([
      ' spanning-tree cost 7',
      ' spanning-tree vlan 10 cost 8',
      ' spanning-tree vlan 10,20 port-priority 16',
    ])
  })

  test('"no" takes it back, with the number or without, for some VLANs or all', () => {
    const told = typed(sw1, [
      'span vlan 10,20,30 prio 4096',
      'int gi0/1',
      'span cost 7',
      'span vlan 10 cost 8',
    ])
    expect(config(told.state, 'no span cost', 'no span vlan 10 cost 8', 'no span vlan 20 prio')).toEqual([
      'spanning-tree vlan 10,30 priority 4096',
    ])
  })

  test('a number that no bridge has is refused, and "?" says which there are', () => {
    expect(answer(sw1, 'spanning-tree vlan 10 priority 100').at(-1)).toBe(
      '[vlan-dojo] The number is a multiple of 4096, from 0 to 61440.',
    )
    expect(answer(port, 'spanning-tree cost 0').at(-1)).toBe('[vlan-dojo] The number is from 1 to 200000000.')
    expect(answer(sw1, 'spanning-tree vlan 10 priority ?')).toEqual(['  <0-61440>  A multiple of 4096'])
  })

  test('what is taken and not simulated says so', () => {
    expect(answer(sw1, 'spanning-tree mode mst')).toEqual(['[vlan-dojo] Taken, but not simulated here.'])
    expect(answer(sw1, 'no spanning-tree vlan 10')).toEqual(['[vlan-dojo] Taken, but not simulated here.'])
    expect(answer(sw1, 'spanning-tree mode rapid-pvst')).toEqual([])
    expect(answer(sw1, 'spanning-tree vlan 10 root primary')).toEqual([
      '[vlan-dojo] Taken as priority 24576. A real switch goes lower where another switch has less.',
    ])
  })

  test('PortFast by default reaches the ports that say nothing, at once and no trunk', () => {
    const told = typed(sw1, [
      'interface gi0/2',
      'spanning-tree portfast disable',
      'spanning-tree portfast default',
    ])
    const values = (state: ConsoleState) =>
      Object.fromEntries(state.world.reading.device.ports.map(({ name, portFast }) => [name, portFast.value]))
    expect(values(told.state)).toEqual({ 'Gi0/1': 'off', 'Gi0/2': 'off', 'Gi0/3': 'edge' })
    expect(values(typed(told.state, ['no spanning-tree portfast default']).state)['Gi0/3']).toBe('off')
    const own = typed(told.state, ['interface gi0/2', 'no spanning-tree portfast']).state
    expect(values(own)['Gi0/2']).toBe('edge')
  })
})
