import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Hex } from '../../src/net/frame.ts'
import { scenarios, untaggedScenarios } from './generate.ts'
import { MITIGATIONS } from './mitigations.ts'
import type { Answer, Oracle, Scenario } from './scenario.ts'

/** Digits of the two addresses, with which every frame begins. */
const ADDRESSES = 24

/** Where a frame's own type and payload begin: behind its addresses and all tags it was sent with. */
function payloadOf(sent: Hex): Hex {
  let at = ADDRESSES
  while (/^(8100|88a8|9100)/.test(sent.slice(at, at + 4))) at += 8
  return sent.slice(at)
}

/**
 * An answer in little room: one word an injection, `2.1+81000014,2.3+` for a frame that left S2.1 with a tag and S2.3 without;
 * `-` for none. Lossless: addresses and payload are those of the frame that was put in, or the whole frame is written out.
 */
export function packed(scenario: Scenario, { results }: Answer): string {
  const words = results.map(({ deliveries }, i) => {
    const sent = scenario.inject[i]?.frame ?? ''
    const [addresses, payload] = [sent.slice(0, ADDRESSES), payloadOf(sent)]
    const each = deliveries.map(([port, frame]) => {
      const fits = frame.startsWith(addresses) && frame.endsWith(payload)
      const tags = frame.slice(ADDRESSES, frame.length - payload.length)
      return `${port.slice(1)}${fits ? `+${tags}` : `=${frame}`}`
    })
    return each.join(',') || '-'
  })
  return words.join(' ')
}

/** The answer that was packed. */
export function unpacked(scenario: Scenario, line: string): Answer {
  const results = line.split(' ').map((word, i) => {
    const sent = scenario.inject[i]?.frame ?? ''
    const each = word === '-' ? [] : word.split(',')
    const deliveries = each.map((delivery): [string, Hex] => {
      const [, port = '', sign, rest = ''] = /^([\d.]+)([+=])(.*)$/.exec(delivery) ?? []
      return [`S${port}`, sign === '=' ? rest : sent.slice(0, ADDRESSES) + rest + payloadOf(sent)]
    })
    return { deliveries }
  })
  return { id: scenario.id, results }
}

const COUNT = 320
const UNTAGGED_COUNT = 80
const SEED = 2008

/** The scenarios whose answers are recorded: random ones of a fixed seed, the mitigations, and what only this switch can do. */
export function recordedScenarios(oracle: Oracle): Scenario[] {
  const own = oracle === 'linux' ? untaggedScenarios(UNTAGGED_COUNT, SEED) : []
  return [...scenarios(COUNT, SEED), ...MITIGATIONS, ...own]
}

/** The file that holds what a real switch answered to them. */
export function recordingOf(oracle: Oracle): string {
  return fileURLToPath(new URL(`recorded/${oracle}.txt`, import.meta.url))
}

/** What a real switch answered to the recorded scenarios. */
export function recordedAnswers(oracle: Oracle): Answer[] {
  const lines = readFileSync(recordingOf(oracle), 'utf8').trimEnd().split('\n').slice(1)
  return recordedScenarios(oracle).map((scenario, i) => unpacked(scenario, lines[i] ?? ''))
}
