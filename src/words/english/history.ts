/** What is said of a draft's history, in both faces. */
export const HISTORY_WORDS = {
  title: 'History of the changes',
  says: 'Each change with what the attacks came to behind it. The last is how it stands; choosing another takes back what came later.',
  start: 'as it was read',
  worked: (works: number, open: number) =>
    `${works === 1 ? '1 attack works' : `${works} attacks work`}${open > 0 ? `, ${open} open` : ''}`,
  down: (names: readonly string[]) => `DOWN: ${names.join(', ')}`,
} as const
