import { screenWords } from '../../words/screens.ts'
import { Painting } from '../canvas/painting.tsx'
import { drawKeyRows, keyRows } from '../keys/key-rows.ts'
import { useScroll } from '../parts/use-scroll.ts'
import { drawScreen } from '../shell/frame.ts'
import { useCanvas } from '../shell/look.ts'
import { type Offer, useKeys, useNavigation } from '../shell/navigation.ts'

/** The keys of the screen below: what each does, and for one that is off the reason why. */
export function HelpScreen({ offer }: { readonly offer: Offer }) {
  const { look, canvas } = useCanvas()
  const rows = keyRows(offer.bindings, canvas.width - 4)
  const height = canvas.height - 7
  const { from, below, bindings } = useScroll(rows.length, height)
  const { leave } = useNavigation()
  const keys = useKeys({ ...bindings, help: leave })
  const room = drawScreen(canvas, { title: screenWords.help, keys })
  canvas.text(room.x, room.y, screenWords.helpHere, 'plain', room.width)
  drawKeyRows(canvas, { ...room, y: room.y + 2, height }, rows.slice(from))
  if (below > 0)
    canvas.text(room.x, room.y + room.height - 1, screenWords.linesBelow(below), 'quiet', room.width)
  return <Painting canvas={canvas} palette={look.palette} />
}
