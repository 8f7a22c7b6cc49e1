import fc from 'fast-check'
import { expect, it } from 'vitest'
import { viewSite } from '../../src/rules/view.ts'
import { isOpen, openAttempts } from '../../src/verdict/atoms.ts'
import { fixedSite } from '../../src/verdict/fix.ts'
import { candidatesFor } from '../../src/verdict/fix-candidates.ts'
import { judgeBySimulation } from '../../src/verdict/judge.ts'
import { judgeView } from '../../src/verdict/matrix.ts'
import { smallestFix } from '../../src/verdict/smallest-fix.ts'
import { showSite, sites } from '../verdict/random-site.ts'

it('says of 20,000 cells and more what their simulation says', () => {
  let cells = 0
  fc.assert(
    fc.property(sites, (site) => {
      const view = viewSite(site)
      for (const { device, ports, cells: attacks } of judgeView(view).rows) {
        for (const { attack, targets } of attacks) {
          for (const { vlan, verdict, attempts } of targets) {
            cells++
            const shown = judgeBySimulation(view, attempts)
            expect({ device, ports, attack, vlan, verdict }, showSite(site)).toEqual({
              device,
              ports,
              attack,
              vlan,
              verdict: shown.verdict,
            })
          }
        }
      }
    }),
    { numRuns: 4_000, seed: 41 },
  )
  expect(cells).toBeGreaterThan(20_000)
})

it('finds no fix where a smaller one of two commands at most would do', () => {
  fc.assert(
    fc.property(sites, (site) => {
      const search = smallestFix(site)
      if (search.found !== 'fix' || !search.fix.minimal) return
      const view = viewSite(site)
      const open = openAttempts(view)
      const candidates = candidatesFor(view, open)
      for (const [index, first] of candidates.entries()) {
        for (const second of [null, ...candidates.slice(index + 1)]) {
          const commands = first.commands + (second?.commands ?? 0)
          if (commands >= search.fix.commands) continue
          const steps = [...first.steps, ...(second?.steps ?? [])]
          const after = viewSite(fixedSite(site, steps))
          const closes = !open.some((attempt) => isOpen(after, attempt))
          const agrees = site.links.every(({ a, b }) => {
            const native = (end: typeof a) =>
              after.devices.get(end.device)?.ports.get(end.port)?.port.nativeVlan.value
            return native(a) === native(b)
          })
          expect(closes && agrees, `${JSON.stringify(steps)}\n${showSite(site)}`).toBe(false)
        }
      }
    }),
    { numRuns: 300, seed: 5 },
  )
})
