import { EXIT } from '../edge/exit.ts'
import type { Io } from '../edge/io.ts'
import { Keyboard } from '../edge/terminal/keyboard.ts'
import type { Settings } from '../progress/settings.ts'
import { openStore } from '../progress/store.ts'
import { printable } from '../words/printable.ts'
import { prepareForInk } from './prepare-for-ink.ts'
import type { Route } from './shell/route.ts'
import { asksBackground, coloursOf } from './shell/taste.ts'

/**
 * Runs the full screen from its `first` screen until the person leaves, and gives the exit status. `asked` are the settings given
 * as options, for this run. The process must have a terminal. Throws what the screen threw, after the terminal is back.
 */
export async function startTui(
  io: Io,
  asked: Partial<Settings>,
  first: Route = { at: 'home' },
): Promise<number> {
  const store = openStore(io.env)
  const colours = coloursOf(io.env)
  const keyboard = new Keyboard(process.stdin, io.stdout)
  // Ink does this after its first picture, and until then the terminal would echo keys, and its own replies, into it.
  keyboard.setRawMode(true)
  // The terminal answers while Ink is loaded.
  const { theme } = { ...store.progress().settings, ...asked }
  if (asksBackground(theme, colours, io.env)) keyboard.askBackground()
  prepareForInk(process.env, colours)
  const { show } = await import('./show.tsx')
  // What it has answered by now is read, and not waited for: a later answer changes the colours.
  await keyboard.settled(0)
  await show({ io, store, asked, first, colours, terminal: keyboard }, keyboard)
  await keyboard.release()
  for (const problem of store.problems()) io.stderr(`${printable(problem)}\n`)
  return EXIT.ok
}
