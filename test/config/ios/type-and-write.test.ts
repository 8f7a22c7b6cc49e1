import { describe, expect, test } from 'vitest'
import type { DeviceReading } from '../../../src/config/index.ts'
import {
  applyLine,
  applyLines,
  findPort,
  patch,
  readConfig,
  styleOf,
  writeConfig,
  writePort,
} from '../../../src/config/index.ts'

function read(text: string): DeviceReading {
  const [device] = readConfig(text, { path: 'sw.cfg' }).devices
  if (!device) throw new Error('no device')
  return device
}

const EDGE = read(
  'hostname a\nswitch 1 provision ws-c2960x-24ts-l\ninterface Gi0/1\ninterface Gi0/2\n switchport mode trunk\n',
)

describe('typing a line', () => {
  test('changes the port and tells the change as a stimulus takes it', () => {
    const typed = applyLine(EDGE, 'gi0/1', 'switchport mode access')
    expect(typed.refused).toBeNull()
    expect(findPort(typed.device, 'Gi0/1')?.mode.value).toBe('access')
    expect(typed.change).toEqual({
      ports: [{ port: 'Gi0/1', settings: { mode: { value: 'access', from: [0] } } }],
      global: null,
      sources: [{ kind: 'typed', text: 'switchport mode access' }],
    })
    expect(findPort(EDGE, 'Gi0/1')?.mode.value).toBe('dynamic auto')
  })

  test('is refused in the words of the device where they are known', () => {
    const typed = applyLine(EDGE, 'Gi0/1', 'switchport nonegotiate')
    expect(typed.refused?.answer).toEqual({
      text: "Command rejected: Conflict between 'nonegotiate' and 'dynamic' status on this interface: Gi0/1",
      exact: true,
    })
    expect(typed.change.ports).toEqual([])
    expect(applyLine(EDGE, 'Gi0/1', 'switchport port-security').refused?.answer.text).toBe(
      'Command rejected: Gi0/1 is a dynamic port.',
    )
    const virtual = read('IOSv - Cisco Systems\ninterface Gi0/0\n')
    expect(applyLine(virtual, 'Gi0/0', 'switchport mode trunk').refused?.answer.text).toBe(
      'Command rejected: An interface whose trunk encapsulation is "Auto" can not be configured to "trunk" mode.',
    )
  })

  test('points at the word that does not fit', () => {
    expect(applyLine(EDGE, 'Gi0/1', 'switchport mode acces').refused).toBeNull()
    expect(applyLine(EDGE, 'Gi0/1', 'switchport mode accesss').refused?.at).toBe(16)
    expect(applyLine(EDGE, 'Gi0/1', 'switchport mode').refused?.answer.text).toBe(
      'The command is not complete.',
    )
    expect(applyLine(EDGE, 'Gi0/9', 'shutdown').refused?.answer.text).toBe('This switch has no port Gi0/9.')
  })

  test('a global line leads out of any mode, and what a VLAN interface takes without an effect does not', () => {
    const { device, refused } = applyLines(EDGE, [
      'interface Vlan1',
      'ip helper-address 192.0.2.9',
      'shutdown',
      'vlan 30',
      'name THIRTY',
      'interface Vlan1',
      'vtp mode off',
    ])
    expect(refused).toBeNull()
    expect(device.vlanInterfaces).toMatchObject([{ vlan: 1, enabled: false }])
    expect(device.vlanNames[30]).toBe('THIRTY')
    expect(device.device.vtpMode.value).toBe('off')
  })

  test('global lines change the switch', () => {
    const typed = applyLines(EDGE, ['vlan dot1q tag native'])
    expect(typed.change.global?.tagNative).toEqual({ value: true, from: [0] })
  })
})

describe('writing', () => {
  test('leaves defaults out and wraps a long list as the device does', () => {
    const vlans = Array.from({ length: 30 }, (_, i) => 100 + 2 * i).join(',')
    const device = read(
      `interface Gi0/1\n switchport mode trunk\n switchport trunk native vlan 1\n switchport trunk allowed vlan ${vlans}\n`,
    )
    const [port] = device.device.ports
    if (!port) throw new Error('no port')
    expect(writePort(port, styleOf(device))).toEqual([
      'interface Gi0/1',
      ' switchport trunk allowed vlan 100,102,104,106,108,110,112,114,116,118,120,122',
      ' switchport trunk allowed vlan add 124,126,128,130,132,134,136,138,140,142,144',
      ' switchport trunk allowed vlan add 146,148,150,152,154,156,158',
      ' switchport mode trunk',
    ])
  })

  test('a device written and read again is the same', () => {
    const text = writeConfig(EDGE)
    expect(writeConfig(read(text))).toBe(text)
  })
})

describe('a patch', () => {
  const after = applyLines(EDGE, [
    'interface Gi0/1',
    'switchport mode access',
    'switchport nonegotiate',
    'interface Gi0/2',
    'switchport trunk native vlan 99',
  ]).device
  const { commands, rollback } = patch(EDGE, after)

  test('holds what changed and nothing else', () => {
    expect(commands.map(({ line }) => line)).toEqual([
      'interface Gi0/1',
      ' switchport mode access',
      ' switchport nonegotiate',
      'interface Gi0/2',
      ' switchport trunk native vlan 99',
    ])
    expect(rollback.map(({ line }) => line)).toEqual([
      'interface Gi0/1',
      ' no switchport nonegotiate',
      ' no switchport mode',
      'interface Gi0/2',
      ' no switchport trunk native vlan',
    ])
  })

  test('is accepted line by line, and so is the way back', () => {
    const there = applyLines(
      EDGE,
      commands.map(({ line }) => line),
    )
    expect(there.refused).toBeNull()
    expect(writeConfig(there.device)).toBe(writeConfig(after))
    const back = applyLines(
      there.device,
      rollback.map(({ line }) => line),
    )
    expect(back.refused).toBeNull()
    expect(writeConfig(back.device)).toBe(writeConfig(EDGE))
  })
})
