import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { AttackId } from '../../src/attacks/attack.ts'
import { ATTACKS } from '../../src/attacks/index.ts'
import { chooseAttack } from '../../src/commands/attack/choose-attack.ts'
import { checkSite } from '../../src/verdict/check-site.ts'
import { sites, trunkedSites } from '../verdict/random-site.ts'

it('opens the witness of every finding of random sites, from its port into its VLAN', () => {
  const tried = new Set<AttackId>()
  fc.assert(
    fc.property(fc.oneof(sites, trunkedSites), (site) => {
      for (const { rule, judgement } of checkSite(site).findings) {
        const { evidence } = judgement
        if (!evidence?.reached) continue
        const { attack, vlan, guestOf } = evidence
        const from = guestOf ? { device: guestOf.host, port: guestOf.portGroup } : evidence.from
        const chosen = chooseAttack(site, from, { attack, vlan })
        const reached = chosen.target.film(from).evidence?.reached
        expect([rule.id, chosen.attack, chosen.target.vlan, reached]).toEqual([rule.id, attack, vlan, true])
        tried.add(attack)
      }
    }),
    { numRuns: 80, seed: 9 },
  )
  expect([...tried].sort()).toEqual(Object.keys(ATTACKS).sort())
})
