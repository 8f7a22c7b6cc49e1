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

const HEADER = 'port              vlan-id  '
const show = (...rows: readonly string[]) => read(HEADER, ...rows)

describe('bridge vlan show', () => {
  test('a PVID that leaves untagged and nothing else is access', () => {
    const device = show('vnet0             10 PVID Egress Untagged')
    expect(port(device, 'vnet0')).toMatchObject({ mode: { value: 'access' }, accessVlan: { value: 10 } })
    expect(device.profile).toBe('linux-bridge')
  })

  test('more VLANs are a trunk, with the PVID as native VLAN', () => {
    const device = show('eth0              1 PVID Egress Untagged', '                  20-30')
    expect(port(device, 'eth0')).toMatchObject({
      mode: { value: 'trunk' },
      allowedVlans: {
        value: [
          [1, 1],
          [20, 30],
        ],
      },
      nativeVlan: { value: 1 },
      tagNative: { value: false },
    })
  })

  test('a PVID that leaves with its tag is a tagged native VLAN', () => {
    expect(port(show('eth0              7 PVID'), 'eth0')).toMatchObject({
      mode: { value: 'trunk' },
      nativeVlan: { value: 7 },
      tagNative: { value: true },
    })
  })

  test('a port without a PVID takes tagged frames only, and sends no other', () => {
    expect(port(show('eth0              1', '                  5'), 'eth0')).toMatchObject({
      allowedVlans: {
        value: [
          [1, 1],
          [5, 5],
        ],
      },
      tagNative: { value: true },
      untagged: { value: 'drop' },
    })
  })

  test('a VLAN that leaves untagged beside the PVID knows its line, and it is said what was forgotten', () => {
    const device = show('eth0              1 Egress Untagged', '                  10 PVID Egress Untagged')
    const { egressUntagged, nativeVlan } = port(device, 'eth0')
    expect(egressUntagged.value).toEqual([[1, 1]])
    expect(egressUntagged.from.map((id) => device.sources[id]?.line)).toEqual([2])
    expect(nativeVlan.value).toBe(10)
    expect(device.lines.every(({ state }) => state === 'modelled' || state === 'harmless')).toBe(true)
    expect(device.assumptions.join()).toContain('takes frames without one into VLAN 10')
    expect(device.assumptions.join()).toContain('"bridge vlan del vid 1 dev eth0" was forgotten')
  })

  test('a VLAN that leaves untagged from a port without a PVID never comes back', () => {
    const device = show('eth0              7 Egress Untagged', '                  20')
    expect(port(device, 'eth0')).toMatchObject({
      egressUntagged: { value: [[7, 7]] },
      untagged: { value: 'drop' },
    })
    expect(device.assumptions.join()).toContain('takes no frame without one')
  })

  test('each value knows its line', () => {
    const device = show('eth0              1 PVID Egress Untagged', '                  20')
    const lines = port(device, 'eth0').allowedVlans.from.map((id) => device.sources[id]?.line)
    expect(lines).toEqual([2, 3])
  })

  test('a row that is none touches the bridge where it speaks of VLANs', () => {
    const device = show(
      'eth0              1 PVID Egress Untagged',
      '                  20 of some VLAN',
      'and a remark',
    )
    expect(device.lines.slice(2).map(({ state, touches }) => [state, touches.what])).toEqual([
      ['unknown', 'switch'],
      ['unknown', 'nothing'],
    ])
  })

  test('shown twice counts as it was last', () => {
    const device = show(
      'eth0              1 PVID Egress Untagged',
      '                  20',
      HEADER,
      'eth0              3',
    )
    expect(port(device, 'eth0').allowedVlans.value).toEqual([[3, 3]])
  })
})

describe('whether the bridge filters', () => {
  const rows = [
    HEADER,
    'br0               1 PVID Egress Untagged',
    'eth0              1 PVID Egress Untagged',
    '                  9',
  ]
  const link = (filtering: number) => [
    '3: br0: <BROADCAST,UP> mtu 1500 qdisc noqueue state UP',
    `    bridge forward_delay 1500 vlan_filtering ${filtering} vlan_protocol 802.1Q vlan_default_pvid 1`,
  ]

  test('is assumed, and said, where the text does not tell', () => {
    expect(read(...rows).assumptions.join()).toContain('vlan_filtering 1 is assumed')
  })

  test('0: every tag passes, as through a tunnel', () => {
    const device = read(...rows, ...link(0))
    expect(device.device.ports.map(({ mode }) => mode.value)).toEqual(['dot1q-tunnel', 'dot1q-tunnel'])
    expect(device.assumptions).toEqual([])
    const [id] = port(device, 'eth0').mode.from
    expect(device.sources[id ?? -1]?.line).toBe(6)
  })

  test('1', () => {
    const device = read(...rows, ...link(1))
    expect(port(device, 'eth0').mode.value).toBe('trunk')
    expect(device.assumptions).toEqual([])
  })

  test('may be set through /sys', () => {
    const device = read(...rows, '# echo 0 > /sys/class/net/br0/bridge/vlan_filtering')
    expect(port(device, 'eth0').mode.value).toBe('dot1q-tunnel')
  })
})

