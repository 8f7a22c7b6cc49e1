import { render } from 'ink'
import { LESSONS } from '../content/lessons.built.ts'
import { EXIT } from '../edge/exit.ts'
import type { Io } from '../edge/io.ts'
import type { Settings } from '../progress/settings.ts'
import { openStore } from '../progress/store.ts'
import { printable } from '../words/printable.ts'
import { App } from './app.tsx'
import type { Route } from './shell/route.ts'

/**
 * Runs the full screen from its `first` screen until the person leaves, and gives the exit status. `asked` are the settings given
 * as options, for this run. The process must be prepared for Ink first, and have a terminal. Throws what the screen threw, after
 * the terminal is back.
 */
export async function startTui(
  io: Io,
  asked: Partial<Settings>,
  first: Route = { at: 'home' },
): Promise<number> {
  const store = openStore(io.env)
  // Ink does this after its first picture, and until then the terminal would echo keys into it.
  process.stdin.setRawMode(true)
  const { waitUntilExit } = render(<App program={{ io, store, asked, first, lessons: LESSONS }} />, {
    alternateScreen: true,
    incrementalRendering: true,
    maxFps: 60,
    exitOnCtrlC: true,
    interactive: true,
    patchConsole: true,
  })
  await waitUntilExit()
  for (const problem of store.problems()) io.stderr(`${printable(problem)}\n`)
  return EXIT.ok
}
