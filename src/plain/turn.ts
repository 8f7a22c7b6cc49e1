import type { LessonAction } from '../flow/lesson.ts'
import type { LEAVE } from './prompt.ts'

/** What a person decided to do, or that they leave. */
export type Turn = LessonAction | typeof LEAVE
