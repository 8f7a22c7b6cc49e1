import { describe, expect, it } from 'vitest'
import { usualCosts } from '../../src/net/path-cost.ts'

describe('the cost of a link that no line tells', () => {
  it.each([
    ['Fa0/1', 'FastEthernet0/2', 19, 200_000],
    ['GigabitEthernet1/0/1', 'gi0/1', 4, 20_000],
    ['TwoGigabitEthernet1/0/1', 'Tw1/0/1', 3, 8_000],
    ['FiveGigabitEthernet1/0/1', 'Fi1/0/1', 3, 4_000],
    ['TenGigabitEthernet1/1/1', 'Te1/1/2', 2, 2_000],
    ['TwentyFiveGigE1/0/1', 'Twe1/0/2', 1, 800],
    ['FortyGigabitEthernet1/1/1', 'Fo1/1/1', 1, 500],
    ['FiftyGigE1/0/1', 'Fif1/0/1', 1, 400],
    ['HundredGigE1/0/1', 'Hu1/0/1', 1, 200],
    ['TwoHundredGigE1/0/1', 'TwoHundredGigE1/0/2', 1, 100],
    ['FourHundredGigE1/0/1', 'FourHundredGigE1/0/2', 1, 50],
  ])('goes by the speed that names tell: %s - %s', (near, far, short, long) => {
    expect(usualCosts([near], [far])).toEqual({ short, long })
  })

  it.each([
    ['Fa0/1', 19],
    ['gi1/0/1', 4],
    ['Tw1/0/1', 3],
    ['Fi1/0/1', 3],
    ['Te1/1/1', 2],
    ['Twe1/0/1', 1],
    ['Fo1/1/1', 1],
    ['Hu1/0/1', 1],
  ])('knows the abbreviation of %s', (name, short) => {
    expect(usualCosts([name], []).short).toBe(short)
  })

  it('goes by the slower end, and by the one that tells', () => {
    expect(usualCosts(['Gi0/1'], ['Fa0/1']).short).toBe(19)
    expect(usualCosts(['Fa0/1'], ['Gi0/1']).short).toBe(19)
    expect(usualCosts(['Ethernet1/1'], ['Te1/0/1']).short).toBe(2)
  })

  it.each([
    ['Ethernet1/1', 'Ethernet49/1'],
    ['swp1', 'eth0'],
    ['port 7', 'et-0/0/1'],
    ['team0', 'f'],
    ['1', ''],
    ['0/te1', 'p-fast'],
  ])('is one and the same where neither name tells: %s - %s', (near, far) => {
    expect(usualCosts([near], [far])).toEqual({ short: 4, long: 20_000 })
  })

  it('is less for a bundle, whose members count together', () => {
    const bundle = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}0/${i}`)
    const costs = (name: string, count: number) => usualCosts(bundle(name, count), bundle(name, count))
    expect(costs('Fa', 2)).toEqual({ short: 12, long: 100_000 })
    expect(costs('Gi', 2)).toEqual({ short: 3, long: 10_000 })
    expect(costs('Gi', 3)).toEqual({ short: 3, long: 6_667 })
    expect(costs('Te', 2)).toEqual({ short: 1, long: 1_000 })
    expect(usualCosts(bundle('Gi', 2), bundle('Fa', 2))).toEqual({ short: 12, long: 100_000 })
  })

  it('is never less than one', () => {
    const wide = Array.from({ length: 100 }, (_, i) => `FourHundredGigE1/0/${i}`)
    expect(usualCosts(wide, wide)).toEqual({ short: 1, long: 1 })
  })
})
