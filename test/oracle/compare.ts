import type { Hex } from '../../src/net/frame.ts'
import { type Answer, answerOf, type Oracle, type Scenario } from './scenario.ts'

/**
 * Open vSwitch loses drop eligibility when it happens to rewrite a tag, and which frames it rewrites hangs on the order in which it
 * lists its ports: for it the DEI bits are left out of the comparison.
 */
function withoutDei(frame: Hex): Hex {
  let at = 24
  let cleared = frame
  while (/^(8100|88a8)/.test(cleared.slice(at, at + 4))) {
    const tci = Number.parseInt(cleared.slice(at + 4, at + 8), 16) & 0xefff
    cleared = cleared.slice(0, at + 4) + tci.toString(16).padStart(4, '0') + cleared.slice(at + 8)
    at += 8
  }
  return cleared
}

/** Every injection on which the real switch and our simulator differ, told so that a person can follow it. */
export function compared(oracle: Oracle, asked: readonly Scenario[], real: readonly Answer[]): string[] {
  return asked.flatMap((scenario, i) => {
    const ours = answerOf(scenario, oracle).results
    const theirs = real[i]?.results ?? []
    return scenario.inject.flatMap(({ port, frame }, j) => {
      const [mine, other] = [told(oracle, ours[j]), told(oracle, theirs[j])]
      return mine === other
        ? []
        : [
            `scenario ${scenario.id}, ${port} sends ${frame.slice(0, 60)}: ${oracle} gives ${other}, we ${mine}`,
          ]
    })
  })
}

function told(oracle: Oracle, result: Answer['results'][number] | undefined): string {
  if (!result) return 'no answer'
  const each = result.deliveries.map(
    ([port, frame]) => `${port} ${oracle === 'ovs' ? withoutDei(frame) : frame}`,
  )
  return each.sort().join(' and ') || 'nothing'
}
