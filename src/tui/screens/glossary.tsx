import { useState } from 'react'
import { GLOSSARY, type Term, termNamed } from '../../words/glossary.ts'
import { offWords } from '../../words/keys.ts'
import { screenWords } from '../../words/screens.ts'
import type { Canvas, Rect } from '../canvas/canvas.ts'
import { wrap } from '../canvas/glyphs.ts'
import { Painting } from '../canvas/painting.tsx'
import { Menu } from '../parts/menu.tsx'
import { drawScreen } from '../shell/frame.ts'
import { useCanvas } from '../shell/look.ts'
import { useKeys, useNavigation } from '../shell/navigation.ts'

const LIST_WIDTH = 28

/** A term with its meaning, its other names, and the terms that explain more. */
function drawTerm(canvas: Canvas, { x, y, width }: Rect, { term, meaning, also, see }: Term): void {
  const lines = wrap(meaning, width)
  const more = [
    ...(also.length > 0 ? [`${screenWords.also}: ${also.join(', ')}`] : []),
    ...(see.length > 0
      ? [`${screenWords.see}: ${see.map((id) => termNamed(id)?.term ?? id).join(', ')}`]
      : []),
  ]
  canvas.text(x, y, term, 'title', width)
  canvas.lines(x, y + 2, lines)
  canvas.lines(
    x,
    y + 3 + lines.length,
    more.flatMap((line) => wrap(line, width)),
    'quiet',
  )
}

/**
 * Every term of the trade: the list on the left, the meaning of the chosen one on the right. `here` are the terms that stood on the
 * screen one came from: they come first.
 */
export function GlossaryScreen({ here }: { readonly here: readonly Term[] }) {
  const { look, canvas } = useCanvas()
  const { active } = useNavigation()
  const terms = [...here, ...GLOSSARY.filter((term) => !here.includes(term))]
  const [chosen, setChosen] = useState(terms[0]?.id ?? '')
  const keys = useKeys({ terms: { off: offWords.glossary } }, 'menu')
  const right = here.length > 0 ? screenWords.termsHere(here.length) : ''
  const room = drawScreen(canvas, { title: screenWords.glossary, right, keys })
  const shown = termNamed(chosen)
  const x = room.x + LIST_WIDTH + 2
  if (shown) drawTerm(canvas, { ...room, x, y: room.y + 1, width: room.width - LIST_WIDTH - 2 }, shown)
  return (
    <>
      <Painting canvas={canvas} palette={look.palette} />
      <Menu
        choices={terms.map(({ id, term }, i) => ({
          id,
          label: term,
          apart: i > 0 && i === here.length,
        }))}
        onMove={setChosen}
        onPick={setChosen}
        place={{ x: room.x, y: room.y + 1, width: LIST_WIDTH, height: room.height - 2 }}
        active={active}
      />
    </>
  )
}