describe('commands (as measured on Linux 6.1)', () => {
  const start = ['ip link add br0 type bridge vlan_filtering 1', 'ip link set dev eth0 master br0']

  test('a port joins in VLAN 1', () => {
    expect(port(read(...start), 'eth0')).toMatchObject({
      mode: { value: 'access' },
      accessVlan: { value: 1 },
    })
  })

  test('a new PVID leaves the old VLAN untagged, as on the bridge', () => {
    const device = read(...start, 'bridge vlan add vid 10 dev eth0 pvid untagged')
    expect(port(device, 'eth0')).toMatchObject({
      nativeVlan: { value: 10 },
      allowedVlans: {
        value: [
          [1, 1],
          [10, 10],
        ],
      },
    })
    expect(port(device, 'eth0').egressUntagged.value).toEqual([[1, 1]])
    expect(device.assumptions.join()).toContain('eth0 sends VLAN 1 without a tag')
  })

  test('a VLAN added again without its flags loses them', () => {
    const device = read(...start, 'bridge vlan add vid 1 dev eth0')
    expect(port(device, 'eth0')).toMatchObject({ untagged: { value: 'drop' }, tagNative: { value: true } })
  })

  test('a port that nothing was shown of is told to be assumed', () => {
    const device = read('bridge vlan add vid 10 dev vnet0')
    expect(port(device, 'vnet0')).toMatchObject({ nativeVlan: { value: 1 } })
    expect(device.assumptions.join()).toContain('How vnet0 began is not in the text')
  })

  test.each([
    'bridge vlan add vid 0 dev eth0',
    'bridge vlan add vid 4095 dev eth0',
    'bridge vlan add vid 5-4 dev eth0',
    'bridge vlan add vid 5-6 dev eth0 pvid',
    'bridge vlan add vid 5 dev eth0 tunnel_info id 7',
  ])('%s is refused, or not understood', (line) => {
    const device = read(...start, line)
    expect(device.lines[2]).toMatchObject({ state: 'unknown', touches: { what: 'port', port: 'eth0' } })
    expect(port(device, 'eth0').accessVlan.value).toBe(1)
  })
})

describe('in JSON', () => {
  test('is the same as in text', () => {
    const text = show(
      'eth0              1 PVID Egress Untagged',
      '                  20-22',
      'vnet0             7 PVID',
    )
    const json = read(
      '[{"ifname":"eth0","vlans":[{"vlan":1,"flags":["PVID","Egress Untagged"]},{"vlan":20,"vlanEnd":22}]},',
      '{"ifname":"vnet0","vlans":[{"vlan":7,"flags":["PVID"]}]}]',
    )
    const values = (device: DeviceReading) =>
      device.device.ports.map(({ name, mode, allowedVlans, nativeVlan, tagNative }) => [
        name,
        mode.value,
        allowedVlans.value,
        nativeVlan.value,
        tagNative.value,
      ])
    expect(values(json)).toEqual(values(text))
    expect(port(json, 'vnet0').nativeVlan.from.map((id) => json.sources[id]?.line)).toEqual([2])
  })

  test('a flag that is not known makes its port doubtful', () => {
    const device = read('[{"ifname":"eth0","vlans":[{"vlan":1,"flags":["PVID","Master"]}]}]')
    expect(device.lines[0]).toMatchObject({
      state: 'unmodelled',
      touches: { what: 'ports', ports: ['eth0'] },
    })
  })

  test.each([
    '[{"ifname":"eth0","vlans":[{"vlan":1',
    '[{"ifname":"eth0","vlans":"vlan"}]',
    '[{"vlan": 3}]',
  ])('%s is not the whole of it', (text) => {
    const half = () => readConfig(`\n${text}`, { path: 'b.json', dialect: 'linux-bridge' })
    expect(half).toThrow(UnreadableConfig)
    expect(half).toThrow(
      'b.json, line 2: this begins as the output of "bridge -j vlan show" does, and is not the whole of it. Save it again.',
    )
  })
})

describe('several bridges', () => {
  const rows = [
    HEADER,
    'vmbr0             1 PVID Egress Untagged',
    'vmbr1             1 PVID Egress Untagged',
    'eth0              5 PVID Egress Untagged',
  ]

  test('are taken for one, and that is said, where the text does not tell them apart', () => {
    const { devices } = readConfig(rows.join('\n'), { path: 'kvm.txt' })
    expect(devices).toHaveLength(1)
    expect(devices[0]?.assumptions.join()).toContain('Which port is in which of the bridges vmbr0, vmbr1')
  })

  test('are devices of their own where it does', () => {
    const link = [
      '2: eth0: <UP> mtu 1500 master vmbr1 state forwarding',
      '3: eth1: <UP> mtu 1500 master vmbr0 state forwarding',
    ]
    const { devices } = readConfig([...rows, ...link].join('\n'), { path: 'kvm.txt' })
    expect(devices.map(({ name, device }) => [name, device.ports.map((each) => each.name)])).toEqual([
      ['kvm vmbr1', ['vmbr1', 'eth0']],
      ['kvm vmbr0', ['vmbr0', 'eth1']],
    ])
  })
})
