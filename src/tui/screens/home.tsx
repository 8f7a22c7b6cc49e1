import type { Lesson } from '../../content/lesson.ts'
import { LESSONS } from '../../content/lessons.built.ts'
import { lessonProgress, type Progress } from '../../progress/progress.ts'
import { screenWords } from '../../words/screens.ts'
import { Painting } from '../canvas/painting.tsx'
import { Menu } from '../parts/menu.tsx'
import { drawScreen } from '../shell/frame.ts'
import { useCanvas } from '../shell/look.ts'
import { useKeys, useNavigation } from '../shell/navigation.ts'
import { useProgram } from '../shell/program.ts'
import type { Route } from '../shell/route.ts'

/** A line of the first screen and where it leads; `null` leaves the program. */
type Entry = { readonly id: string; readonly label: string; readonly to: Route | null }

/** How far someone is with a lesson, in a word. */
function lessonState(progress: Progress, { id }: Lesson): string {
  const known = lessonProgress(progress, id)
  return known ? screenWords.home[known.status] : screenWords.home.untouched
}

function entries(progress: Progress): Entry[] {
  const { home } = screenWords
  return [
    ...LESSONS.map((lesson): Entry => {
      const label = `${lesson.title.padEnd(28)}${lessonState(progress, lesson)}`
      return { id: lesson.id, label, to: { at: 'lesson', lesson } }
    }),
    { id: 'check', label: home.check, to: { at: 'check' } },
    { id: 'glossary', label: home.glossary, to: { at: 'glossary', term: null } },
    { id: 'settings', label: home.settings, to: { at: 'settings' } },
    { id: 'quit', label: home.quit, to: null },
  ]
}

/** The first screen: where one is, and what to do next. Esc does not leave the program from here. */
export function HomeScreen() {
  const { look, canvas } = useCanvas()
  const { active, open, quit } = useNavigation()
  const keys = useKeys({ leave: { off: 'this is the first screen; q leaves the program' } }, 'menu')
  const room = drawScreen(canvas, { title: screenWords.program, keys })
  canvas.text(room.x + 1, room.y + 1, screenWords.home.says, 'plain', room.width - 2)
  const { store } = useProgram()
  const all = entries(store.progress())
  const pick = (id: string) => {
    const to = all.find((entry) => entry.id === id)?.to
    if (to) open(to)
    else quit()
  }
  const place = { x: room.x + 1, y: room.y + 3, width: room.width - 2, height: room.height - 4 }
  return (
    <>
      <Painting canvas={canvas} palette={look.palette} />
      <Menu choices={all} onPick={pick} place={place} active={active} />
    </>
  )
}
