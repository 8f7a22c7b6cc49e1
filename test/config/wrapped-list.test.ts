import { expect, test } from 'vitest'
import { type DeviceReading, readConfig } from '../../src/config/index.ts'
import { showVlans } from '../../src/net/vlan-set.ts'

function read(...lines: readonly string[]): DeviceReading {
  const [device] = readConfig(lines.join('\n'), { path: 'a.cfg' }).devices
  if (!device) throw new RangeError('No device was read.')
  return device
}

function allowed({ device, sources }: DeviceReading): string {
  const [port] = device.ports
  const lines = port?.allowedVlans.from.map((id) => sources[id]?.line)
  return `${showVlans(port?.allowedVlans.value ?? [])} by lines ${lines?.join(', ')}`
}

const HEAD = ['hostname a', 'interface GigabitEthernet0/1']

test('a list that is broken at a comma or a hyphen is one list, and rests on all of its lines', () => {
  const list = ' switchport trunk allowed vlan 10,20'
  expect(allowed(read(...HEAD, `${list},`, ' 30-40', ''))).toBe('10,20,30-40 by lines 3, 4')
  expect(allowed(read(...HEAD, list, ',30-40'))).toBe('10,20,30-40 by lines 3, 4')
  expect(allowed(read(...HEAD, `${list},30-`, '40, ', '  50', ''))).toBe('10,20,30-40,50 by lines 3, 4, 5')
  expect(allowed(read(...HEAD, `${list},\r`, ' 30-40\r', ' switchport mode trunk\r'))).toBe(
    '10,20,30-40 by lines 3, 4',
  )
})

test('what is no rest of a list is read by itself', () => {
  const list = ' switchport trunk allowed vlan 10,20'
  for (const next of ['30', '-----', ',30 a', '! 30', '', ' ,', ' switchport mode trunk']) {
    expect(allowed(read(...HEAD, list, next))).toBe('10,20 by lines 3')
  }
})

test('a line that is no rest, and the rest of a number that was broken, touch the port they stand under', () => {
  const { lines } = read(...HEAD, ' switchport trunk allowed vlan 10,2', '0,30-40', ' switchport mode trunk')
  expect(lines[3]).toMatchObject({ state: 'unknown', touches: { what: 'port', port: 'GigabitEthernet0/1' } })
})

test('a list without end is cut off where no command is longer', () => {
  const { lines } = read(...HEAD, ' switchport trunk allowed vlan 10,', ...Array(50_000).fill('20,'))
  expect(lines).toHaveLength(50_003)
  expect(lines.every(({ state, line }) => line < 3 || state === 'unknown')).toBe(true)
})
