/** What the first screen says, in both faces. */
export const HOME_WORDS = {
  start: (title: string, minutes: number) =>
    `Start here: ${title}, ${minutes} minutes. Or take the tour first.`,
  resume: (title: string, part: number, of: number) =>
    `Go on where you were: ${title}, part ${part} of ${of}.`,
  next: (title: string, minutes: number) => `Next: ${title}, ${minutes} minutes.`,
  review: (count: number) =>
    `${count === 1 ? 'One lesson is' : `${count} lessons are`} due for review: a few questions, about three minutes.`,
  check: 'Every lesson is done. Check the switches you have.',
  done: (done: number, of: number) => `${done} of ${of} lessons done`,
  state: { new: '', begun: 'begun', done: 'done', due: 'done, due for review' },
  part: (part: number, of: number) => `part ${part} of ${of}`,
  minutes: (minutes: number) => `${minutes} minutes.`,
  parts: 'Its parts',
  reviewEntry: 'Review',
  reviewSays: 'Questions from lessons of some days ago, under other numbers.',
  reviewNote: (count: number) => (count === 1 ? 'one lesson is due' : `${count} lessons are due`),
  checkEntry: 'Check a switch of yours',
  checkSays: 'Read a configuration, attack it in simulation, and work out the lines that close what is open.',
  draft: (device: string) => `Go on with ${device}`,
  draftSays: (path: string, changes: number) =>
    `A checklist that is not finished${path === '' ? '' : `: ${path}`}, ${changes === 1 ? 'one change' : `${changes} changes`} so far.`,
  tour: 'Tour of the program',
  tourSays: 'What the pictures mean and which keys there are, in two minutes.',
  search: 'Search',
  searchSays: 'Every sentence of every lesson, and the glossary, by words.',
  glossary: 'Glossary',
  glossarySays: 'Every term of the trade used here, in two sentences at most.',
  settings: 'Look and motion',
  settingsSays: 'Colours, motion, characters.',
  quit: 'Leave',
  quitSays: 'What you did is kept.',
} as const
