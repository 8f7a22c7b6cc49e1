import { EventEmitter } from 'node:events'
import { Box, render } from 'ink'
import { LESSONS } from '../src/content/lessons.built.ts'
import type { Film } from '../src/flow/film.ts'
import { prepareLesson } from '../src/flow/lesson/prepare.ts'
import { paletteOf } from '../src/tui/canvas/theme.ts'
import { bindingFor } from '../src/tui/keys/key-table.ts'
import { FilmScreen } from '../src/tui/screens/film.tsx'
import { LookContext } from '../src/tui/shell/look.ts'
import { NavigationContext, type Offer } from '../src/tui/shell/navigation.ts'
import { WATCHED_MS, type Watched } from './watched.ts'

// Watches a film in a process of its own, bundled as the program is, and prints what it cost: `watch-film.js COLUMNS ROWS`.

/** The film of double tagging, as the lesson shows it. */
function filmOfTheLesson(): Film {
  const lesson = LESSONS.find(({ id }) => id === 'double-tagging')
  const part = lesson && prepareLesson(lesson).parts.find(({ film }) => film)
  if (!part?.film) throw new Error('The lesson on double tagging has no film.')
  return part.film.film
}

class Quiet extends EventEmitter {
  readonly isTTY = true
  setRawMode(): void {}
  setEncoding(): void {}
  ref(): void {}
  unref(): void {}
  read(): null {
    return null
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Milliseconds of CPU since an earlier reading. */
function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Plays a film through at this size, twice, and counts what the second time costs; then looks on while nothing moves. */
async function watch(film: Film, columns: number, rows: number): Promise<Watched> {
  const bytes: number[] = []
  const stdout = Object.assign(new EventEmitter(), {
    isTTY: true,
    columns,
    rows,
    write: (chunk: string) => {
      bytes.push(Buffer.byteLength(chunk))
      return true
    },
  })
  const offer: { current: Offer } = { current: { bindings: {}, owner: 'screen' } }
  const nothing = () => {}
  const navigation = { open: nothing, leave: nothing, quit: nothing, active: true, offer }
  const look = { columns, rows, palette: paletteOf('dark', 2 ** 24), ascii: false, motion: 'full' as const }
  const app = render(
    <LookContext value={look}>
      <NavigationContext value={navigation}>
        <Box width="100%" height={rows} overflow="hidden">
          <FilmScreen title="bench" film={film} before={null} />
        </Box>
      </NavigationContext>
    </LookContext>,
    {
      stdout: stdout as unknown as NodeJS.WriteStream,
      stdin: new Quiet() as unknown as NodeJS.ReadStream,
      alternateScreen: true,
      incrementalRendering: true,
      maxFps: 60,
      interactive: true,
      patchConsole: false,
    },
  )
  const press = (key: string) => {
    const binding = bindingFor(offer.current.bindings, key, 'screen')
    if (typeof binding === 'function') binding()
  }
  while (!('play' in offer.current.bindings)) await pause(50)
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
  app.unmount()
  return { ...second, firstCpu: first.cpu, still }
}

const [columns = 80, rows = 24] = process.argv.slice(2).map(Number)
const watched = await watch(filmOfTheLesson(), columns, rows)
process.stdout.write(`${JSON.stringify(watched)}\n`, () => process.exit())
