import { useState } from 'react'
import { type Found, searchLessons } from '../../flow/search.ts'
import { screenWords } from '../../words/screens.ts'
import { Painting } from '../canvas/painting.tsx'
import { Menu } from '../parts/menu.tsx'
import { TextField } from '../parts/text-field.tsx'
import { drawScreen } from '../shell/frame.ts'
import { useCanvas } from '../shell/look.ts'
import { useKeys, useNavigation } from '../shell/navigation.ts'
import { useProgram } from '../shell/program.ts'

/** Looks for words in all lessons; a line that is found opens its lesson where it stands. */
export function SearchScreen() {
  const { look, canvas } = useCanvas()
  const { active, open } = useNavigation()
  const { lessons } = useProgram()
  const [found, setFound] = useState<readonly Found[] | null>(null)
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
          choices={found.map(({ lesson, excerpt }, i) => ({
            id: `${i}`,
            label: `${lesson.title}: ${excerpt}`,
          }))}
          place={place}
          active={active}
          onPick={(id) => {
            const each = found[Number(id)]
            if (each) open({ at: 'lesson', lesson: each.lesson, part: each.part })
          }}
        />
      ) : (
        <TextField
          prompt={screenWords.searchFor}
          place={place}
          active={active}
          onEnter={(text) => {
            setQuery(text)
            setFound(searchLessons(lessons, text))
          }}
        />
      )}
    </>
  )
}
