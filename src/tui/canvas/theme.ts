import type { Role } from './role.ts'

/** How a cell looks, in the words of Ink's Text. */
export type Look = {
  readonly color?: string
  readonly bold?: boolean
  readonly dimColor?: boolean
  readonly inverse?: boolean
  readonly underline?: boolean
}

/** A look for every role. */
export type Palette = Readonly<Record<Role, Look>>

/** The palettes by name. */
export type ThemeName = 'dark' | 'light' | 'hc' | 'mono'

/** Three colours that stay apart for every kind of colour vision, and one for text that rests. */
type Colours = {
  readonly attack: string
  readonly holds: string
  readonly caution: string
  readonly quiet: string
}

function coloured({ attack, holds, caution, quiet }: Colours): Palette {
  return {
    plain: {},
    quiet: { color: quiet },
    strong: { bold: true },
    title: { bold: true },
    attack: { color: attack, bold: true },
    holds: { color: holds, bold: true },
    caution: { color: caution },
    here: { inverse: true },
    key: { color: holds },
  }
}

/** Terminals that show 16 colours: no pair of these is red and green. */
const SIXTEEN: Colours = {
  attack: 'magentaBright',
  holds: 'cyanBright',
  caution: 'yellowBright',
  quiet: 'gray',
}
const SIXTEEN_LIGHT: Colours = { attack: 'magenta', holds: 'blue', caution: 'black', quiet: 'gray' }

const MANY: Readonly<Record<Exclude<ThemeName, 'mono'>, Colours>> = {
  dark: { attack: '#D55E00', holds: '#56B4E9', caution: '#F0E442', quiet: '#9A9A9A' },
  light: { attack: '#A04000', holds: '#005AB5', caution: '#6B5B00', quiet: '#5F5F5F' },
  hc: { attack: '#FF8C1A', holds: '#7CC8FF', caution: '#FFF36B', quiet: '#FFFFFF' },
}

const MONO: Palette = {
  plain: {},
  quiet: {},
  strong: { bold: true },
  title: { bold: true },
  attack: { bold: true },
  holds: { underline: true },
  caution: {},
  here: { inverse: true },
  key: { bold: true },
}

/** The palette of a theme on a terminal with this many colours. */
export function paletteOf(theme: ThemeName, colours: number): Palette {
  if (theme === 'mono' || colours < 8) return MONO
  if (colours < 256) return coloured(theme === 'light' ? SIXTEEN_LIGHT : SIXTEEN)
  return coloured(MANY[theme])
}
