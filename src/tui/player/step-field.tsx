import { playerWords } from '../../words/player.ts'
import { TextField } from '../parts/text-field.tsx'
import type { Player } from './use-player.ts'

/** The field for the number of a step, in the place of the bar; nothing while no number is asked for. */
export function StepField({ player, active }: { readonly player: Player; readonly active: boolean }) {
  const { asks, view } = player
  if (!asks) return null
  const place = { x: view.room.x, y: asks.row, width: view.room.width }
  return <TextField prompt={playerWords.goto} place={place} active={active} onEnter={asks.onEnter} />
}
