import { CONFIDENCE_WORDS, LESSON_WORDS } from './english/lesson.ts'

/** What stands around a lesson, in the language of the person. */
export const lessonWords: typeof LESSON_WORDS = LESSON_WORDS

/** How sure someone is, in words, in the order of the menu. */
export const confidenceWords: typeof CONFIDENCE_WORDS = CONFIDENCE_WORDS
