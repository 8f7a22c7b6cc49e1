import { LESSON_SCREEN_WORDS } from './english/lesson-screen.ts'

/** What the screens of a lesson say besides, in the language of the person. */
export const lessonScreenWords: typeof LESSON_SCREEN_WORDS = LESSON_SCREEN_WORDS
