import { stageFilm } from './stage-film.tsx'
import { WATCHED_MS, type Watched } from './watched.ts'

// Watches a film in a process of its own, bundled as the program is, and prints what it cost: `watch-film.js COLUMNS ROWS`.

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Milliseconds of CPU since an earlier reading. */
function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Plays a film through at this size, twice, and counts what the second time costs; then looks on while nothing moves. */
async function watch(columns: number, rows: number): Promise<Watched> {
  const bytes: number[] = []
  const { isReady, press, leave } = stageFilm(columns, rows, (count) => bytes.push(count))
  while (!isReady()) await pause(50)
  press('t')
  // Once before it counts: what is compiled while it runs for the first time is the cost of a start, not of a painted frame.
  const play = async () => {
    press('r')
    await pause(300)
    bytes.length = 0
    const before = process.cpuUsage()
    press('space')
    await pause(WATCHED_MS)
    const cpu = cpuSince(before)
    const painted = bytes.filter((each) => each > 20)
    return { bytes: painted, cpu: cpu / painted.length }
  }
  const first = await play()
  const second = await play()
  const standing = bytes.length
  await pause(1_500)
  const still = bytes.length - standing
  leave()
  return { ...second, firstCpu: first.cpu, still }
}

const [columns = 80, rows = 24] = process.argv.slice(2).map(Number)
const watched = await watch(columns, rows)
process.stdout.write(`${JSON.stringify(watched)}\n`, () => process.exit())
