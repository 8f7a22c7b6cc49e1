import { describe, expect, test } from 'vitest'
import { USUAL_SETTINGS } from '../../src/progress/settings.ts'
import { paletteOf } from '../../src/tui/canvas/theme.ts'
import { asksBackground, coloursOf, tasteOf } from '../../src/tui/shell/taste.ts'

const ALL = 2 ** 24

describe('how many colours a terminal shows', () => {
  test.each([
    ['xterm', { TERM: 'xterm' }, 16],
    ['of 256 colours', { TERM: 'xterm-256color' }, 256],
    ['of tmux', { TERM: 'tmux-256color' }, 256],
    ['that says truecolor', { TERM: 'xterm-256color', COLORTERM: 'truecolor' }, ALL],
    ['that says 24bit', { TERM: 'screen', COLORTERM: '24bit' }, ALL],
    ['that says something else', { TERM: 'xterm', COLORTERM: 'yes' }, 16],
    ['known by its name', { TERM: 'xterm-kitty' }, ALL],
    ['known by its description', { TERM: 'xterm-direct' }, ALL],
    ['of Linux', { TERM: 'linux' }, 16],
    ['of glass', { TERM: 'vt220' }, 0],
    ['that is dumb', { TERM: 'dumb', COLORTERM: 'truecolor' }, 0],
    ['without a name', {}, 16],
    ['with NO_COLOR', { TERM: 'xterm-256color', NO_COLOR: '1' }, 0],
    ['with an empty NO_COLOR', { TERM: 'xterm-256color', NO_COLOR: '' }, 256],
    ['with both', { TERM: 'xterm', NO_COLOR: '1', FORCE_COLOR: '3' }, 0],
    ['with FORCE_COLOR=0', { COLORTERM: 'truecolor', FORCE_COLOR: '0' }, 0],
    ['with FORCE_COLOR=false', { COLORTERM: 'truecolor', FORCE_COLOR: 'false' }, 0],
    ['with FORCE_COLOR=1', { COLORTERM: 'truecolor', FORCE_COLOR: '1' }, 16],
    ['with FORCE_COLOR=2', { TERM: 'xterm', FORCE_COLOR: '2' }, 256],
    ['with FORCE_COLOR=3', { TERM: 'dumb', FORCE_COLOR: '3' }, ALL],
    ['with FORCE_COLOR=true', { TERM: 'vt220', FORCE_COLOR: 'true' }, 16],
    ['with FORCE_COLOR=true and more to show', { TERM: 'xterm-256color', FORCE_COLOR: 'true' }, 256],
    ['with an empty FORCE_COLOR', { TERM: 'vt220', FORCE_COLOR: '' }, 16],
  ] as const)('one %s', (_, env, colours) => {
    expect(coloursOf(env)).toBe(colours)
  })
})

describe('the palette', () => {
  test.each([
    ['dark', 0, undefined],
    ['mono', ALL, undefined],
    ['dark', 16, 'magentaBright'],
    ['hc', 16, 'magentaBright'],
    ['light', 16, 'magenta'],
    ['dark', 256, '#D55E00'],
    ['light', 256, '#A04000'],
    ['hc', 256, '#FF8C1A'],
    ['light', ALL, '#A04000'],
  ] as const)('of %s with %d colours draws an attack in %s', (theme, colours, colour) => {
    const { attack } = paletteOf(theme, colours)
    expect(attack).toEqual(colour === undefined ? { bold: true } : { color: colour, bold: true })
  })

  test('without colours, what is chosen is reversed and what holds is underlined', () => {
    const { here, holds } = paletteOf('dark', 0)
    expect({ here, holds }).toEqual({ here: { inverse: true }, holds: { underline: true } })
  })
})

describe('the theme', () => {
  test.each([
    ['what was chosen', 'hc', 'light', '0;15', 'hc'],
    ['what the terminal said', 'auto', 'light', '15;0', 'light'],
    ['what the terminal said, again', 'auto', 'dark', '0;15', 'dark'],
    ['a light background of the environment', 'auto', null, '0;15', 'light'],
    ['the same with three parts', 'auto', null, '0;default;15', 'light'],
    ['a dark background of the environment', 'auto', null, '15;0', 'dark'],
    ['nothing known', 'auto', null, undefined, 'dark'],
  ] as const)('follows %s', (_, theme, said, COLORFGBG, follows) => {
    expect(tasteOf({ ...USUAL_SETTINGS, theme }, said, { COLORFGBG }).theme).toBe(follows)
  })

  test.each([
    ['that shows colours', 'auto', 256, 'xterm-256color', 'linux', true],
    ['whose theme was chosen', 'light', 256, 'xterm-256color', 'linux', false],
    ['without colours', 'auto', 0, 'xterm-256color', 'linux', false],
    ['that is the console of Linux', 'auto', 16, 'linux', 'linux', false],
    ['of Windows', 'auto', ALL, undefined, 'win32', false],
  ] as const)('is asked of a terminal %s, or not', (_, theme, colours, TERM, platform, asks) => {
    expect(asksBackground(theme, colours, { TERM }, platform)).toBe(asks)
  })
})
