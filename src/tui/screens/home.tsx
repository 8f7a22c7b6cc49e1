import { useState } from 'react'
import { offWords } from '../../words/keys.ts'
import { screenWords } from '../../words/screens.ts'
import { wrap } from '../canvas/glyphs.ts'
import { Painting } from '../canvas/painting.tsx'
import { Menu } from '../parts/menu.tsx'
import { drawScreen } from '../shell/frame.ts'
import { useCanvas } from '../shell/look.ts'
import { useKeys, useNavigation } from '../shell/navigation.ts'
import { useProgram } from '../shell/program.ts'
import { homeEntries, nextEntry } from './home-entries.ts'

/** Rows below the menu that say what the chosen line is. */
const ABOUT = 3
const ABOUT_WIDTH = 74

/** The first screen: where one is, and what to do next. Esc does not leave the program from here. */
export function HomeScreen() {
  const { look, canvas } = useCanvas()
  const { active, open, quit } = useNavigation()
  const { store, lessons } = useProgram()
  const progress = store.progress()
  const [chosen, setChosen] = useState(() => nextEntry(lessons, progress))
  const entries = homeEntries(lessons, progress, store.drafts().length, Date.now())
  const keys = useKeys({ find: () => open({ at: 'search' }), leave: { off: offWords.firstScreen } }, 'menu')
  const room = drawScreen(canvas, { title: screenWords.program, keys })
  canvas.text(room.x + 1, room.y + 1, screenWords.home.says, 'plain', room.width - 2)
  const says = entries.find(({ id }) => id === chosen)?.says ?? ''
  const below = room.y + room.height - ABOUT
  canvas.lines(room.x + 1, below, wrap(says, Math.min(ABOUT_WIDTH, room.width - 2)).slice(0, ABOUT), 'quiet')
  const pick = (id: string) => {
    const to = entries.find((entry) => entry.id === id)?.to
    if (to) open(to)
    else quit()
  }
  const place = { x: room.x + 1, y: room.y + 3, width: room.width - 2, height: below - room.y - 4 }
  return (
    <>
      <Painting canvas={canvas} palette={look.palette} />
      <Menu choices={entries} from={chosen} onMove={setChosen} onPick={pick} place={place} active={active} />
    </>
  )
}
