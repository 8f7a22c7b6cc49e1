import { describe, expect, test } from 'vitest'
import { esxiCommands, type HypervisorReading, readConfig } from '../../../src/config/index.ts'

function host(vlans: readonly number[], policy: Readonly<Record<string, boolean>> = {}): HypervisorReading {
  const text = [
    'Name            Virtual Switch  Active Clients  VLAN ID',
    '--------------  --------------  --------------  -------',
    ...vlans.map(
      (vlan, index) => `Group ${index}         vSwitch0                     1  ${String(vlan).padStart(7)}`,
    ),
    'vmk0',
    '   Name: vmk0',
    '   Portgroup: Group 0',
    ...Object.entries(policy).map(([key, value]) => `   Allow ${key}: ${value}`),
  ].join('\n')
  const [reading] = readConfig(text, { path: 'esx' }).hypervisors
  if (!reading) throw new Error('no host')
  return reading
}

describe('commands from one state of a host to another', () => {
  test('name the port group as a shell takes it, and what must not be typed over itself', () => {
    expect(esxiCommands(host([0, 4095, 7]), host([40, 4095, 0]))).toEqual([
      {
        line: "esxcli network vswitch standard portgroup set -p 'Group 0' --vlan-id=40",
        ports: ['Group 0'],
        mayCut:
          'All that hangs on Group 0 is in VLAN 40 from here on: the physical switch must carry it first. vmk0 of the host itself is in it: do not type this over that connection.',
      },
      {
        line: "esxcli network vswitch standard portgroup set -p 'Group 2' --vlan-id=0",
        ports: ['Group 2'],
        mayCut:
          'All that hangs on Group 2 is with no VLAN ID from here on: the physical switch must carry it first.',
      },
    ])
  })

  test('change a policy once, on the switch that port groups take it from', () => {
    const before = host([1, 2], { Promiscuous: true, 'MAC Address Change': true, 'Forged Transmits': false })
    const after = host([1, 2], { Promiscuous: false, 'MAC Address Change': true, 'Forged Transmits': false })
    expect(esxiCommands(before, after).map(({ line }) => line)).toEqual([
      'esxcli network vswitch standard policy security set -v vSwitch0 --allow-promiscuous=false',
    ])
  })

  test('are none between equal states, nor for what one state does not tell', () => {
    expect(esxiCommands(host([1]), host([1]))).toEqual([])
    expect(esxiCommands(host([1], { Promiscuous: true }), host([1]))).toEqual([])
  })

  test('are none for a distributed switch, which is changed in vCenter', () => {
    const read = (vlan: number) =>
      readConfig(`Distributed Port Group | VLAN\nA | ${vlan}\n`, { path: 'x' }).hypervisors[0]
    const [before, after] = [read(1), read(2)]
    expect(before && after && esxiCommands(before, after)).toEqual([])
  })
})
