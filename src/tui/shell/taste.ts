import type { Background } from '../../edge/terminal/background-colour.ts'
import type { Motion } from '../../flow/pace.ts'
import type { Settings } from '../../progress/settings.ts'
import type { ThemeName } from '../canvas/theme.ts'

type Env = Readonly<Record<string, string | undefined>>

/** Terminals that show every colour and say so only in their name, which is all that reaches the other end of a line. */
const FULL_COLOUR = /^(xterm-(kitty|ghostty)|wezterm|alacritty|foot)|-direct$/
/** Terminals without colours, but with bold and reverse. */
const NO_COLOUR = /^(dumb|unknown|vt\d+)$/

/**
 * How many colours the terminal shows: 0, 16, 256 or all of them. NO_COLOR counts before FORCE_COLOR, which names a number as Node
 * reads it; otherwise the terminal is taken at its word.
 */
export function coloursOf({ NO_COLOR, FORCE_COLOR, COLORTERM, TERM = '' }: Env): number {
  if (NO_COLOR || FORCE_COLOR === 'false') return 0
  const forced = FORCE_COLOR ? [0, 16, 256, 2 ** 24][Number(FORCE_COLOR)] : undefined
  if (forced !== undefined) return forced
  if (TERM !== 'dumb' && (COLORTERM === 'truecolor' || COLORTERM === '24bit' || FULL_COLOUR.test(TERM))) {
    return 2 ** 24
  }
  if (TERM.includes('256color')) return 256
  return NO_COLOUR.test(TERM) && FORCE_COLOR === undefined ? 0 : 16
}

/** What the environment says of the background, `COLORFGBG=0;15` for a light one; dark where it says nothing. */
export function backgroundOf(env: Env): Background {
  const background = env.COLORFGBG?.split(';').at(-1)
  return background === '7' || background === '15' ? 'light' : 'dark'
}

/**
 * Whether the terminal itself is asked for its background: where the theme is to follow it, and colours are shown. The console of
 * Linux is black and prints the question; that of Windows gives the answer as keys.
 */
export function asksBackground(
  theme: Settings['theme'],
  colours: number,
  env: Env,
  platform: NodeJS.Platform = process.platform,
): boolean {
  return theme === 'auto' && colours > 0 && env.TERM !== 'linux' && platform !== 'win32'
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

/**
 * What was asked for counts first, then what was kept, then what the terminal said its background is (null where it did not), then
 * the environment.
 */
export function tasteOf({ theme, ascii, motion }: Settings, said: Background | null, env: Env): Taste {
  return {
    theme: theme === 'auto' ? (said ?? backgroundOf(env)) : theme,
    ascii: ascii === 'auto' ? !showsUnicode(env) : ascii,
    motion: motion === 'auto' ? motionOf(env) : motion,
  }
}
