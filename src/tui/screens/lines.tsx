import { useState } from 'react'
import type { DeviceReading } from '../../config/index.ts'
import { consoleWords } from '../../words/console.ts'
import { wrap } from '../canvas/glyphs.ts'
import { Painting } from '../canvas/painting.tsx'
import { TextField } from '../parts/text-field.tsx'
import { drawScreen } from '../shell/frame.ts'
import { useCanvas } from '../shell/look.ts'
import { useKeys, useNavigation } from '../shell/navigation.ts'

type LinesProps = {
  readonly reading: DeviceReading
  /** Gets the lines once an empty one ends them; Esc drops them. */
  readonly onLeave: (lines: readonly string[]) => void
}

/** Lines of configuration for a switch whose console is not simulated. */
export function LinesScreen({ reading, onLeave }: LinesProps) {
  const { look, canvas } = useCanvas()
  const { active, leave } = useNavigation()
  const [typed, setTyped] = useState<readonly string[]>([])
  const keys = useKeys({}, 'field')
  const room = drawScreen(canvas, { title: consoleWords.linesFor(reading.name), keys })
  const head = wrap(consoleWords.linesSay, room.width)
  canvas.lines(room.x, room.y, head, 'quiet', room.width)
  const y = room.y + head.length + 1
  const shown = typed.slice(-(room.height - head.length - 2))
  canvas.lines(room.x, y, shown, 'strong', room.width)
  const enter = (line: string) => {
    if (line.trim() !== '') return setTyped([...typed, line.trimEnd()])
    leave()
    onLeave(typed)
  }
  return (
    <>
      <Painting canvas={canvas} palette={look.palette} />
      <TextField
        prompt={consoleWords.linesPrompt}
        place={{ x: room.x, y: y + shown.length, width: room.width }}
        active={active}
        onEnter={enter}
      />
    </>
  )
}
