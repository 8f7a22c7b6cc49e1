import { MOTIONS } from '../flow/pace.ts'
import { screenWords } from '../words/screens.ts'
import { type Settings, THEMES } from './settings.ts'

/** Something that can be set, and how: `settings` is what choosing it changes. */
export type SettingChoice = {
  readonly id: string
  readonly name: string
  readonly text: string
  /** Whether it is set like that. */
  readonly isNow: boolean
  readonly settings: Partial<Settings>
}

/** Everything that can be set: colours, motion and characters. */
export function settingChoices(now: Settings): SettingChoice[] {
  const { theme: themeName, motion: motionName, glyphs: glyphsName, themes, motions, asciis } = screenWords
  return [
    ...(['auto', ...THEMES] as const).map((theme) => ({
      id: `theme-${theme}`,
      name: themeName,
      text: themes[theme],
      isNow: now.theme === theme,
      settings: { theme },
    })),
    ...(['auto', ...MOTIONS] as const).map((motion) => ({
      id: `motion-${motion}`,
      name: motionName,
      text: motions[motion],
      isNow: now.motion === motion,
      settings: { motion },
    })),
    ...(['auto', 'unicode', 'ascii'] as const).map((glyphs) => {
      const ascii = glyphs === 'auto' ? ('auto' as const) : glyphs === 'ascii'
      return {
        id: `glyphs-${glyphs}`,
        name: glyphsName,
        text: asciis[glyphs],
        isNow: now.ascii === ascii,
        settings: { ascii },
      }
    }),
  ]
}
