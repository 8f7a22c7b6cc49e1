import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dependence } from '../../src/net/depend.ts'
import { RULES } from '../../src/rules/index.ts'
import { viewSite } from '../../src/rules/view.ts'
import { analyse } from '../../src/verdict/analyse.ts'
import { judgeBySimulation } from '../../src/verdict/judge.ts'
import { MATRIX_ATTACKS } from '../../src/verdict/matrix.ts'
import { cellsAsSimulated } from './as-simulated.ts'
import { crowdedSites } from './crowded-site.ts'
import { bridgedSites, channelledSites, showSite, sites, trunkedSites } from './random-site.ts'

it.each([
  ['of any switches', sites, 150, MATRIX_ATTACKS],
  ['of Linux bridges', bridgedSites, 150, ['double-tagging', 'plain-tagging', 'guest-tagging']],
  ['with many VLANs and ports alike', crowdedSites, 50, MATRIX_ATTACKS],
] as const)('says of every cell what its simulation says, over random sites %s', (_, kind, numRuns, attacksTried) => {
  const met: string[] = []
  fc.assert(
    fc.property(kind, (site) => {
      met.push(...cellsAsSimulated(site))
    }),
    { numRuns, seed: 7 },
  )
  expect(met.length).toBeGreaterThan(1_000)
  for (const attack of attacksTried)
    expect(met).toEqual(expect.arrayContaining([`${attack} works`, `${attack} blocked`]))
})

it.each([
  ['a trunk', trunkedSites, ['native-mismatch works', 'native-mismatch depends', 'native-mismatch blocked']],
  [
    'a port-channel that may not form',
    channelledSites,
    ['double-tagging works', 'double-tagging depends', 'double-tagging blocked', 'unbundledMember'],
  ],
] as const)('says of every attempt that a rule makes what its simulation says, over %s', (_, kind, met) => {
  const tried = new Set<string>()
  fc.assert(
    fc.property(kind, (site) => {
      const view = viewSite(site)
      for (const { attempts } of RULES.flatMap((rule) => rule.check(view))) {
        for (const attempt of attempts) {
          const { verdict, dependsOn } = dependence((under) => analyse(view, attempt, under))
          const shown = judgeBySimulation(view, [attempt])
          tried.add(`${attempt.attack} ${verdict}`)
          for (const { option } of dependsOn) tried.add(option)
          const options = (all: typeof dependsOn) => all.map(({ option }) => option).sort()
          expect({ attempt, verdict, options: options(dependsOn) }, showSite(site)).toEqual({
            attempt,
            verdict: shown.verdict,
            options: options(shown.dependsOn),
          })
        }
      }
    }),
    { numRuns: 150, seed: 13 },
  )
  expect([...tried]).toEqual(expect.arrayContaining([...met]))
})
