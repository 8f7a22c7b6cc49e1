import { describe, expect, it } from 'vitest'
import { answerLine } from './answer-line.ts'
import { compared } from './compare.ts'
import { numbers, scenarios } from './generate.ts'
import { MITIGATIONS, STACKS } from './mitigations.ts'
import { packed, recordedAnswers, recordedScenarios, unpacked } from './recorded.ts'
import { answerOf, ORACLES } from './scenario.ts'

describe.each(ORACLES)('what the real switch %s did', (oracle) => {
  const asked = recordedScenarios(oracle)
  const answers = recordedAnswers(oracle)

  it('is what our simulator does, frame by frame and byte for byte', () => {
    expect(answers.map(({ results }) => results.length)).toEqual(asked.map(({ inject }) => inject.length))
    expect(compared(oracle, asked, answers)).toEqual([])
  })

  it('is recorded without loss', () => {
    asked.forEach((scenario, i) => {
      const answer = answers[i] ?? { id: '', results: [] }
      expect(unpacked(scenario, packed(scenario, answer))).toEqual(answer)
    })
  })

  it('is not what a simulator of another switch does', () => {
    const few = 100
    for (const other of ORACLES.filter((name) => name !== oracle)) {
      const differences = compared(other, asked.slice(0, few), answers.slice(0, few))
      expect(differences.length).toBeGreaterThan(few / 4)
    }
  })
})

describe('what spoofing and double tagging reach, on every real switch (facts C7, J4)', () => {
  /** Set-ups in which a frame with tags 1 and 20 gets from the access port that takes its own tag to S2.1 in VLAN 20. */
  const REACHED = [
    'as it comes: native 1',
    'VLAN 20 pruned at the near end only',
    'native 1 and 20: a mismatch',
  ]
  const hop = STACKS.findIndex((tags) => tags.join() === '1,20')

  it.each(
    ORACLES,
  )('%s: double tagging hops only where the near end sends VLAN 1 untagged and the far end takes VLAN 20', (oracle) => {
    const answers = recordedAnswers(oracle)
    const reached = recordedScenarios(oracle).flatMap((scenario, i) => {
      if (!String(scenario.id).startsWith('own tag taken: ')) return []
      const result = answers[i]?.results[hop]
      return result?.deliveries.some(([port]) => port === 'S2.1') ? [String(scenario.id).slice(15)] : []
    })
    expect(reached).toEqual(REACHED)
  })

  it.each(ORACLES)('%s: a spoofed trunk reaches VLAN 20 with one tag', (oracle) => {
    const at = recordedScenarios(oracle).findIndex(({ id }) => id === 'spoofed trunk')
    const tagged = STACKS.findIndex((tags) => tags.join() === '20')
    const reached = recordedAnswers(oracle)[at]?.results[tagged]?.deliveries.map(([port]) => port)
    expect(reached).toEqual(['S1.3', 'S2.1'])
  })
})

describe('scenarios and answers', () => {
  it('are the same for the same seed and others for another', () => {
    const [first, again, other] = [7, 7, 8].map((seed) => JSON.stringify([...scenarios(5, seed)]))
    expect(first).toBe(again)
    expect(first).not.toBe(other)
    const next = numbers(1)
    const drawn = Array.from({ length: 1000 }, next)
    expect(drawn.every((n) => n >= 0 && n < 1)).toBe(true)
    expect(drawn.filter((n) => n < 0.5).length).toBeGreaterThan(450)
  })

  it('are written as the drivers write them', () => {
    const [scenario] = MITIGATIONS
    if (!scenario) throw new Error('There are mitigations.')
    const line = answerLine({
      ...answerOf({ ...scenario, id: 'é', inject: scenario.inject.slice(0, 1) }, 'vde'),
    })
    expect(line).toMatch(
      /^\{"id": "\\u00e9", "results": \[\{"deliveries": \[\["S1\.2", "[0-9a-f]+"\], \["S2\.2", "[0-9a-f]+"\]\]\}\]\}$/,
    )
  })
})
