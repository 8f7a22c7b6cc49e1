import type { Film } from '../../flow/film.ts'
import { playerWords } from '../../words/player.ts'
import { tell } from '../../words/tell.ts'
import { clip } from '../canvas/glyphs.ts'
import { Painting } from '../canvas/painting.tsx'
import { Menu } from '../parts/menu.tsx'
import { drawScreen } from '../shell/frame.ts'
import { useCanvas } from '../shell/look.ts'
import { useKeys, useNavigation } from '../shell/navigation.ts'

type StepsProps = {
  readonly film: Film
  readonly captionOf: (step: number) => string | null
  /** The step that is shown now. */
  readonly now: number
  /** The last step that may be shown: what lies behind an open question is not told. */
  readonly upTo: number
  readonly onPick: (step: number) => void
}

/** Every step of a film in a line; where the attack acts it is marked. Choosing one goes there. */
export function StepsScreen({ film, captionOf, now, upTo, onPick }: StepsProps) {
  const { look, canvas } = useCanvas()
  const { active, leave } = useNavigation()
  const keys = useKeys({}, 'menu')
  const room = drawScreen(canvas, { title: playerWords.allSteps, keys })
  const width = room.width - 2
  const behind = film.steps.length - 1 - upTo
  const says =
    behind > 0 ? `${playerWords.stepsSay} ${playerWords.stepsBehind(behind)}` : playerWords.stepsSay
  canvas.text(room.x + 1, room.y, says, 'plain', width)
  const place = { x: room.x + 1, y: room.y + 2, width, height: room.height - 2 }
  const choices = film.steps.slice(0, upTo + 1).map(({ index, attack, main }) => {
    const sentence = captionOf(index) ?? tell(film.trace, main)
    const label = `${`${index + 1}`.padStart(3)} ${attack ? '◆' : ' '} ${sentence}`
    return { id: `${index}`, label: clip(label, width - 4) }
  })
  return (
    <>
      <Painting canvas={canvas} palette={look.palette} />
      <Menu
        choices={choices}
        from={`${now}`}
        place={place}
        active={active}
        onPick={(id) => {
          leave()
          onPick(Number(id))
        }}
      />
    </>
  )
}
