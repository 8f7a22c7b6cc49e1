import { describe, expect, test } from 'vitest'
import { findPort } from '../../../src/config/index.ts'
import { readAs } from '../generate.ts'

describe('templates', () => {
  const device = readAs(
    'ios',
    `hostname a
template EDGE
 switchport access vlan 30
 switchport mode access
 spanning-tree portfast
interface Gi1/0/1
 source template EDGE
interface Gi1/0/2
 switchport access vlan 40
 source template EDGE
interface Gi1/0/3
 source template MISSING
`,
  )

  test('give a port what no line of its own makes', () => {
    expect(findPort(device, 'Gi1/0/1')).toMatchObject({
      mode: { value: 'access' },
      accessVlan: { value: 30 },
      portFast: { value: 'edge' },
    })
    expect(findPort(device, 'Gi1/0/2')).toMatchObject({
      mode: { value: 'access' },
      accessVlan: { value: 40 },
    })
  })

  test('are named as sources, by their own line and by the line that uses them', () => {
    const from = findPort(device, 'Gi1/0/1')?.accessVlan.from.map((id) => device.sources[id])
    expect(from).toMatchObject([
      { kind: 'template', line: 3, text: 'switchport access vlan 30' },
      { kind: 'template', line: 7 },
    ])
  })

  test('that are not in the text leave the port in doubt', () => {
    expect(device.lines.find(({ line }) => line === 12)).toMatchObject({
      state: 'unmodelled',
      touches: { what: 'port', port: 'Gi1/0/3' },
    })
  })
})

describe('a show tech', () => {
  const device = readAs(
    'ios',
    `------------------ show clock ------------------

*10:00:00.000 UTC Mon Jan 5 2026
------------------ show interfaces ------------------
interface GigabitEthernet9/9
 switchport mode trunk
------------------ show running-config ------------------
Building configuration...
hostname tech
interface GigabitEthernet0/1
 switchport mode access
end
------------------ show inventory ------------------
hostname nothing
`,
  )

  test('is read where it shows the configuration and nowhere else', () => {
    expect(device.name).toBe('tech')
    expect(device.device.ports.map(({ name }) => name)).toEqual(['GigabitEthernet0/1'])
    expect(device.lines).toHaveLength(14)
    expect(device.lines.every(({ state }) => state !== 'unknown')).toBe(true)
  })
})

test('paging marks and what the terminal wrote over them are no part of a line', () => {
  const over = '\b'.repeat(9)
  const device = readAs(
    'ios',
    `interface Gi0/1\n --More-- ${over}${' '.repeat(8)}${over} switchport mode access\n--More--\n switchport access vlan 9\n`,
  )
  expect(findPort(device, 'Gi0/1')).toMatchObject({ mode: { value: 'access' }, accessVlan: { value: 9 } })
})

test('the old VLAN database mode lists VLANs', () => {
  const device = readAs(
    'ios',
    'sw#vlan database\nsw(vlan)#vtp transparent\nsw(vlan)#vlan 12 name staff\nsw(vlan)#vlan 13\nsw(vlan)#exit\nsw#configure terminal\nsw(config)#interface Gi0/1\n',
  )
  expect(device.device.vlans.existing.value).toEqual([
    [1, 1],
    [12, 13],
    [1002, 1005],
  ])
  expect(device.vlanNames[12]).toBe('staff')
  expect(device.device.vtpMode.value).toBe('transparent')
})

test('a macro may do anything to its port, and anything to the switch', () => {
  const device = readAs(
    'ios',
    'macro auto execute CISCO builtin\nmacro name X\nswitchport mode trunk\n@\ninterface Gi0/1\n macro apply X\n',
  )
  expect(device.lines.map(({ state, touches }) => [state, touches.what])).toEqual([
    ['unmodelled', 'switch'],
    ['harmless', 'nothing'],
    ['harmless', 'nothing'],
    ['harmless', 'nothing'],
    ['modelled', 'port'],
    ['unmodelled', 'port'],
  ])
})

test('a certificate is neither a command nor ever shown', () => {
  const device = readAs(
    'ios',
    `hostname a
crypto pki certificate chain TP
 certificate self-signed 01
  30820330 30820218 A0030201 02020101 300D0609
  2A864886 F70D0101
  quit
interface Gi0/1
 switchport mode access
`,
  )
  expect(findPort(device, 'Gi0/1')?.mode.value).toBe('access')
  expect(JSON.stringify(device.lines)).not.toContain('30820330')
})

test('an interface that is told twice is one port, and the last line wins', () => {
  const device = readAs(
    'ios',
    'interface GigabitEthernet1/0/1\n switchport access vlan 5\ninterface gi 1/0/1\n switchport access vlan 6\n',
  )
  expect(device.device.ports).toHaveLength(1)
  expect(device.device.ports[0]).toMatchObject({ name: 'GigabitEthernet1/0/1', accessVlan: { value: 6 } })
})
