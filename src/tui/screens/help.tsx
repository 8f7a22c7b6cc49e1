import { keyWords } from '../../words/keys.ts'
import { screenWords } from '../../words/screens.ts'
import { wrap } from '../canvas/glyphs.ts'
import { Painting } from '../canvas/painting.tsx'
import type { Role } from '../canvas/role.ts'
import { keyCaption } from '../keys/key-caption.ts'
import { type ActionId, KEY_TABLE } from '../keys/key-table.ts'
import { useScroll } from '../parts/use-scroll.ts'
import { drawScreen } from '../shell/frame.ts'
import { useCanvas } from '../shell/look.ts'
import { type Offer, useKeys, useNavigation } from '../shell/navigation.ts'

const KEYS_WIDTH = 16
const WIDEST = 90

type Row = { readonly keys: string; readonly text: string; readonly isOff: boolean }

/** What a screen offers, a line for each key; for one that is off the reason why. */
function rowsOf({ bindings }: Offer, width: number): Row[] {
  return (Object.keys(bindings) as ActionId[]).flatMap((id) => {
    const binding = bindings[id]
    const off = binding !== undefined && typeof binding !== 'function' ? binding.off : null
    const { help } = keyWords[id]
    const says = off === null ? help : screenWords.keyIsOff(help, off)
    const keys = KEY_TABLE[id].keys.map(keyCaption).join(' ')
    return wrap(says, width).map((text, i) => ({ keys: i === 0 ? keys : '', text, isOff: off !== null }))
  })
}

/** The keys of the screen below: what each does, and for one that is off the reason why. */
export function HelpScreen({ offer }: { readonly offer: Offer }) {
  const { look, canvas } = useCanvas()
  const width = Math.min(WIDEST, canvas.width - 4) - KEYS_WIDTH
  const rows = rowsOf(offer, width)
  const height = canvas.height - 7
  const { from, below, bindings } = useScroll(rows.length, height)
  const { leave } = useNavigation()
  const keys = useKeys({ ...bindings, help: leave })
  const room = drawScreen(canvas, { title: screenWords.help, keys })
  canvas.text(room.x, room.y, screenWords.helpHere, 'plain', room.width)
  rows.slice(from, from + height).forEach(({ keys: names, text, isOff }, i) => {
    const roles: readonly [Role, Role] = isOff ? ['quiet', 'quiet'] : ['key', 'plain']
    canvas.text(room.x, room.y + 2 + i, names, roles[0], KEYS_WIDTH - 1)
    canvas.text(room.x + KEYS_WIDTH, room.y + 2 + i, text, roles[1], width)
  })
  if (below > 0)
    canvas.text(room.x, room.y + room.height - 1, screenWords.linesBelow(below), 'quiet', room.width)
  return <Painting canvas={canvas} palette={look.palette} />
}
