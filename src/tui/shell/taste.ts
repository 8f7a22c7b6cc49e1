import type { Motion } from '../../flow/pace.ts'
import type { Settings } from '../../progress/settings.ts'
import type { ThemeName } from '../canvas/theme.ts'

type Env = Readonly<Record<string, string | undefined>>

/** Colours by the environment: 0, 16, 256 or all of them. Ink's own colour library reads the same variables. */
export function coloursOf(env: Env): number {
  const { FORCE_COLOR, NO_COLOR, COLORTERM, TERM = '' } = env
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== 'true') {
    return [0, 16, 256][Number(FORCE_COLOR)] ?? 2 ** 24
  }
  if (NO_COLOR) return 0
  if (COLORTERM === 'truecolor' || COLORTERM === '24bit') return 2 ** 24
  return TERM.includes('256color') ? 256 : 16
}

/** Light where the terminal says that its background is light, as `COLORFGBG=0;15` does. */
export function backgroundOf(env: Env): 'dark' | 'light' {
  const background = env.COLORFGBG?.split(';').at(-1)
  return background === '7' || background === '15' ? 'light' : 'dark'
}

/** Whether text beyond ASCII can be shown, by the locale. */
export function showsUnicode(env: Env): boolean {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || ''
  return /utf-?8/i.test(locale)
}

/** Little motion where someone asked for it, in whatever way. */
export function motionOf(env: Env): Motion {
  return env.VLAN_DOJO_MOTION === 'off' || env.INK_SCREEN_READER === 'true' ? 'none' : 'full'
}

/** How the program looks to this person on this terminal. */
export type Taste = { readonly theme: ThemeName; readonly ascii: boolean; readonly motion: Motion }

/** What was asked for counts first, then what was kept, then what the terminal says of itself. */
export function tasteOf(kept: Settings, asked: Partial<Settings>, env: Env): Taste {
  const { theme, ascii, motion } = { ...kept, ...asked }
  return {
    theme: theme === 'auto' ? backgroundOf(env) : theme,
    ascii: ascii === 'auto' ? !showsUnicode(env) : ascii,
    motion: motion === 'auto' ? motionOf(env) : motion,
  }
}
