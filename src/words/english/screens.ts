/** What screens say that belongs to no lesson, checklist or rule. */
export const SCREEN_WORDS = {
  program: 'vlan-dojo',
  tooSmall: (columns: number, rows: number) =>
    `vlan-dojo needs 80x24, this terminal is ${columns}x${rows}. Make it larger, or leave with q: vlan-dojo --plain works at any size.`,
  help: 'Keys',
  helpHere: 'What works here, and why something does not. Esc goes back.',
  keyIsOff: (help: string, why: string) => `${help} - not now: ${why}`,
  linesBelow: (count: number) => `${count} more below: ↓ or j`,
  search: 'Search',
  searchFor: 'Words:',
  searchSays: 'Enter looks for all of them in every lesson and in the glossary.',
  found: (count: number, query: string) => `${count} places with "${query}". / looks again.`,
  nothingFound: (query: string) => `No lesson has "${query}".`,
  review: 'Review',
  reviewSays: 'From lessons of some days ago, under other numbers.',
  nothingDue: 'Nothing is due. Esc goes back.',
  glossary: 'Glossary',
  termsHere: (count: number) =>
    count === 1
      ? 'the first stands on the screen you left'
      : `the first ${count} stand on the screen you left`,
  see: 'see also',
  also: 'also called',
  settings: 'Look and motion',
  settingsSay: 'Kept for the next time. An option on the command line counts for one run only.',
  theme: 'Colours',
  motion: 'Motion',
  glyphs: 'Characters',
  auto: 'as the terminal says',
  themes: {
    auto: 'as the terminal says',
    dark: 'for a dark background',
    light: 'for a light background',
    hc: 'high contrast',
    mono: 'none: bold and reverse only',
  },
  motions: {
    auto: 'full, unless asked otherwise',
    full: 'frames travel',
    steps: 'frames jump from end to end',
    none: 'nothing runs by itself',
  },
  asciis: { auto: 'as the locale says', unicode: 'box drawing', ascii: 'ASCII only' },
  chosen: '(now)',
} as const
