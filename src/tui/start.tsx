import { render } from 'ink'
import { EXIT, type Io } from '../commands/command.ts'
import type { Settings } from '../progress/settings.ts'
import { App } from './app.tsx'

/**
 * Runs the full screen until the person leaves, and gives the exit status. `asked` are the settings given as options, for this
 * run. The process must be prepared for Ink first, and have a terminal. Throws what the screen threw, after the terminal is back.
 */
export async function startTui(_io: Io, _asked: Partial<Settings>): Promise<number> {
  const { waitUntilExit } = render(<App />, {
    alternateScreen: true,
    incrementalRendering: true,
    maxFps: 60,
    exitOnCtrlC: true,
    interactive: true,
    patchConsole: true,
  })
  await waitUntilExit()
  return EXIT.ok
}
