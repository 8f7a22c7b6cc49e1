import { screenWords } from '../../words/screens.ts'
import { Painting } from '../canvas/painting.tsx'
import { type ActionId, KEY_TABLE } from '../keys/key-table.ts'
import { drawScreen } from '../shell/frame.ts'
import { useCanvas } from '../shell/look.ts'
import { type Offer, useKeys } from '../shell/navigation.ts'

const KEYS_WIDTH = 16

/** The keys of the screen below: what each does, and for one that is off the reason why. */
export function HelpScreen({ offer }: { readonly offer: Offer }) {
  const { look, canvas } = useCanvas()
  const keys = useKeys({})
  const room = drawScreen(canvas, { title: screenWords.help, keys })
  canvas.text(room.x, room.y + 1, screenWords.helpHere, 'plain', room.width)
  const ids = Object.keys(offer.bindings) as ActionId[]
  const perColumn = room.height - 4
  const column = Math.floor(room.width / (ids.length > perColumn ? 2 : 1))
  ids.forEach((id, i) => {
    const { keys: names, help } = KEY_TABLE[id]
    const x = room.x + Math.floor(i / perColumn) * column
    const y = room.y + 3 + (i % perColumn)
    const binding = offer.bindings[id]
    const off = binding !== undefined && typeof binding !== 'function' ? binding.off : null
    canvas.text(x, y, names.join(' '), off === null ? 'key' : 'quiet', KEYS_WIDTH - 1)
    const text = off === null ? help : `${help}: ${off}`
    canvas.text(x + KEYS_WIDTH, y, text, off === null ? 'plain' : 'quiet', column - KEYS_WIDTH - 1)
  })
  if (offer.owner === 'menu')
    canvas.text(room.x, room.y + room.height - 1, screenWords.helpMenu, 'quiet', room.width)
  return <Painting canvas={canvas} palette={look.palette} />
}
