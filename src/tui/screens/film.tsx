import { useMemo } from 'react'
import type { Film } from '../../flow/film.ts'
import { reelOf } from '../../flow/playback.ts'
import { Painting } from '../canvas/painting.tsx'
import { drawPlayer } from '../player/draw-player.ts'
import { usePlayer } from '../player/use-player.ts'
import { drawScreen } from '../shell/frame.ts'
import { useCanvas } from '../shell/look.ts'
import { useKeys, useNavigation } from '../shell/navigation.ts'

/** A film by itself, from its start: the witness of a verdict on someone's own ports. */
export function FilmScreen({ title, film }: { readonly title: string; readonly film: Film }) {
  const { look, canvas } = useCanvas()
  const { active } = useNavigation()
  const reel = useMemo(() => reelOf(film), [film])
  const player = usePlayer({ film, reel, motion: look.motion, columns: look.columns, active })
  const keys = useKeys(player.bindings)
  const room = drawScreen(canvas, { title, keys })
  drawPlayer(canvas, room, player.view)
  return <Painting canvas={canvas} palette={look.palette} />
}
