import { bundle } from '../src/dev/build.ts'
import { type Bench, type Figure, median } from './bench.ts'
import { inFolder, printedBy } from './bundled.ts'
import { WATCHED_MS, type Watched } from './watched.ts'

/** What a running film costs: bytes and CPU of a painted frame, and what is painted while nothing moves. */
export const bench: Bench = {
  about: `a film watched for ${WATCHED_MS / 1000} s at two sizes, as the program is bundled`,
  run: () =>
    inFolder(async (folder) => {
      await bundle(['bench/watch-film.tsx'], folder)
      const figures: Figure[] = []
      for (const { columns, rows, most, cpu } of [
        { columns: 80, rows: 24, most: 300, cpu: 16 },
        { columns: 120, rows: 36, most: 450, cpu: 32 },
      ]) {
        const seen = printedBy<Watched>(folder, 'watch-film.js', [`${columns}`, `${rows}`])
        const size = `${columns}x${rows}`
        figures.push(
          {
            what: `${size}: bytes of a painted frame, median`,
            value: median(seen.bytes),
            unit: 'bytes',
            atMost: most,
          },
          { what: `${size}: CPU of a painted frame`, value: seen.cpu, unit: 'ms', atMost: cpu },
          { what: `${size}: the same, first time in a process`, value: seen.firstCpu, unit: 'ms' },
          { what: `${size}: frames painted`, value: seen.bytes.length, unit: 'frames' },
          { what: `${size}: writes while nothing moves`, value: seen.still, unit: 'writes', atMost: 0 },
        )
      }
      return figures
    }),
}
