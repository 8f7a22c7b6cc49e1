import { render } from 'ink'
import { LESSONS } from '../content/lessons.built.ts'
import type { Keyboard } from '../edge/terminal/keyboard.ts'
import { App } from './app.tsx'
import type { Program } from './shell/program.ts'

/**
 * Shows the full screen until the person leaves. The process must be prepared for Ink before this is loaded. Throws what the screen
 * threw, after the terminal is back.
 */
export async function show(program: Omit<Program, 'lessons'>, keyboard: Keyboard): Promise<void> {
  const { waitUntilExit } = render(<App program={{ ...program, lessons: LESSONS }} />, {
    // Ink asks no more of it than to be read, to be raw and not to keep the process.
    stdin: keyboard as unknown as NodeJS.ReadStream,
    alternateScreen: true,
    incrementalRendering: true,
    maxFps: 60,
    exitOnCtrlC: true,
    interactive: true,
    patchConsole: true,
  })
  await waitUntilExit()
}
