import { type Claim, readClaim } from './claim.ts'
import { type FilmSpec, readFilmSpec } from './film-spec.ts'
import { type Document, type Fence, readMarkdown, type Section } from './markdown.ts'
import { type Prediction, readPrediction } from './prediction.ts'
import { Collector, ContentProblem, type Loaded, type Place } from './problem.ts'
import type { Block } from './prose.ts'
import { readScene, type Scene } from './scene.ts'
import { readTask, type Task } from './task.ts'
import { YamlValue } from './yaml-value.ts'

/** What a learner can do afterwards, in Bloom's words. */
export const LEVELS = ['remember', 'understand', 'apply', 'analyse', 'evaluate', 'create'] as const
export type Level = (typeof LEVELS)[number]

/** What every part has: a heading and prose. */
type PartBase = { readonly place: Place; readonly title: string; readonly blocks: readonly Block[] }

/** A stretch of a lesson, one `## ` section. */
export type Part = PartBase &
  (
    | { readonly kind: 'read' }
    /** A film with the questions it stops for, in the order of the file. */
    | { readonly kind: 'film'; readonly film: FilmSpec; readonly predictions: readonly Prediction[] }
    /** Questions without a film of their own: the film before them is what they ask about. */
    | { readonly kind: 'question'; readonly predictions: readonly Prediction[] }
    | { readonly kind: 'task'; readonly task: Task }
    /** The last section: what to keep. */
    | { readonly kind: 'takeaway' }
  )

export type PartKind = Part['kind']
export type PartOf<K extends PartKind> = Extract<Part, { kind: K }>

/** A lesson, as its file says it. Plain JSON: the build turns ours into data. */
export type Lesson = {
  readonly place: Place
  /** From the file's name: `07-switch-spoofing.md` is lesson `switch-spoofing`, seventh in order. */
  readonly id: string
  readonly order: number
  readonly title: string
  /** What the learner can do afterwards, one sentence. */
  readonly objective: string
  readonly level: Level
  readonly minutes: number
  /** Ids of lessons that come first. */
  readonly needs: readonly string[]
  readonly scene: Scene
  readonly parts: readonly Part[]
  readonly claims: readonly Claim[]
}

const BLOCK_KINDS = ['scene', 'film', 'predict', 'task', 'claims'] as const
type BlockKind = (typeof BLOCK_KINDS)[number]

function blockKind(fence: Fence): BlockKind | null {
  const [word] = fence.words
  if (fence.language !== 'yaml') return null
  const kind = BLOCK_KINDS.find((each) => each === word)
  if (!kind) {
    const place = { ...fence.place, line: fence.place.line - 1 }
    throw new ContentProblem(
      place,
      `There is no block "yaml ${word ?? ''}". Known blocks: ${BLOCK_KINDS.join(', ')}.`,
    )
  }
  return kind
}

function yamlOf(fence: Fence): YamlValue {
  return YamlValue.read(fence.place, fence.text, fence.words[0] ?? '')
}

function readPart(section: Section, isLast: boolean, before: FilmSpec | null): Part {
  const base = { place: section.place, title: section.title, blocks: section.blocks }
  const of = (kind: BlockKind) => section.fences.filter((fence) => blockKind(fence) === kind)
  const [film, secondFilm] = of('film')
  const [task, secondTask] = of('task')
  const second = secondFilm ?? secondTask ?? (film && task)
  if (second)
    throw new ContentProblem(
      second.place,
      'One section holds one film or one task. Start a new "## " section.',
    )
  const predictions = of('predict').map((fence) => readPrediction(yamlOf(fence)))
  if (film) return { ...base, kind: 'film', film: readFilmSpec(yamlOf(film), before), predictions }
  if (task) return { ...base, kind: 'task', task: readTask(yamlOf(task)) }
  if (predictions.length > 0) {
    if (!before)
      throw new ContentProblem(
        section.place,
        'This section asks before there is a film. Put a "yaml film" block above.',
      )
    return { ...base, kind: 'question', predictions }
  }
  return { ...base, kind: isLast ? 'takeaway' : 'read' }
}

function readParts(sections: readonly Section[], collector: Collector): Part[] {
  let before: FilmSpec | null = null
  return sections.flatMap((section, index) => {
    const part = collector.attempt(() => readPart(section, index === sections.length - 1, before))
    if (part?.kind === 'film') before = part.film
    return part ?? []
  })
}

/** Ids that answers and tasks are remembered by must differ within a lesson. */
function checkIds(parts: readonly Part[], collector: Collector): void {
  const seen = new Set<string>()
  for (const part of parts) {
    const named =
      part.kind === 'task'
        ? [part.task]
        : part.kind === 'film' || part.kind === 'question'
          ? part.predictions
          : []
    for (const { id, place } of named) {
      collector.attempt(() => {
        if (seen.has(id))
          throw new ContentProblem(place, `The id "${id}" is used twice in this lesson. Choose another.`)
        seen.add(id)
      })
    }
  }
}

function readScenes(document: Document): Scene {
  const fences = document.sections.flatMap(({ fences: each }) => each)
  const [scene, second] = fences.filter((fence) => blockKind(fence) === 'scene')
  if (!scene)
    throw new ContentProblem(
      document.place,
      'The lesson has no scene. Add a block that opens with "```yaml scene".',
    )
  if (second)
    throw new ContentProblem(second.place, 'A lesson has one scene. Put the second into a lesson of its own.')
  return readScene(scene, fences)
}

const FILE_NAME = /(?:^|[\\/])(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/

/** Reads a lesson file. Every problem names the file, the line and the remedy. */
export function readLesson(file: string, text: string): Loaded<Lesson> {
  const collector = new Collector()
  const document = collector.attempt(() => readMarkdown(file, text))
  if (!document) return { ok: false, problems: collector.problems }
  const front = collector.attempt(() => {
    const [, order, id] = FILE_NAME.exec(file) ?? []
    if (!order || !id) {
      throw new ContentProblem(
        document.place,
        'The file name must be two digits, a hyphen and an id: "07-switch-spoofing.md".',
      )
    }
    const value = YamlValue.read(document.front.place, document.front.text, '')
    const fields = value.fields(['objective', 'level', 'minutes'], ['needs'])
    return {
      id,
      order: Number(order),
      objective: fields.objective.text(),
      level: fields.level.oneOf(LEVELS),
      minutes: fields.minutes.number(),
      needs: fields.needs?.list().map((each) => each.text()) ?? [],
    }
  })
  const scene = collector.attempt(() => readScenes(document))
  const parts = readParts(document.sections, collector)
  checkIds(parts, collector)
  const claims = document.sections
    .flatMap(({ fences }) =>
      fences.filter((fence) => fence.language === 'yaml' && fence.words[0] === 'claims'),
    )
    .flatMap((fence) => collector.attempt(() => yamlOf(fence).list().map(readClaim)) ?? [])
  if (!front || !scene || collector.problems.length > 0) return { ok: false, problems: collector.problems }
  return { ok: true, value: { place: document.place, title: document.title, ...front, scene, parts, claims } }
}
