import { describe, expect, it } from 'vitest'
import type { PortMode } from '../../src/net/settings.ts'
import { simulate } from '../../src/net/simulate.ts'
import { stateAt } from '../../src/net/state.ts'
import { cables, networkOf, portWith, switchOf } from './scene.ts'

type Side = { mode: PortMode; negotiate: boolean }
const SIDES: readonly Side[] = [
  { mode: 'access', negotiate: true },
  { mode: 'access', negotiate: false },
  { mode: 'dynamic auto', negotiate: true },
  { mode: 'dynamic desirable', negotiate: true },
  { mode: 'trunk', negotiate: true },
  { mode: 'trunk', negotiate: false },
]

/** facts B3, rows and columns in the order of SIDES: what the local and the remote port end as. */
const OUTCOMES = [
  'A\\A A\\A A\\A A\\A A\\T A\\T',
  'A\\A A\\A A\\A A\\A A\\T A\\T',
  'A\\A A\\A A\\A T\\T T\\T A\\T',
  'A\\A A\\A T\\T T\\T T\\T A\\T',
  'T\\A T\\A T\\T T\\T T\\T T\\T',
  'T\\A T\\A T\\A T\\A T\\T T\\T',
].map((row) => row.split(' '))

function outcome(local: Side, remote: Side): string {
  const network = networkOf(
    [
      switchOf('S1', [portWith('Gi0/1', local.mode, { negotiate: local.negotiate })]),
      switchOf('S2', [portWith('Gi0/1', remote.mode, { negotiate: remote.negotiate })]),
    ],
    cables('S1.Gi0/1 - S2.Gi0/1'),
  )
  const trace = simulate(network, [{ when: { at: 1000 }, do: 'wait' }])
  const { switches } = stateAt(trace, trace.events.length - 1)
  const letter = (name: string) => (switches[name]?.ports['Gi0/1']?.operating === 'trunk' ? 'T' : 'A')
  return `${letter('S1')}\\${letter('S2')}`
}

describe('mode by mode, as documented in facts B3', () => {
  SIDES.forEach((local, row) => {
    SIDES.forEach((remote, column) => {
      const say = (s: Side) => `${s.mode}${s.negotiate ? '' : ' nonegotiate'}`
      it(`${say(local)} and ${say(remote)}`, () => {
        expect(outcome(local, remote)).toBe(OUTCOMES[row]?.[column])
      })
    })
  })
})
