import { expect, test } from 'vitest'
import { holdsFor } from './holds.ts'
import { mutated, SEEDS } from './mutations.ts'

/** The same text, read line by line: a comment under each port's header is no plain command, so that no block is taken as a whole. */
function inSingleLines(text: string): string {
  return text.replace(/^interface .*\r?\n/gm, '$& !\n')
}

/** What was read, but for the numbers of lines, which the comments move. */
function whatWasRead(text: string): unknown {
  return holdsFor(text).map(({ device, lines, notes, assumptions }) => ({
    ports: device.ports.map(({ name, ...settings }) => ({
      name,
      ...Object.fromEntries(Object.entries(settings).map(([key, { value }]) => [key, value])),
      differs: notes[name]?.differs.map(({ setting }) => setting),
    })),
    vlans: device.vlans.existing.value,
    lines: lines.filter(({ text: line }) => line.trim() !== '!').map(({ line: _line, ...rest }) => rest),
    assumptions: assumptions.map((sentence) => sentence.replace(/line \d+/g, 'line N')),
  }))
}

test('a block taken as a whole is what its lines are one by one', () => {
  for (const text of [...SEEDS, ...Array.from({ length: 300 }, (_, number) => mutated(number))]) {
    expect(whatWasRead(inSingleLines(text))).toEqual(whatWasRead(text))
  }
})
