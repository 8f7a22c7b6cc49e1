import { describe, expect, it } from 'vitest'
import { compared } from '../compare.ts'
import { scenarios, untaggedScenarios } from '../generate.ts'
import { ORACLES } from '../scenario.ts'
import { drive, whyNot } from './drive.ts'

/** `ORACLE_SCENARIOS=2600` makes 20,800 injections each. */
const count = Number(process.env.ORACLE_SCENARIOS ?? 400)
const seed = Number(process.env.ORACLE_SEED ?? 41)

describe.each(ORACLES)('the real switch %s and our simulator', (oracle) => {
  const reason = whyNot(oracle)
  const name = `agree on ${count * 8} frames of seed ${seed}`
  it.skipIf(reason !== null)(
    reason ? `${name} (skipped: ${reason})` : name,
    { timeout: 900_000 },
    async () => {
      const asked = [...scenarios(count, seed)]
      expect(compared(oracle, asked, await drive(oracle, asked))).toEqual([])
    },
  )
})

describe('the Linux bridge and our simulator, with VLANs that leave untagged beside the PVID', () => {
  const reason = whyNot('linux')
  const name = `agree on ${count * 8} frames of seed ${seed}`
  it.skipIf(reason !== null)(
    reason ? `${name} (skipped: ${reason})` : name,
    { timeout: 900_000 },
    async () => {
      const asked = [...untaggedScenarios(count, seed)]
      expect(compared('linux', asked, await drive('linux', asked))).toEqual([])
    },
  )
})
