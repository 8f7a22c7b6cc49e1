/** What only the plain face says. A translation is a file like this one. */
export const PLAIN_WORDS = {
  enter: 'Enter goes on, b goes back, q leaves.',
  enterOnly: 'Enter goes on, q leaves.',
  enterReplay: (step: number) => `Enter goes on, r looks again from step ${step}, q leaves.`,
  number: (most: number) => `Type a number from 1 to ${most} and Enter; q leaves.`,
  numberOrZero: (most: number) => `Type a number from 0 to ${most} and Enter; q leaves.`,
  notOne: 'That is none of the numbers.',
  console: (device: string) =>
    `You are at ${device}, in configuration mode. Type lines; an empty line tries them.`,
  consoleHelp: ':hint shows a hint, :show the configuration, :clear takes your lines back, :quit leaves.',
  cleared: 'Your lines are gone.',
  linesSoFar: 'Your lines:',
  noLines: 'Nothing typed yet.',
  lessonDone: 'That was the lesson.',
  menu: 'What next?',
  review: (count: number) => `Review: ${count === 1 ? 'one lesson is' : `${count} lessons are`} due`,
  reviewOf: (title: string) => `From the lesson "${title}", with other numbers:`,
  reviewDone: 'That was the review.',
  status: { untouched: '', begun: ' (begun)', finished: ' (finished)' },
  leave: 'Leave',
  bye: 'Your answers are kept.',
  goOn: [
    'This is the plain transcript of the first lesson, since there is no terminal to draw on or to answer at.',
    'In a terminal, "npm start" shows it as a film you can stop, and asks before each turn.',
    '"npm start -- --plain" does the same in lines of text, with numbered answers; "npm start -- --help" lists the rest.',
  ],
} as const
