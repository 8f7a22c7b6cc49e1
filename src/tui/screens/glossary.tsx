import { useState } from 'react'
import { GLOSSARY, termNamed } from '../../words/glossary.ts'
import { screenWords } from '../../words/screens.ts'
import { wrap } from '../canvas/glyphs.ts'
import { Painting } from '../canvas/painting.tsx'
import { Menu } from '../parts/menu.tsx'
import { drawScreen } from '../shell/frame.ts'
import { useCanvas } from '../shell/look.ts'
import { useKeys, useNavigation } from '../shell/navigation.ts'

const LIST_WIDTH = 28

/** Every term of the trade: the list on the left, the meaning of the chosen one on the right. */
export function GlossaryScreen({ term }: { readonly term: string | null }) {
  const { look, canvas } = useCanvas()
  const { active } = useNavigation()
  const [chosen, setChosen] = useState(term ?? GLOSSARY[0]?.id ?? '')
  const keys = useKeys({}, 'menu')
  const room = drawScreen(canvas, { title: screenWords.glossary, keys })
  const shown = termNamed(chosen)
  if (shown) {
    const x = room.x + LIST_WIDTH + 2
    const width = room.width - LIST_WIDTH - 2
    canvas.text(x, room.y + 1, shown.term, 'title', width)
    const meaning = wrap(shown.meaning, width)
    canvas.lines(x, room.y + 3, meaning)
    const more = [
      ...(shown.also.length > 0 ? [`${screenWords.also}: ${shown.also.join(', ')}`] : []),
      ...(shown.see.length > 0
        ? [`${screenWords.see}: ${shown.see.map((id) => termNamed(id)?.term ?? id).join(', ')}`]
        : []),
    ]
    canvas.lines(
      x,
      room.y + 4 + meaning.length,
      more.flatMap((line) => wrap(line, width)),
      'quiet',
    )
  }
  const place = { x: room.x, y: room.y + 1, width: LIST_WIDTH, height: room.height - 2 }
  return (
    <>
      <Painting canvas={canvas} palette={look.palette} />
      <Menu
        choices={GLOSSARY.map(({ id, term: label }) => ({ id, label }))}
        from={chosen}
        onMove={setChosen}
        onPick={setChosen}
        place={place}
        active={active}
      />
    </>
  )
}
