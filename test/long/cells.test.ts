import fc from 'fast-check'
import { expect, it } from 'vitest'
import { viewSite } from '../../src/rules/view.ts'
import { isOpen, openAttempts } from '../../src/verdict/atoms.ts'
import { fixedSite } from '../../src/verdict/fix.ts'
import { candidatesFor } from '../../src/verdict/fix-candidates.ts'
import { smallestFix } from '../../src/verdict/smallest-fix.ts'
import { cellsAsSimulated } from '../verdict/as-simulated.ts'
import { crowdedSites } from '../verdict/crowded-site.ts'
import { bridgedSites, channelledSites, showSite, sites, trunkedSites } from '../verdict/random-site.ts'

it.each([
  ['any switches', sites, 3_000],
  ['switches with a trunk between them', trunkedSites, 1_000],
  ['switches with a port-channel between them', channelledSites, 1_000],
  ['Linux bridges', bridgedSites, 1_000],
  ['switches with many VLANs and ports alike', crowdedSites, 1_000],
] as const)('says of 20,000 cells and more what their simulation says, over %s', (_, kind, numRuns) => {
  let cells = 0
  fc.assert(
    fc.property(kind, (site) => {
      cells += cellsAsSimulated(site).length
    }),
    { numRuns, seed: 41 },
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
