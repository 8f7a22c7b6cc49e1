import type { Finding } from '../verdict/finding.ts'
import { optionAsked } from '../words/options.ts'
import { lineOf } from './doubted.ts'

/** What keeps a verdict from being sure, as the rest of a sentence that begins with `on` for options. */
export type OpenPoint = { readonly verdict: 'depends' | 'unsure'; readonly text: string }

/** What the verdict on a finding hangs on: options that decide, or lines that were not understood. Null where it is sure. */
export function openPoint({ device, judgement }: Pick<Finding, 'device' | 'judgement'>): OpenPoint | null {
  const { verdict, dependsOn, doubts } = judgement
  if (verdict === 'depends') {
    const asked = [...new Set(dependsOn.map(({ option }) => optionAsked(option)))]
    return { verdict, text: `on ${asked.join('; on ')}.` }
  }
  if (verdict !== 'unsure') return null
  const lines = doubts.map((doubt) => `${lineOf(doubt, device)} "${doubt.text.trim()}"`)
  return lines.length > 0
    ? { verdict, text: `not understood: ${lines.join('; ')}.` }
    : { verdict, text: 'too many open options to try them all; name the platform with --platform.' }
}

/** The same as a sentence of its own. */
export function openPointSaid({ verdict, text }: OpenPoint): string {
  return verdict === 'depends' ? `It depends ${text}` : `It is unsure; ${text}`
}
