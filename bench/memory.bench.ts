import { bundle } from '../src/dev/build.ts'
import type { Bench } from './bench.ts'
import { inFolder, printedBy } from './bundled.ts'

/** Bytes held after each quarter of an hour, and how many frames were painted. */
type Soaked = { readonly held: readonly number[]; readonly painted: number }

/** What an hour's film leaves in memory: what is held at its end against what was held after its first quarter. */
export const bench: Bench = {
  about: 'an hour of a film at 80x24, in its own time',
  run: () =>
    inFolder(async (folder) => {
      await bundle(['bench/soak-film.tsx'], folder)
      const { held, painted } = printedBy<Soaked>(folder, 'soak-film.js', [], ['--expose-gc'])
      const [quarter = Number.NaN, , , end = Number.NaN] = held
      return [
        { what: 'frames painted', value: painted, unit: 'frames', atLeast: 10_000 },
        { what: 'held after a quarter', value: quarter / 2 ** 20, unit: 'MiB' },
        { what: 'held at the end / after a quarter', value: end / quarter, unit: '', atMost: 1.1 },
      ]
    }),
}
