import type { Lesson } from '../content/lesson.ts'
import type { Io } from '../edge/io.ts'
import type { Store } from '../progress/store.ts'
import type { Talk } from './prompt.ts'

/** A conversation with all that it may touch: the world, what is kept, and the lessons there are. */
export type Sitting = Talk & { readonly io: Io; readonly store: Store; readonly lessons: readonly Lesson[] }
