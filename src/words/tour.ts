import { TOUR_WORDS } from './english/tour.ts'

/** What the tour tells of. */
export type TourStop = 'film' | 'tags' | 'why' | 'bytes' | 'question' | 'check' | 'around'

/** What the tour says, in the language of the person. */
export const tourWords: typeof TOUR_WORDS = TOUR_WORDS
