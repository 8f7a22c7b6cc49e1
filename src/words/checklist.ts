import { CHECKLIST_WORDS } from './english/checklist.ts'

/** What stands around a checklist, in the language of the person. */
export const checklistWords: typeof CHECKLIST_WORDS = CHECKLIST_WORDS
