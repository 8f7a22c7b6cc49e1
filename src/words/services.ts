import { SERVICE_WORDS } from './english/services.ts'

/** What is said of services, in the language of the person. */
export const serviceWords: typeof SERVICE_WORDS = SERVICE_WORDS
