import { useState } from 'react'
import type { Lesson } from '../../content/lesson.ts'
import { searchLessons } from '../../flow/search.ts'
import { findTerms } from '../../words/glossary.ts'
import { screenWords } from '../../words/screens.ts'
import { Painting } from '../canvas/painting.tsx'
import { Menu } from '../parts/menu.tsx'
import { TextField } from '../parts/text-field.tsx'
import { drawScreen } from '../shell/frame.ts'
import { useCanvas } from '../shell/look.ts'
import { useKeys, useNavigation } from '../shell/navigation.ts'
import { useProgram } from '../shell/program.ts'
import type { Route } from '../shell/route.ts'

/** A line that was found, and where it leads. */
type Hit = { readonly label: string; readonly to: Route }

function hitsFor(lessons: readonly Lesson[], query: string): Hit[] {
  return [
    ...searchLessons(lessons, query).map(
      ({ lesson, part, excerpt }): Hit => ({
        label: `${lesson.title}: ${excerpt}`,
        to: { at: 'lesson', lesson, part },
      }),
    ),
    ...findTerms(query).map(
      (term): Hit => ({
        label: `${screenWords.glossary}: ${term.term}`,
        to: { at: 'glossary', terms: [term] },
      }),
    ),
  ]
}

/** Looks for words in all lessons and in the glossary; a line that is found opens where it stands. */
export function SearchScreen() {
  const { look, canvas } = useCanvas()
  const { active, open } = useNavigation()
  const { lessons } = useProgram()
  const [found, setFound] = useState<readonly Hit[] | null>(null)
  const [query, setQuery] = useState('')
  const shows = found !== null && found.length > 0
  const again = () => setFound(null)
  const keys = useKeys(shows ? { find: again, leave: again } : {}, shows ? 'menu' : 'field')
  const room = drawScreen(canvas, { title: screenWords.search, keys })
  const says = shows
    ? screenWords.found(found.length, query)
    : found
      ? screenWords.nothingFound(query)
      : screenWords.searchSays
  canvas.text(room.x + 1, room.y + 1, says, 'plain', room.width - 2)
  const place = { x: room.x + 1, y: room.y + 3, width: room.width - 2, height: room.height - 4 }
  return (
    <>
      <Painting canvas={canvas} palette={look.palette} />
      {shows ? (
        <Menu
          key={query}
          choices={found.map(({ label }, i) => ({ id: `${i}`, label }))}
          place={place}
          active={active}
          onPick={(id) => {
            const each = found[Number(id)]
            if (each) open(each.to)
          }}
        />
      ) : (
        <TextField
          prompt={screenWords.searchFor}
          place={place}
          active={active}
          onEnter={(text) => {
            setQuery(text)
            setFound(hitsFor(lessons, text))
          }}
        />
      )}
    </>
  )
}
