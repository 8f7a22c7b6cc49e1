import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Agenda } from '../../src/net/run/agenda.ts'

const ALWAYS = Number.POSITIVE_INFINITY

describe('what is still to be done', () => {
  it('comes by time and then by order of entry, however it was added', () => {
    const deed = fc.record({ add: fc.boolean(), at: fc.nat(12) })
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 300 }), (deeds) => {
        const agenda = new Agenda()
        const expected: { at: number; order: number }[] = []
        let done: number[] = []
        deeds.forEach(({ add, at }, order) => {
          if (add) {
            agenda.add({ at, background: false, act: () => done.push(order) })
            expected.push({ at, order })
            return
          }
          done = []
          agenda.take(ALWAYS)?.act()
          expected.sort((a, b) => a.at - b.at || a.order - b.order)
          expect(done).toEqual(expected.splice(0, 1).map((e) => e.order))
        })
      }),
    )
  })

  it('holds back what is only in the background behind the horizon', () => {
    const agenda = new Agenda()
    const act = () => {}
    agenda.add({ at: 5, background: true, act })
    agenda.add({ at: 9, background: true, act })
    agenda.add({ at: 7, background: false, act })
    expect([agenda.take(6)?.at, agenda.take(6)?.at, agenda.take(6)?.at]).toEqual([5, 7, undefined])
    expect(agenda.take(9)?.at).toBe(9)
  })
})
