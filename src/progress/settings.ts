import type { Motion, Speed } from '../flow/pace.ts'

/** Palettes of the full screen. `mono` uses bold, reverse and underline only; `hc` is high contrast. */
export const THEMES = ['dark', 'light', 'hc', 'mono'] as const
export type Theme = (typeof THEMES)[number]

/** How a person wants the program to look. `auto` leaves the choice to what the terminal says of itself. */
export type Settings = {
  readonly theme: Theme | 'auto'
  readonly motion: Motion | 'auto'
  /** Draw with bytes below 0x80 only. */
  readonly ascii: boolean | 'auto'
  readonly speed: Speed
}

/** The settings of someone who never chose any. */
export const USUAL_SETTINGS: Settings = { theme: 'auto', motion: 'auto', ascii: 'auto', speed: 1 }
