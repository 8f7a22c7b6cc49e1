import type { ArgumentKind, NumberRange } from './command.ts'

/** Whether an argument is a number within bounds that its syntax states. */
export function isRange(kind: ArgumentKind): kind is NumberRange {
  return /^\d/.test(kind)
}

/** A range of numbers taken apart. */
export type Bounds = { readonly from: number; readonly to: number; readonly step: number }

/** The bounds that an argument states: `1-200000000`, or with a step `0-61440/4096`. */
export function numberRange(range: NumberRange): Bounds {
  const [bounds = '', step = '1'] = range.split('/')
  const [from = '', to = ''] = bounds.split('-')
  return { from: Number(from), to: Number(to), step: Number(step) }
}

/** Whether a number is one of the range: counted in steps from 0. */
export function isWithin(value: number, { from, to, step }: Bounds): boolean {
  return value >= from && value <= to && value % step === 0
}
