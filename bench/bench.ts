/** One measured figure, and what it may be at most or must be at least where we claim something. */
export type Figure = {
  readonly what: string
  readonly value: number
  readonly unit: string
  readonly atMost?: number
  readonly atLeast?: number
}

/** One bench. What is measured in one run can be compared; figures of two runs or two machines cannot. */
export type Bench = {
  readonly about: string
  readonly run: () => Promise<readonly Figure[]>
}

/** The middle value; of an even number, the upper of the two in the middle. Throws for none. */
export function median(values: readonly number[]): number {
  const middle = [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
  if (middle === undefined) throw new RangeError('There is no median of nothing.')
  return middle
}

/** Whether a figure is what we claim; true for one that nothing is claimed of. */
export function holds({ value, atMost = Infinity, atLeast = -Infinity }: Figure): boolean {
  return value <= atMost && value >= atLeast
}
