import { createContext, useContext } from 'react'
import type { Lesson } from '../../content/lesson.ts'
import type { Io } from '../../edge/io.ts'
import type { Keyboard } from '../../edge/terminal/keyboard.ts'
import type { Settings } from '../../progress/settings.ts'
import type { Store } from '../../progress/store.ts'
import type { Route } from './route.ts'

/** What the screens work with: the world, what is kept, and what was asked for on the command line. */
export type Program = {
  readonly io: Io
  readonly store: Store
  readonly lessons: readonly Lesson[]
  /** How many colours the terminal shows; 0 for none. */
  readonly colours: number
  /** The terminal as one that can be asked what its background is. */
  readonly terminal: Pick<Keyboard, 'background' | 'onBackground' | 'askBackground' | 'settled'>
  /** Settings given as options: they count for this run and are not kept. */
  readonly asked: Partial<Settings>
  /** Where the person begins; leaving it ends the program, but for home, which is ended by quitting. */
  readonly first: Route
}

/** The program around the screens. It is always provided: without one a screen has nothing to show. */
export const ProgramContext = createContext<Program | null>(null)

/** The program around this screen. */
export function useProgram(): Program {
  const program = useContext(ProgramContext)
  if (!program) throw new Error('A screen needs the program around it.')
  return program
}
