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

/** A film on a terminal that only counts. */
export type Stage = {
  /** Whether the film can be played yet. */
  readonly isReady: () => boolean
  readonly press: (key: string) => void
  readonly leave: () => void
}

/** Puts the film of the lesson on a terminal of this size, which tells the bytes of each write. */
export function stageFilm(columns: number, rows: number, onWrite: (bytes: number) => void): Stage {
  const film = filmOfTheLesson()
  const stdout = Object.assign(new EventEmitter(), {
    isTTY: true,
    columns,
    rows,
    write: (chunk: string) => {
      onWrite(Buffer.byteLength(chunk))
      return true
    },
  })
  const offer: { current: Offer } = { current: { bindings: {}, owner: 'screen' } }
  const nothing = () => {}
  const navigation = {
    open: nothing,
    leave: nothing,
    quit: nothing,
    active: true,
    offer,
    picture: { current: null },
  }
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
  return { isReady: () => 'play' in offer.current.bindings, press, leave: () => app.unmount() }
}
