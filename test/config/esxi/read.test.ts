import { describe, expect, test } from 'vitest'
import { type HypervisorReading, readConfig, UnreadableConfig } from '../../../src/config/index.ts'

function read(...lines: readonly string[]): HypervisorReading {
  const [host] = readConfig(lines.join('\n'), { path: 'host.txt' }).hypervisors
  if (!host) throw new Error('no hypervisor')
  return host
}

const HEADER = 'Name        Virtual Switch  Active Clients  VLAN ID'
const DASHES = '----------  --------------  --------------  -------'
const GROUPS = [HEADER, DASHES, 'VM Network  vSwitch0                     2        7']

function states(host: HypervisorReading): string[] {
  return host.lines.map(({ state }) => state)
}

describe('the table of port groups', () => {
  test.each([
    [0, { tagging: 'external' }],
    [1, { tagging: 'vswitch', vlan: 1 }],
    [4094, { tagging: 'vswitch', vlan: 4094 }],
    [4095, { tagging: 'guest', vlans: [[1, 4094]], untagged: true }],
  ])('VLAN ID %i', (id, vlan) => {
    const host = read(HEADER, DASHES, `Group       vSwitch0                     0  ${String(id).padStart(7)}`)
    expect(host.portGroups[0]?.vlan.value).toEqual(vlan)
  })

  test('is sliced at the dashes, so that names may hold anything', () => {
    const host = read(
      'Name             Virtual Switch  Active Clients  VLAN ID',
      '---------------  --------------  --------------  -------',
      'a  12  vSwitch9  my switch                    3       20',
    )
    expect(host.portGroups[0]).toMatchObject({
      name: 'a  12  vSwitch9',
      vSwitch: 'my switch',
      activeClients: 3,
      vlan: { value: { tagging: 'vswitch', vlan: 20 } },
    })
  })

  test.each([
    'VM Network  vSwitch0                     2     4096',
    'VM Network  vSwitch0                     2       -1',
    'VM Network  vSwitch0                     2',
  ])('a row that is none touches the whole host: %s', (row) => {
    const host = read(...GROUPS, row)
    expect(host.lines[3]).toMatchObject({ state: 'unknown', touches: { what: 'switch' } })
  })

  test('every value knows the line it came from', () => {
    const host = read('', ...GROUPS)
    const [id] = host.portGroups[0]?.vlan.from ?? []
    expect(host.sources[id ?? -1]).toMatchObject({ kind: 'written', file: 'host.txt', line: 4 })
  })

  test('a table given twice counts as it was last', () => {
    const host = read(...GROUPS, ...GROUPS.slice(0, 2), 'VM Network  vSwitch0                     2       8')
    expect(host.portGroups.map(({ vlan }) => vlan.value)).toEqual([{ tagging: 'vswitch', vlan: 8 }])
  })
})

describe('output that does not say whose it is', () => {
  const vmkernel = (name: string) => [
    name,
    `   Name: ${name}`,
    '   Portset: vSwitch0',
    '   Portgroup: VM Network',
  ]
  const policy = ['   Allow Promiscuous: true', '   Allow MAC Address Change: false']

  test('belongs to the only one there is', () => {
    const host = read(...GROUPS, ...vmkernel('vmk0'), 'Tags: VMotion', ...policy)
    expect(host.vmKernelPorts[0]?.tags.value).toEqual(['VMotion'])
    expect(host.vSwitches[0]?.policy.promiscuous.value).toBe('accept')
    expect(states(host)).not.toContain('unmodelled')
  })

  test('is not guessed where there are several', () => {
    const other = 'Other       vSwitch1                     2        7'
    const host = read(...GROUPS, other, '[root@esx1:~]', '   Tags: VMotion', ...policy)
    expect(host.vSwitches.map(({ policy }) => policy.promiscuous.value)).toEqual(['unknown', 'unknown'])
    expect(states(host).slice(5)).toEqual(['unmodelled', 'unmodelled', 'unmodelled'])
    expect(host.assumptions.slice(0, 2)).toEqual([
      'Line 6: which VMkernel port these tags belong to is not in the text. Paste the command "esxcli network ip interface tag get -i vmkN" with its output.',
      'Lines 7 to 8: whose security policy this is is not in the text. Paste the command "esxcli network vswitch standard policy security get -v NAME" with its output.',
    ])
  })

  test('follows the command before it', () => {
    const host = read(
      ...GROUPS,
      'Other       vSwitch1                     2        7',
      '~ # esxcli network vswitch standard policy security get --vswitch-name=vSwitch1',
      ...policy,
      "~ # esxcli network vswitch standard portgroup policy security get -p 'VM Network'",
      '   Allow Promiscuous: false',
      '   Override vSwitch Allow Promiscuous: true',
    )
    expect(host.vSwitches.map(({ policy }) => policy.promiscuous.value)).toEqual(['unknown', 'accept'])
    expect(host.portGroups.map(({ policy }) => policy.promiscuous.value)).toEqual(['reject', 'accept'])
  })
})

describe('names', () => {
  test.each([
    ['[root@esx7:~] esxcli network vswitch standard portgroup list', 'esx7', true],
    ['[root@localhost:~] esxcli network vswitch standard portgroup list', 'host', false],
    ['esxcli network vswitch standard portgroup list', 'host', false],
  ])('after %s', (line, name, named) => {
    expect(read(line, ...GROUPS)).toMatchObject({ name, named })
  })
})

describe('what the lists leave open is told with the command that tells', () => {
  test('port groups alone', () => {
    expect(read(...GROUPS).assumptions.map((text) => /"(.*)"/.exec(text)?.[1])).toEqual([
      'esxcli network vswitch standard list',
      'esxcli network ip interface list',
      'esxcli network vswitch standard policy security get -v vSwitch0',
    ])
  })

  test('a command that changes the host makes the whole host doubtful', () => {
    const host = read(
      ...GROUPS,
      '[root@a:~] esxcli network vswitch standard portgroup set -p "VM Network" -v 9',
    )
    expect(host.lines[3]).toMatchObject({ state: 'unmodelled', touches: { what: 'switch' } })
  })
})

describe('recognition', () => {
  test.each([
    [GROUPS.join('\r\n'), 'It holds the table of port groups that esxcli prints.'],
    [
      'vmk0\n   Name: vmk0\n   Portset: vSwitch0',
      'It holds the lists of virtual switches or VMkernel ports that esxcli prints.',
    ],
    [
      '[root@esx1:~] esxcli network ip interface tag get -i vmk0\n   Tags: VMotion',
      'It holds esxcli commands.',
    ],
    [
      'Distributed Port Group | VLAN\nA | 3',
      'It holds the typed table of the port groups of a distributed switch.',
    ],
  ])('%j', (text, reason) => {
    expect(read(text).reasons).toEqual([reason])
  })

  test('may be forced, and then says what was wanted', () => {
    const forced = () => readConfig('interface Gi0/1\n', { path: 'a.txt', dialect: 'esxi' })
    expect(forced).toThrow(UnreadableConfig)
    expect(forced).toThrow(/^a\.txt holds no list of an ESXi host that vlan-dojo knows\. Save the output of/)
  })

  test('xe is named, and what to give in its place', () => {
    const text = 'uuid ( RO)             : 7b1f\n          name-label ( RW): Pool-wide network\n'
    expect(() => readConfig(text, { path: 'xe.txt' })).toThrow(
      'xe.txt looks like a XenServer or XCP-ng (xe) configuration, which vlan-dojo does not read. Give the output of "ovs-vsctl show" and "ovs-vsctl list port" on that host.',
    )
  })
})
