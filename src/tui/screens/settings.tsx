import { useState } from 'react'
import { changeSettings } from '../../progress/progress.ts'
import { type SettingChoice, settingChoices } from '../../progress/setting-choices.ts'
import { screenWords } from '../../words/screens.ts'
import { Painting } from '../canvas/painting.tsx'
import { type Choice, Menu } from '../parts/menu.tsx'
import { drawScreen } from '../shell/frame.ts'
import { useCanvas } from '../shell/look.ts'
import { useKeys, useNavigation } from '../shell/navigation.ts'
import { useProgram } from '../shell/program.ts'

/** Columns of what is set, in front of how. */
const NAME = 12

function labelled({ id, name, text, isNow }: SettingChoice): Choice {
  return { id, label: `${name.padEnd(NAME)}${text}${isNow ? ` ${screenWords.chosen}` : ''}` }
}

/** Colours, motion and characters: a line for each, taken at once and kept. */
export function SettingsScreen({ onChange }: { readonly onChange: () => void }) {
  const { look, canvas } = useCanvas()
  const { active } = useNavigation()
  const { store } = useProgram()
  const [kept, setKept] = useState(store.progress().settings)
  const keys = useKeys({}, 'menu')
  const room = drawScreen(canvas, { title: screenWords.settings, keys })
  canvas.text(room.x + 1, room.y + 1, screenWords.settingsSay, 'plain', room.width - 2)
  const all = settingChoices(kept)
  const pick = (id: string) => {
    const change = all.find((each) => each.id === id)
    if (!change) return
    setKept(store.update((progress) => changeSettings(progress, change.settings)).settings)
    onChange()
  }
  const place = { x: room.x + 1, y: room.y + 3, width: room.width - 2, height: room.height - 4 }
  return (
    <>
      <Painting canvas={canvas} palette={look.palette} />
      <Menu choices={all.map(labelled)} onPick={pick} place={place} active={active} />
    </>
  )
}
