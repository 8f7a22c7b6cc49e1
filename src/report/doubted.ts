import type { Doubt } from '../verdict/judgement.ts'

/** Where a line is that a verdict rests on: `line 4`, and of another device than the one that is spoken of `line 4 of SW2`. */
export function lineOf({ device, line }: Doubt, here: string): string {
  return device === here ? `line ${line}` : `line ${line} of ${device}`
}
