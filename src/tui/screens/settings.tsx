import { useState } from 'react'
import { MOTIONS } from '../../flow/pace.ts'
import { changeSettings } from '../../progress/progress.ts'
import { type Settings, THEMES } from '../../progress/settings.ts'
import { screenWords } from '../../words/screens.ts'
import { Painting } from '../canvas/painting.tsx'
import { type Choice, Menu } from '../parts/menu.tsx'
import { drawScreen } from '../shell/frame.ts'
import { useCanvas } from '../shell/look.ts'
import { useKeys, useNavigation } from '../shell/navigation.ts'
import { useProgram } from '../shell/program.ts'

type Change = { readonly choice: Choice; readonly settings: Partial<Settings> }

function changes(now: Settings): Change[] {
  const line = (
    id: string,
    label: string,
    text: string,
    isNow: boolean,
    settings: Partial<Settings>,
  ): Change => ({
    choice: { id, label: `${label.padEnd(12)}${text}${isNow ? ` ${screenWords.chosen}` : ''}` },
    settings,
  })
  return [
    ...(['auto', ...THEMES] as const).map((theme) =>
      line(`theme-${theme}`, screenWords.theme, screenWords.themes[theme], now.theme === theme, { theme }),
    ),
    ...(['auto', ...MOTIONS] as const).map((motion) =>
      line(`motion-${motion}`, screenWords.motion, screenWords.motions[motion], now.motion === motion, {
        motion,
      }),
    ),
    ...(['auto', 'unicode', 'ascii'] as const).map((glyphs) => {
      const ascii = glyphs === 'auto' ? 'auto' : glyphs === 'ascii'
      return line(`glyphs-${glyphs}`, screenWords.glyphs, screenWords.asciis[glyphs], now.ascii === ascii, {
        ascii,
      })
    }),
  ]
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
  const all = changes(kept)
  const pick = (id: string) => {
    const change = all.find(({ choice }) => choice.id === id)
    if (!change) return
    setKept(store.update((progress) => changeSettings(progress, change.settings)).settings)
    onChange()
  }
  const place = { x: room.x + 1, y: room.y + 3, width: room.width - 2, height: room.height - 4 }
  return (
    <>
      <Painting canvas={canvas} palette={look.palette} />
      <Menu choices={all.map(({ choice }) => choice)} onPick={pick} place={place} active={active} />
    </>
  )
}
