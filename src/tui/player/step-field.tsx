import { playerWords } from '../../words/player.ts'
import type { Rect } from '../canvas/canvas.ts'
import { TextField } from '../parts/text-field.tsx'
import type { Player } from './use-player.ts'

/** The field for the number of a step, on the last row of the film's room; nothing while no number is asked for. */
export function StepField({ player, room, active }: { player: Player; room: Rect; active: boolean }) {
  const { asksStep } = player
  if (!asksStep) return null
  const place = { x: room.x, y: room.y + room.height - 1, width: room.width }
  return <TextField prompt={playerWords.goto} place={place} active={active} onEnter={asksStep} />
}
