/** How sure someone is, in the order of the menu. */
export const CONFIDENCE_WORDS: Readonly<Record<'sure' | 'think' | 'guess', string>> = {
  sure: 'sure',
  think: 'I think so',
  guess: 'a guess',
}

/** A device's message as a sentence among others: its own full stop, or one of ours. */
function ended(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`
}

/** What stands around a lesson in both faces. A translation is a file like this one. */
export const LESSON_WORDS = {
  objective: (text: string) => `Afterwards you can: ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
  minutes: (minutes: number) => `About ${minutes} minutes.`,
  part: (number: number, of: number, title: string) => `Part ${number} of ${of}: ${title}`,
  step: (number: number, of: number) => `Step ${number} of ${of}.`,
  end: { reached: 'The attack reaches its target.', stopped: 'The attack is stopped.' },
  sentEnd: { reached: 'The frame arrives.', stopped: 'The frame does not arrive.' },
  migrated: { reached: 'The page arrives.', stopped: 'The page does not arrive.' },
  tampered: {
    reached: 'The page arrives as the attacker wrote it.',
    stopped: 'Nobody has changed the page.',
  },
  negotiated: { reached: 'The port is a trunk.', stopped: 'The port is an access port.' },
  question: 'Before the next step, a question.',
  questionAlone: 'A question.',
  dontKnow: "I don't know",
  howSure: 'How sure are you?',
  youSaid: (text: string) => `You said: ${text}`,
  youSaidNothing: 'You said that you do not know.',
  isSo: 'So it is.',
  notSo: (number: number, why: string) => `Not ${number}: ${why}`,
  happened: (what: string) => `What happens: ${what}`,
  rightAnswer: (text: string) => `The answer: ${text}`,
  rule: (text: string) => `The rule: ${text}`,
  lookAgain: (step: number) => `Look again from step ${step}.`,
  goals: 'The simulator checks:',
  goalMet: 'met',
  goalOpen: 'not met',
  refused: (line: string, answer: string) =>
    `The switch refuses "${line.trim()}": ${ended(answer)} The lines below it were not tried.`,
  hint: (number: number, of: number, text: string) => `Hint ${number} of ${of}: ${text}`,
  solved: 'All goals are met.',
  whichLine: 'Which line did it?',
  lineDidIt: (line: string) => `Without "${line.trim()}" a goal is not met.`,
  lineDidNot: (line: string) => `Without "${line.trim()}" every goal is still met: it was another line.`,
  decisive: (lines: readonly string[]) =>
    `Needed by the goals: ${lines.map((line) => line.trim()).join('; ')}.`,
  reference: 'The reference solution:',
  alternative: 'Another one that meets the goals:',
  again: 'The same film with your lines:',
  partsAt: (step: number) => `The two films part at step ${step}.`,
  takeaway: 'To keep',
} as const
