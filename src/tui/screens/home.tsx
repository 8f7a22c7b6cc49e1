import { useState } from 'react'
import { type HomeEntry, homeEntries, nextOnHome } from '../../progress/home.ts'
import type { LessonState } from '../../progress/next-step.ts'
import { homeWords } from '../../words/home.ts'
import { offWords } from '../../words/keys.ts'
import { screenWords } from '../../words/screens.ts'
import type { Canvas, Rect } from '../canvas/canvas.ts'
import { wrap } from '../canvas/glyphs.ts'
import { Painting } from '../canvas/painting.tsx'
import { type Choice, Menu } from '../parts/menu.tsx'
import { drawScreen } from '../shell/frame.ts'
import { useCanvas } from '../shell/look.ts'
import { useKeys, useNavigation } from '../shell/navigation.ts'
import { useProgram } from '../shell/program.ts'

/** Rows below the menu that say what the chosen line is. */
const ABOUT = 2
const ABOUT_WIDTH = 74
/** Columns of the menu where what is said stands beside it, and the width of a screen from which it does. */
const MENU_WIDTH = 62
const WIDE = 110

/** Columns of a label in front of what is noted beside it. */
const LABEL = 34

const MARKS: Readonly<Record<LessonState, string>> = { new: ' ', begun: '·', done: '✓', due: '✓' }

function choiceOf({ id, label, note, state, apart }: HomeEntry, index: number): Choice {
  const titled = state === null ? label : `${`${index + 1}`.padStart(2)} ${MARKS[state]} ${label}`
  return { id, label: `${titled.padEnd(LABEL - 1)} ${note}`.trimEnd(), apart }
}

/** What the chosen line leads to: below the menu, or with more of it beside the menu. */
function drawAbout(canvas: Canvas, room: Rect, { says, more }: HomeEntry): void {
  if (canvas.width < WIDE) {
    const lines = wrap(says, Math.min(ABOUT_WIDTH, room.width - 2)).slice(0, ABOUT)
    canvas.lines(room.x + 1, room.y + room.height - ABOUT, lines, 'quiet')
    return
  }
  const at = {
    x: room.x + MENU_WIDTH,
    y: room.y + 2,
    width: room.width - MENU_WIDTH,
    height: room.height - 3,
  }
  const inner = canvas.frame(at)
  const width = inner.width - 2
  const lines = wrap(says, width)
  canvas.lines(inner.x + 1, inner.y, lines)
  canvas.lines(
    inner.x + 1,
    inner.y + lines.length + 1,
    more.slice(0, inner.height - lines.length - 1),
    'quiet',
    width,
  )
}

/** The first screen: where one is, and what to do next. Esc does not leave the program from here. */
export function HomeScreen() {
  const { look, canvas } = useCanvas()
  const { active, open, quit } = useNavigation()
  const { store, lessons } = useProgram()
  const facts = { lessons, progress: store.progress(), drafts: store.drafts(), now: Date.now() }
  const next = nextOnHome(facts)
  const entries = homeEntries(facts)
  const [first] = entries
  const [moved, setMoved] = useState({ next: next.id, to: next.id })
  // What is next changes behind a lesson's end: the mark is put there.
  const chosen = moved.next === next.id ? moved.to : next.id
  const keys = useKeys(
    {
      file: () => open({ at: 'check', begin: 'file' }),
      tour: () => open({ at: 'tour' }),
      find: () => open({ at: 'search' }),
      leave: { off: offWords.firstScreen },
    },
    'menu',
  )
  const done = lessons.filter(({ id }) => facts.progress.lessons[id]?.status === 'finished').length
  const right = done > 0 ? homeWords.done(done, lessons.length) : ''
  const room = drawScreen(canvas, { title: screenWords.program, right, keys })
  canvas.text(room.x + 1, room.y, next.says, 'strong', room.width - 2)
  const entry = entries.find(({ id }) => id === chosen) ?? first
  if (entry) drawAbout(canvas, room, entry)
  const pick = (id: string) => {
    const to = entries.find((each) => each.id === id)?.to
    if (to) open(to)
    else quit()
  }
  const isWide = canvas.width >= WIDE
  const place = {
    x: room.x + 1,
    y: room.y + 2,
    width: isWide ? MENU_WIDTH - 2 : room.width - 2,
    height: room.height - (isWide ? 3 : ABOUT + 3),
  }
  return (
    <>
      <Painting canvas={canvas} palette={look.palette} />
      <Menu
        key={next.id}
        choices={entries.map(choiceOf)}
        from={chosen}
        onMove={(to) => setMoved({ next: next.id, to })}
        onPick={pick}
        place={place}
        active={active}
      />
    </>
  )
}
