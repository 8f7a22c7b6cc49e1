import { createContext, useContext, useLayoutEffect } from 'react'
import type { Motion } from '../../flow/pace.ts'
import { Canvas } from '../canvas/canvas.ts'
import { type Palette, paletteOf } from '../canvas/theme.ts'
import { useNavigation } from './navigation.ts'

/** What every screen knows of the terminal and of the person's taste. */
export type Look = {
  readonly columns: number
  readonly rows: number
  readonly palette: Palette
  readonly ascii: boolean
  readonly motion: Motion
}

/** The smallest terminal that a screen is whole on. */
export const LEAST_COLUMNS = 80
export const LEAST_ROWS = 24

/** The look of the program; the usual size stands in where no app is around a component. */
export const LookContext = createContext<Look>({
  columns: LEAST_COLUMNS,
  rows: LEAST_ROWS,
  palette: paletteOf('mono', 0),
  ascii: false,
  motion: 'none',
})

/** The look, and an empty canvas as large as the terminal: the picture of the screen that asks. */
export function useCanvas(): { look: Look; canvas: Canvas } {
  const look = useContext(LookContext)
  const { picture } = useNavigation()
  const canvas = new Canvas(look.columns, look.rows, { ascii: look.ascii })
  useLayoutEffect(() => {
    picture.current = canvas
  })
  return { look, canvas }
}
