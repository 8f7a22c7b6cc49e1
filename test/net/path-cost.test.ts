import { describe, expect, it } from 'vitest'
import { usualCost } from '../../src/net/path-cost.ts'

describe('the cost of a link that no line tells', () => {
  it.each([
    [['Fa0/1'], ['FastEthernet0/2'], 19],
    [['GigabitEthernet1/0/1'], ['gi0/1'], 4],
    [['TenGigabitEthernet1/1/1'], ['Te1/1/2'], 2],
    [['FortyGigabitEthernet1/1/1'], ['HundredGigE1/0/1'], 1],
    [['TwentyFiveGigE1/0/1'], ['TwentyFiveGigE1/0/2'], 1],
  ])('goes by the speed that names tell: %s - %s', (near, far, cost) => {
    expect(usualCost(near, far)).toBe(cost)
  })

  it('goes by the slower end, and by the one that tells', () => {
    expect(usualCost(['Gi0/1'], ['Fa0/1'])).toBe(19)
    expect(usualCost(['Fa0/1'], ['Gi0/1'])).toBe(19)
    expect(usualCost(['Ethernet1/1'], ['Te1/0/1'])).toBe(2)
    expect(usualCost(['eth0'], ['port 7'])).toBe(4)
  })

  it('is less for a bundle', () => {
    expect(usualCost(['Gi0/1', 'Gi0/2'], ['Gi0/1', 'Gi0/2'])).toBe(3)
    expect(usualCost(['Fa0/1', 'Fa0/2'], ['Fa0/1', 'Fa0/2'])).toBe(12)
    expect(usualCost(['Te1/1', 'Te1/2'], ['Te1/1', 'Te1/2'])).toBe(1)
  })
})
