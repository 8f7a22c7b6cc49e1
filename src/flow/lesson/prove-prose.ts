import type { Lesson } from '../../content/lesson.ts'
import { type Collector, ContentProblem } from '../../content/problem.ts'
import { blockText, sentencesOf } from '../../content/prose.ts'

/** Marks of Markdown do not count where a claim quotes a sentence. */
function bare(text: string): string {
  return text.replace(/[`*]/g, '').replace(/\s+/g, ' ').trim()
}

/** The names of devices and ports: their digits state nothing. */
function namesIn({ scene }: Lesson): RegExp {
  const devices = [...scene.switches, ...scene.stations].map(({ name }) => name)
  return new RegExp(`\\b(?:${devices.join('|')}|(?:Gi|Fa|Te|Eth)\\d+(?:/\\d+)*)\\b`, 'g')
}

/** Every claim quotes a sentence of the prose; every sentence with a number or a command is quoted by one. */
export function proveProse(lesson: Lesson, collector: Collector): void {
  const blocks = lesson.parts.flatMap((part) => part.blocks)
  const prose = bare(blocks.map(blockText).join(' '))
  for (const { says, place } of lesson.claims) {
    collector.attempt(() => {
      if (!prose.includes(bare(says))) {
        throw new ContentProblem(
          place,
          `No section of the lesson says "${says}". Quote the sentence word by word.`,
        )
      }
    })
  }
  const names = namesIn(lesson)
  const claimed = lesson.claims.map(({ says }) => bare(says))
  for (const { text, line, hasCode } of sentencesOf(blocks)) {
    collector.attempt(() => {
      const states = /\d/.test(text.replace(names, '')) || hasCode
      if (states && !claimed.some((claim) => bare(text).includes(claim) || claim.includes(bare(text)))) {
        throw new ContentProblem(
          { file: lesson.place.file, line },
          `The sentence "${text}" has a number or a command and no claim. Quote it in a "yaml claims" block with "holds" or "source".`,
        )
      }
    })
  }
}
