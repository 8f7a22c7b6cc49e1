import fc from 'fast-check'
import { expect, it } from 'vitest'
import { viewSite } from '../../src/rules/view.ts'
import { judgeBySimulation } from '../../src/verdict/judge.ts'
import { judgeView, MATRIX_ATTACKS } from '../../src/verdict/matrix.ts'
import { showSite, sites } from './random-site.ts'

it('says of every cell what its simulation says, over random sites', () => {
  let cells = 0
  const tried = new Set<string>()
  fc.assert(
    fc.property(sites, (site) => {
      const view = viewSite(site)
      for (const { device, ports, cells: attacks } of judgeView(view).rows) {
        for (const { attack, targets } of attacks) {
          for (const { vlan, verdict, dependsOn, attempts } of targets) {
            cells++
            tried.add(`${attack} ${verdict}`)
            const shown = judgeBySimulation(view, attempts)
            expect(
              { device, ports, attack, vlan, verdict, dependsOn: [...dependsOn].sort() },
              showSite(site),
            ).toEqual({
              device,
              ports,
              attack,
              vlan,
              verdict: shown.verdict,
              dependsOn: shown.dependsOn.map(({ option }) => option).sort(),
            })
          }
        }
      }
    }),
    { numRuns: 300, seed: 7 },
  )
  expect(cells).toBeGreaterThan(1_000)
  for (const attack of MATRIX_ATTACKS)
    expect([...tried]).toEqual(expect.arrayContaining([`${attack} works`, `${attack} blocked`]))
})
