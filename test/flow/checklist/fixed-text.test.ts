import { expect, it } from 'vitest'
import { readConfig } from '../../../src/config/index.ts'
import { blankConfig, blankSwitch } from '../../../src/flow/checklist/blank-switch.ts'
import { fixedText } from '../../../src/flow/checklist/fixed-text.ts'
import { edited } from '../../../src/flow/checklist/standing.ts'
import { OFFICE, officeWork } from './office.ts'

function fixed(text: string, ...lines: readonly string[]): string {
  const { before } = officeWork(text)
  return fixedText(text, 'office.cfg', before, edited(before, [lines]))
}

const DESK = ['interface GigabitEthernet1/0/1', 'switchport mode access']

it('puts a line into the block of its port and leaves every other byte alone', () => {
  const text = fixed(OFFICE, ...DESK)
  expect(text).toBe(
    OFFICE.replace(
      ' description desk 1\n switchport access vlan 10\n',
      ' description desk 1\n switchport access vlan 10\n switchport mode access\n',
    ),
  )
})

it('keeps the line ends of the file, and its text where nothing changed', () => {
  const windows = OFFICE.replaceAll('\n', '\r\n')
  expect(fixed(windows, ...DESK)).toBe(fixed(OFFICE, ...DESK).replaceAll('\n', '\r\n'))
  expect(fixed(OFFICE)).toBe(OFFICE)
})

it('puts a line of the switch itself before the end', () => {
  expect(fixed(OFFICE, 'vlan dot1q tag native')).toBe(
    OFFICE.replace('!\nend\n', '!\nvlan dot1q tag native\nend\n'),
  )
})

it('puts everything last where a port stands in two places and the first would be overruled', () => {
  const twice = OFFICE.replace(
    'end\n',
    'interface GigabitEthernet1/0/1\n switchport mode dynamic auto\n!\nend\n',
  )
  const text = fixed(twice, ...DESK)
  const port = readConfig(text, { path: 'x.cfg' }).devices[0]?.device.ports.find(({ name }) =>
    name.endsWith('/1'),
  )
  expect(port?.mode.value).toBe('access')
  expect(text.startsWith(twice.slice(0, twice.lastIndexOf('end')))).toBe(true)
})

it('starts from nothing with a switch as it comes out of the box', () => {
  const blank = { name: 'NEW', profile: 'catalyst-2960', ports: 24 } as const
  const reading = blankSwitch(blank)
  expect(reading.device.ports).toHaveLength(24)
  expect(reading.device.ports[0]?.mode.value).toBe('dynamic auto')
  expect(blankConfig({ ...blank, ports: 5000 }).match(/interface/g)).toHaveLength(96)
})

it('holds what was changed at VLANs, VLAN interfaces and the switch itself, and reads back so', () => {
  const text = OFFICE.replace('end\n', 'interface Vlan1\n ip address 192.0.2.1 255.255.255.0\n!\nend\n')
  const done = fixed(
    text,
    ...['interface Vlan1', 'no ip address', 'shutdown'],
    ...['vlan 999', 'name PARKING', 'spanning-tree portfast bpduguard default', 'vtp mode off'],
  )
  const [device] = readConfig(done, { path: 'office.cfg' }).devices
  expect(device?.vlanInterfaces).toMatchObject([{ vlan: 1, hasAddress: false, enabled: false }])
  expect(device?.vlanNames[999]).toBe('PARKING')
  expect(device?.guardEdgePorts).not.toBeNull()
  expect(device?.device.vtpMode.value).toBe('off')
})
