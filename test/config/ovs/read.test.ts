import { describe, expect, test } from 'vitest'
import { type DeviceReading, readConfig, UnreadableConfig } from '../../../src/config/index.ts'

function read(...lines: readonly string[]): DeviceReading {
  const [device] = readConfig(lines.join('\n'), { path: 'kvm.txt' }).devices
  if (!device) throw new Error('no bridge')
  return device
}

function port(device: DeviceReading, name: string) {
  const found = device.device.ports.find((each) => each.name === name)
  if (!found) throw new Error(`no port ${name}`)
  return found
}

function made(columns: string) {
  return port(read(`ovs-vsctl add-port br0 eth0 ${columns}`), 'eth0')
}

describe('what the columns make of a port (facts E4, J8; the manual)', () => {
  test('nothing is a trunk of all VLANs, with frames without a tag in VLAN 0', () => {
    expect(made('')).toMatchObject({
      mode: { value: 'trunk' },
      allowedVlans: { value: [[1, 4094]] },
      nativeVlan: { value: 0 },
      tagNative: { value: false },
    })
  })

  test('a tag alone is access', () => {
    expect(made('tag=10')).toMatchObject({ mode: { value: 'access' }, accessVlan: { value: 10 } })
  })

  test('trunks without 0 take no frame without a tag, and tag all they send', () => {
    expect(made('trunks=10,20')).toMatchObject({
      mode: { value: 'trunk' },
      allowedVlans: {
        value: [
          [10, 10],
          [20, 20],
        ],
      },
      tagNative: { value: true },
      untagged: { value: 'drop' },
    })
  })

  test('the native VLAN is carried whether trunks list it or not', () => {
    expect(made('vlan_mode=native-untagged tag=99 trunks=10')).toMatchObject({
      allowedVlans: {
        value: [
          [10, 10],
          [99, 99],
        ],
      },
      nativeVlan: { value: 99 },
      tagNative: { value: false },
    })
  })

  test.each([
    [
      'vlan_mode=trunk tag=10',
      'a trunk ignores its tag',
      { mode: { value: 'trunk' }, nativeVlan: { value: 0 } },
    ],
    [
      'vlan_mode=access',
      'access without a tag is VLAN 0',
      { mode: { value: 'access' }, accessVlan: { value: 0 } },
    ],
    [
      'vlan_mode=native-tagged tag=9',
      'a tagged native',
      { nativeVlan: { value: 9 }, tagNative: { value: true } },
    ],
    ['vlan_mode=native-untagged', 'a native mode without a tag', { nativeVlan: { value: 0 } }],
    ['trunks=0', 'VLAN 0 alone', { mode: { value: 'access' }, accessVlan: { value: 0 } }],
    [
      'tag=[] trunks=[] vlan_mode=[]',
      'emptied columns',
      { mode: { value: 'trunk' }, nativeVlan: { value: 0 } },
    ],
  ])('%s: %s', (columns, _, settings) => {
    expect(made(columns)).toMatchObject(settings)
  })

  test.each([
    'tag=4096',
    'tag=ten',
    'trunks=20-10',
    'vlan_mode=native',
    'tag=$VLAN',
    'tag',
  ])('%s is not understood', (columns) => {
    const device = read(`ovs-vsctl add-port br0 other`, `ovs-vsctl add-port br0 eth0 ${columns}`)
    expect(device.lines[1]?.state).toBe('unknown')
    expect(device.lines[1]?.touches.what).not.toBe('nothing')
  })
})

