import { useState } from 'react'
import { screenWords } from '../../words/screens.ts'
import { Painting } from '../canvas/painting.tsx'
import { type ActionId, KEY_TABLE } from '../keys/key-table.ts'
import { drawScreen } from '../shell/frame.ts'
import { useCanvas } from '../shell/look.ts'
import { type Offer, useKeys } from '../shell/navigation.ts'

const KEYS_WIDTH = 14
const WIDEST = 90

/** The keys of the screen below: what each does, and for one that is off the reason why. */
export function HelpScreen({ offer }: { readonly offer: Offer }) {
  const { look, canvas } = useCanvas()
  const [from, setFrom] = useState(0)
  const ids = Object.keys(offer.bindings) as ActionId[]
  const notes = offer.owner === 'menu' ? [screenWords.helpMenu] : []
  const rows = canvas.height - 8 - notes.length
  const last = Math.max(0, ids.length - rows)
  const keys = useKeys({
    down: from < last ? () => setFrom(from + 1) : { off: 'nothing is below' },
    up: from > 0 ? () => setFrom(from - 1) : { off: 'nothing is above' },
  })
  const room = drawScreen(canvas, { title: screenWords.help, keys })
  canvas.lines(room.x, room.y + 1, [screenWords.helpHere, ...notes], 'plain', room.width)
  const top = room.y + 3 + notes.length
  ids.slice(from, from + rows).forEach((id, i) => {
    const { keys: names, help } = KEY_TABLE[id]
    const binding = offer.bindings[id]
    const off = binding !== undefined && typeof binding !== 'function' ? binding.off : null
    const role = off === null ? 'plain' : 'quiet'
    canvas.text(room.x, top + i, names.join(' '), off === null ? 'key' : 'quiet', KEYS_WIDTH - 1)
    const text = off === null ? help : `${help} - not now: ${off}`
    canvas.text(room.x + KEYS_WIDTH, top + i, text, role, Math.min(WIDEST, room.width) - KEYS_WIDTH)
  })
  const below = ids.length - from - rows
  if (below > 0)
    canvas.text(room.x, room.y + room.height - 1, screenWords.helpMore(below), 'quiet', room.width)
  return <Painting canvas={canvas} palette={look.palette} />
}
