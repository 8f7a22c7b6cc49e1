import type { Lesson, Part } from '../content/lesson.ts'
import { blockText } from '../content/prose.ts'

/** A place in a lesson that holds what was looked for. */
export type Found = {
  readonly lesson: Lesson
  /** Index of the part. */
  readonly part: number
  /** The sentence it stands in, for the list. */
  readonly excerpt: string
}

function texts(part: Part): string[] {
  const questions = part.kind === 'film' || part.kind === 'question' ? part.predictions : []
  const goals = part.kind === 'task' ? part.task.goals.map(({ says }) => says) : []
  return [
    part.title,
    ...part.blocks.map(blockText),
    ...questions.flatMap(({ question, rule, answers }) => [
      question,
      rule,
      ...answers.map(({ text }) => text),
    ]),
    ...goals,
  ]
}

function excerptOf(part: Part, words: readonly string[]): string | null {
  const all = texts(part)
  const whole = all.join(' ').toLowerCase()
  if (!words.every((word) => whole.includes(word))) return null
  const sentences = all.flatMap((text) => text.split(/(?<=[.?!])\s+|\n/))
  const count = (sentence: string) => words.filter((word) => sentence.toLowerCase().includes(word)).length
  return sentences.reduce((best, each) => (count(each) > count(best) ? each : best), '')
}

/** Parts of lessons that hold every word of the query; those with it in a title first. An empty query finds nothing. */
export function searchLessons(lessons: readonly Lesson[], query: string): Found[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const found = lessons.flatMap((lesson) =>
    lesson.parts.flatMap((part, index): (Found & { inTitle: boolean })[] => {
      const titles = `${lesson.title} ${part.title}`.toLowerCase()
      const inTitle = words.every((word) => titles.includes(word))
      const excerpt = excerptOf(part, words) ?? (inTitle ? part.title : null)
      return excerpt === null ? [] : [{ lesson, part: index, excerpt, inTitle }]
    }),
  )
  return found
    .sort((a, b) => Number(b.inTitle) - Number(a.inTitle))
    .map(({ lesson, part, excerpt }) => ({ lesson, part, excerpt }))
}
