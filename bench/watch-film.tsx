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

/** How long a film is watched, in milliseconds. */
export const WATCHED = 6_000

/** The film of double tagging, as the lesson shows it. */
export function filmOfTheLesson(): Film {
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

/** What a film cost while it was watched: bytes a painted frame, CPU milliseconds a painted frame, writes while it stood still. */
export type Watched = { readonly bytes: readonly number[]; readonly cpu: number; readonly still: number }

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Plays a film through at this size, and counts what is written and what it costs; then looks on while nothing moves. */
export async function watch(film: Film, columns: number, rows: number): Promise<Watched> {
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
  await pause(100)
  bytes.length = 0
  const before = process.cpuUsage()
  press('space')
  await pause(WATCHED)
  const { user, system } = process.cpuUsage(before)
  press('space')
  await pause(300)
  const painted = [...bytes].filter((each) => each > 20)
  const standing = bytes.length
  await pause(1_500)
  const still = bytes.length - standing
  app.unmount()
  return { bytes: painted, cpu: (user + system) / 1000 / painted.length, still }
}
