import { expect, it } from 'vitest'
import { gainsSaid } from '../../src/words/attacks.ts'

const BOTH_WAYS = ['inject', 'answered', 'read-floods'] as const
const never = () => {
  throw new Error('Nobody asks for the middle where nothing comes back.')
}

it.each([
  ['reached', /a migration there went through the attacker, simulated with two hosts\.$/],
  ['not-reached', /a migration there did not go through the attacker, simulated with two hosts\.$/],
  ['not-simulated', /is not simulated for this way in\.$/],
] as const)('a middle that is %s is said', (is, sentence) => {
  expect(gainsSaid(BOTH_WAYS, 20, () => ({ is }))).toMatch(sentence)
})

it('names the lines by which a switch checks ARP packets, and claims nothing then', () => {
  const said = gainsSaid(BOTH_WAYS, 20, () => ({ is: 'depends', on: [{ device: 'SW1', line: 7 }] }))
  expect(said).toContain('unless the switch drops the false answers')
  expect(said).toContain('(SW1 line 7), which is not simulated.')
})

it.each([
  [['inject'], 'sends one way: frames get into VLAN 20, nothing comes back.'],
  [['read-floods'], 'reads: sees what is flooded in VLAN 20, and sends nothing there.'],
  [[], 'nothing.'],
] as const)('%j is one way, and nothing is said of the middle', (gains, sentence) => {
  expect(gainsSaid(gains, 20, never)).toBe(sentence)
})
