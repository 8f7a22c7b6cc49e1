import { fileURLToPath } from 'node:url'
import type { Lesson } from './lesson.ts'
import { readLesson } from './lesson.ts'
import { readFolder, wholeFolder } from './read-folder.ts'

const folder = fileURLToPath(new URL('../../lessons', import.meta.url))

/** Our lessons in their order. The build turns them into data, so what ships reads no Markdown for them. */
export const LESSONS: readonly Lesson[] = [...wholeFolder(readFolder(folder, 'lessons', readLesson))].sort(
  (a, b) => a.order - b.order,
)
