import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applyLines,
  type DeviceReading,
  hostCommands,
  patch,
  readConfig,
  takesShellCommands,
} from '../../src/config/index.ts'
import { twoBridges as twoLinuxBridges } from './linux-bridge/generated.ts'
import { twoBridges as twoOvsBridges } from './ovs/generated.ts'
import { portValues } from './port-values.ts'

function read(text: string): DeviceReading {
  const [device] = readConfig(text, { path: 'kvm' }).devices
  if (!device) throw new Error('no device')
  return device
}

const OVS = read(
  'ovs-vsctl add-br br0\novs-vsctl add-port br0 eth0 trunks=0,10,20\novs-vsctl add-port br0 vm1 tag=10',
)
const LINUX = read(
  'port              vlan-id\neth0              1 PVID Egress Untagged\n                  10\nvm1               10 PVID Egress Untagged',
)

function port(device: DeviceReading, name: string) {
  return device.device.ports.find((each) => each.name === name)
}

describe('commands typed at a bridge of a host', () => {
  test.each([
    ['ovs', twoOvsBridges],
    ['linux-bridge', twoLinuxBridges],
  ] as const)('%s: a patch that is typed makes what it leads to', (_, twoBridges) => {
    fc.assert(
      fc.property(twoBridges as fc.Arbitrary<readonly [DeviceReading, DeviceReading]>, ([before, after]) => {
        const commands = patch(before, after).commands.map(({ line }) => line)
        const { device, refused } = applyLines(before, commands)
        expect(refused).toBeNull()
        expect(portValues(device)).toEqual(portValues(after))
      }),
      { numRuns: 60, seed: 4 },
    )
  })

  test('what changed comes from the typed line, and the rest stays what it was', () => {
    const { device, change } = applyLines(OVS, ['ovs-vsctl set port eth0 tag=99 vlan_mode=native-untagged'])
    const native = port(device, 'eth0')?.nativeVlan
    expect(native?.value).toBe(99)
    expect(device.sources[native?.from[0] ?? -1]).toEqual({
      kind: 'typed',
      text: 'ovs-vsctl set port eth0 tag=99 vlan_mode=native-untagged',
    })
    expect(port(device, 'vm1')).toEqual(port(OVS, 'vm1'))
    expect(change.ports.map((each) => [each.port, Object.keys(each.settings).sort()])).toEqual([
      ['eth0', ['allowedVlans', 'nativeVlan']],
    ])
    expect(change.sources).toHaveLength(1)
  })

  test.each([
    ['bridge vlan add vid 4095 dev eth0', 'No such command here, or one that is not simulated.'],
    ['rm -rf /', 'No such command here, or one that is not simulated.'],
    ['interface eth9', 'This bridge has no port eth9.'],
  ])('%s is refused, and lines before it took effect', (line, text) => {
    const { device, refused } = applyLines(LINUX, [
      'bridge vlan del vid 10 dev eth0',
      line,
      'bridge vlan del vid 1 dev eth0',
    ])
    expect(refused).toMatchObject({ index: 1, line, answer: { text, exact: false } })
    expect(port(device, 'eth0')).toMatchObject({ mode: { value: 'access' }, accessVlan: { value: 1 } })
  })
})

describe('lines of a switch as commands of a host', () => {
  test.each([
    [
      OVS,
      ['switchport trunk native vlan 999'],
      ['ovs-vsctl set port eth0 vlan_mode=native-untagged tag=999 trunks=10,20'],
    ],
    [OVS, ['switchport trunk allowed vlan remove 20'], ['ovs-vsctl set port eth0 trunks=0,10']],
    [
      OVS,
      ['switchport mode access', 'switchport access vlan 7'],
      ['ovs-vsctl set port eth0 tag=7 trunks=[]'],
    ],
    [
      LINUX,
      ['switchport trunk allowed vlan 10,20'],
      ['bridge vlan add vid 20 dev eth0', 'bridge vlan del vid 1 dev eth0'],
    ],
    [
      LINUX,
      ['switchport mode access', 'switchport access vlan 7'],
      [
        'bridge vlan add vid 7 dev eth0 pvid untagged',
        'bridge vlan del vid 1 dev eth0',
        'bridge vlan del vid 10 dev eth0',
      ],
    ],
    [LINUX, ['shutdown'], ['ip link set dev eth0 down']],
    [LINUX, ['spanning-tree bpduguard enable', 'switchport nonegotiate'], []],
  ])('%#', (device, lines, commands) => {
    expect(hostCommands(device, ['interface eth0', ...lines])).toEqual(commands)
  })

  test('a switch takes them as they are', () => {
    const bridges = [OVS, LINUX, read('interface GigabitEthernet0/1\n switchport mode access')]
    expect(bridges.map(takesShellCommands)).toEqual([true, true, false])
  })
})
