import { describe, expect, it } from 'vitest'
import { destinationRule, sourceRule } from '../../src/net/address-rules.ts'
import type { AskOption } from '../../src/net/bridge.ts'
import type { OptionName } from '../../src/net/options.ts'

/** Answers this option, and fails where any other is read. */
function answering(option: OptionName, answer: string): AskOption {
  return ((name: OptionName) => {
    if (name !== option) throw new Error(`The option ${name} should not be read.`)
    return answer
  }) as AskOption
}
const UNASKED = ((name: OptionName) => {
  throw new Error(`The option ${name} should not be read.`)
}) as AskOption

const RELAYED = null
const DROPPED = { decision: 'drop/reserved-address', learns: false }
const LEARNED = { decision: 'drop/reserved-address', learns: true }

describe('the destinations that a switch keeps for itself (facts A3)', () => {
  it.each([
    ['01:80:c2:00:00:00', RELAYED, RELAYED, DROPPED],
    ['01:80:c2:00:00:01', RELAYED, DROPPED, DROPPED],
    ['01:80:c2:00:00:02', RELAYED, LEARNED, DROPPED],
    ['01:80:c2:00:00:0e', RELAYED, LEARNED, DROPPED],
    ['01:00:0c:cc:cc:cc', RELAYED, RELAYED, DROPPED],
    ['01:00:0c:cc:cc:cd', RELAYED, RELAYED, DROPPED],
    ['01:00:0c:cd:cd:cd', RELAYED, RELAYED, DROPPED],
    ['01:00:0c:00:00:00', RELAYED, RELAYED, DROPPED],
  ] as const)('%s', (dst, flooded, ieee, cisco) => {
    expect(destinationRule(dst, answering('reservedAddresses', 'flooded'))).toEqual(flooded)
    expect(destinationRule(dst, answering('reservedAddresses', 'ieee'))).toEqual(ieee)
    expect(destinationRule(dst, answering('reservedAddresses', 'ieee-and-cisco'))).toEqual(cisco)
  })

  it.each([
    '01:80:c2:00:00:10',
    '01:80:c2:00:01:00',
    '01:00:0c:cc:cc:ce',
    '01:00:5e:01:02:03',
    'ff:ff:ff:ff:ff:ff',
    '02:00:00:00:00:01',
    '00:80:c2:00:00:00',
  ])('%s is no such address, and no option is read for it', (dst) => {
    expect(destinationRule(dst, UNASKED)).toBeNull()
  })
})

describe('the sources that no station has', () => {
  it.each(['00:00:00:00:00:00', '03:00:00:00:00:01', 'ff:ff:ff:ff:ff:ff'])('%s', (src) => {
    expect(sourceRule(src, answering('groupSource', 'relayed'))).toBeNull()
    expect(sourceRule(src, answering('groupSource', 'dropped'))).toEqual({
      decision: 'drop/group-source',
      learns: false,
    })
  })

  it.each(['02:00:00:00:00:00', '00:00:00:00:00:01'])('%s is an ordinary one', (src) => {
    expect(sourceRule(src, UNASKED)).toBeNull()
  })
})
