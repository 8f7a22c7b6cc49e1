import { expect, test } from 'vitest'
import { KEY, startInTerminal } from '../support/terminal.ts'

/** Keys that do not end the program, those that lead somewhere more often than the others. */
const KEYS = [
  ...Object.values(KEY).filter((key) => key !== KEY.ctrlC && key !== KEY.ctrlZ),
  ...'123456789hjklgmnrtuvwxyzbcdi?/.,[] $0T',
  ...Array.from({ length: 8 }, () => KEY.enter),
  ...Array.from({ length: 6 }, () => KEY.down),
  ...Array.from({ length: 4 }, () => KEY.right),
]

const SIZES = [
  [80, 24],
  [120, 36],
  [60, 20],
  [100, 50],
] as const

/** Numbers from 0 up to 1 that look like chance and are the same for the same seed. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

/** A member of the list. */
function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T
}

test.each([1, 2, 3, 4])('no keys in any order break the screen (seed %i)', async (seed) => {
  const random = chance(seed)
  const pressed: string[] = []
  let terminal = startInTerminal()
  await terminal.until('q quit')
  for (let round = 0; round < 40; round += 1) {
    const keys = Array.from({ length: 12 }, () => pick(KEYS, random))
    pressed.push(...keys)
    await terminal.press(...keys)
    const [columns, rows] = pick(SIZES, random)
    terminal.resize(columns, rows)
    const told = `after ${JSON.stringify(pressed)}\n${terminal.screen()}`
    if (terminal.hasEnded()) {
      // The first screen has a line to leave by. That is the only way out here, and a clean one.
      expect(await terminal.ending(), told).toMatchObject({
        status: 0,
        lineRestored: true,
        alternateScreen: false,
      })
      terminal = startInTerminal()
      await terminal.until('q quit')
    } else {
      expect(terminal.isFullScreen(), told).toBe(true)
      expect(terminal.screen().split('\n').length, told).toBeLessThanOrEqual(rows)
    }
  }
  terminal.resize(80, 24)
  await terminal.press(KEY.ctrlC)
  expect(await terminal.ending()).toMatchObject({ status: 0, alternateScreen: false, lineRestored: true })
})
