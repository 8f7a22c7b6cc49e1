import { changeSettings } from '../progress/progress.ts'
import { settingChoices } from '../progress/setting-choices.ts'
import { plainWords } from '../words/plain.ts'
import { screenWords } from '../words/screens.ts'
import { askChoice, LEAVE } from './prompt.ts'
import type { Sitting } from './sitting.ts'

/** Sets how the full screen looks and moves. Lines of text are the same under all of it. */
export async function settingsSession(sitting: Sitting): Promise<void> {
  const { page, store } = sitting
  page.heading(screenWords.settings, '=')
  page.say(plainWords.settings)
  for (;;) {
    const choices = settingChoices(store.progress().settings)
    const labels = choices.map(({ name, text, isNow }) =>
      plainWords.setting(name, text, isNow ? screenWords.chosen : ''),
    )
    const chosen = await askChoice(sitting, labels)
    const choice = chosen === LEAVE ? undefined : choices[chosen]
    if (!choice) return
    store.update((progress) => changeSettings(progress, choice.settings))
  }
}
