import { expect, it } from 'vitest'
import { portList } from '../../src/config/port-list.ts'

it('lists ports as people write them', () => {
  const names = (stem: string, ...numbers: number[]) => numbers.map((n) => `${stem}${n}`)
  expect(portList(names('GigabitEthernet1/0/', 1, 2, 3, 7, 9, 10))).toBe('Gi1/0/1-3, Gi1/0/7, Gi1/0/9-10')
  expect(portList([...names('FastEthernet0/', 1), ...names('GigabitEthernet0/', 2)])).toBe('Fa0/1, Gi0/2')
  expect(portList(['vmnic', 'uplink one'])).toBe('vmnic, uplink one')
  expect(portList([])).toBe('')
  expect(portList(names('Gi0/', 1, 2, 4, 6, 7, 8, 11), 3)).toBe('Gi0/1-2, Gi0/4 and 4 more')
})