describe('show', () => {
  const SHOW = ['    Bridge br0', '        Port eth0', '            tag: 5', '            trunks: [1, 2]']

  test('a port with a tag and trunks is doubtful, since show prints no vlan_mode', () => {
    const device = read(...SHOW)
    expect(device.lines[3]).toMatchObject({ state: 'unmodelled', touches: { what: 'port', port: 'eth0' } })
    expect(device.assumptions).toEqual([
      '"ovs-vsctl show" prints no vlan_mode: eth0 is taken for access by the tag. "ovs-vsctl list port" tells.',
    ])
  })

  test.each([
    ['before', (show: string[], list: string[]) => [...show, '', ...list]],
    ['after', (show: string[], list: string[]) => [...list, '', ...show]],
  ])('the table of ports settles it, with show %s', (_, order) => {
    const list = ['name                : eth0', 'tag : 5', 'trunks : [1, 2]', 'vlan_mode : native-tagged']
    const device = read(...order(SHOW, list))
    expect(port(device, 'eth0')).toMatchObject({ mode: { value: 'trunk' }, nativeVlan: { value: 5 } })
    expect(device.lines.map(({ state }) => state)).not.toContain('unmodelled')
    expect(device.assumptions).toEqual([])
  })

  test('indentation does not matter', () => {
    const flat = read(...SHOW.map((line) => line.trim()))
    expect(flat.device.ports).toEqual(read(...SHOW).device.ports)
  })

  test('two bridges are two devices, and a controller makes only its own doubtful', () => {
    const { devices } = readConfig(
      [
        'Bridge a',
        'Port p',
        'Bridge "b c"',
        'Controller "tcp:192.0.2.1"',
        'Port q',
        'fail_mode: secure',
      ].join('\n'),
      { path: 'kvm.txt' },
    )
    expect(devices.map(({ name }) => name)).toEqual(['kvm a', 'kvm b c'])
    expect(devices.map(({ device }) => device.ports.map((each) => each.name))).toEqual([['p'], ['q']])
    expect(devices.map(({ lines }) => lines.filter(({ state }) => state === 'unmodelled').length)).toEqual([
      0, 2,
    ])
  })

  test('a secret of a tunnel is blanked', () => {
    const device = read('Bridge a', 'Port p', 'options: {psk="swordfish", remote_ip="192.0.2.1"}')
    expect(device.lines[2]?.text).toBe('options: {psk=***, remote_ip="192.0.2.1"}')
    expect(JSON.stringify(device)).not.toContain('swordfish')
  })
})

describe('commands', () => {
  test('in one line, with sudo, and what a shell does around them', () => {
    const device = read(
      'sudo ovs-vsctl --may-exist add-br br0 -- add-port br0 eth0 tag=4 && sudo /usr/bin/ovs-vsctl set port eth0 tag=5 > /dev/null; true',
    )
    expect(port(device, 'eth0').accessVlan.value).toBe(5)
    expect(device.lines[0]?.state).toBe('modelled')
  })

  test('a comment of a script is none', () => {
    const device = read('# ovs-vsctl add-port br0 eth9', 'ovs-vsctl add-port br0 eth0')
    expect(device.device.ports.map(({ name }) => name)).toEqual(['eth0'])
  })

  test('a root prompt is none either', () => {
    expect(port(read('# ovs-vsctl add-port br0 eth9'), 'eth9').mode.value).toBe('trunk')
  })

  test.each([
    'ovs-vsctl set-controller br0 tcp:192.0.2.1',
    'ovs-vsctl set-fail-mode br0 secure',
    'ovs-vsctl set Open_vSwitch . other_config:vlan-limit=2',
    'ovs-vsctl set bridge br0 stp_enable=true',
    'ovs-vsctl add-br vlan9 br0 9',
  ])('%s is not simulated, and may change anything', (line) => {
    const device = read('ovs-vsctl add-port br0 eth0', line)
    expect(device.lines[1]).toMatchObject({ state: 'unmodelled', touches: { what: 'switch' } })
  })
})

test('a text forced to be one of Open vSwitch that is none says what was wanted', () => {
  const forced = () => readConfig('interface Gi0/1\n', { path: 'a.txt', dialect: 'ovs' })
  expect(forced).toThrow(UnreadableConfig)
  expect(forced).toThrow(
    'a.txt names no port of Open vSwitch. Save the output of "ovs-vsctl show" and "ovs-vsctl list port".',
  )
})
