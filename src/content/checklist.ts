import type { AttackId } from '../attacks/attack.ts'
import { ATTACKS } from '../attacks/index.ts'
import { RULE_IDS } from '../rules/index.ts'
import { PURPOSES, type Purpose } from '../rules/purpose.ts'
import type { RuleId } from '../rules/rule.ts'
import { Collector, ContentProblem, type Loaded, type Place } from './problem.ts'
import { type Span, spansOf } from './prose.ts'
import { readHead, type TextLines } from './text-lines.ts'
import { YamlValue } from './yaml-value.ts'

/** One `- [ ]` line that a person can carry into a change window. */
export type ChecklistItem = {
  readonly place: Place
  /** Short and stable, as people say it: `N2`. */
  readonly id: string
  readonly says: readonly Span[]
  readonly why: readonly Span[]
  /** What it takes, and what it may break. */
  readonly cost: readonly Span[]
  /** The purposes of ports that it is about; empty where it is about the switch or its surroundings. */
  readonly purposes: readonly Purpose[]
  /** Rules that check it. Without any it is the person's to tick. */
  readonly rules: readonly RuleId[]
  /** Attacks that it stops. */
  readonly attacks: readonly AttackId[]
}

/** Items that belong together, under one `## ` heading. */
export type ChecklistGroup = { readonly title: string; readonly items: readonly ChecklistItem[] }

/** A checklist, as its file says it. Plain JSON. */
export type Checklist = {
  readonly place: Place
  /** The file's name without its ending. */
  readonly id: string
  readonly title: string
  /** What it is for, one sentence. */
  readonly about: string
  readonly minutes: number
  readonly intro: readonly Span[]
  readonly groups: readonly ChecklistGroup[]
}

const ITEM = /^- \[[ x]\] \*\*([A-Z]\d{1,2})\*\* (.+)$/
const FIELD = /^ {2}- ([A-Z][a-z]+): (.+)$/
const FIELDS = ['Why', 'Cost', 'Ports', 'Rules', 'Attacks'] as const
const REQUIRED = ['Why', 'Cost'] as const

type Field = { readonly place: Place; readonly text: string }

function fieldsBelow(lines: TextLines): Map<string, Field> {
  const fields = new Map<string, Field>()
  while (/^ {2}\S/.test(lines.line ?? '')) {
    const { place } = lines
    const [, name, text] = FIELD.exec(lines.take()) ?? []
    if (!name || !text || !FIELDS.some((each) => each === name)) {
      throw new ContentProblem(
        place,
        `Below an item stand lines such as "  - Why: ...". Known ones: ${FIELDS.join(', ')}.`,
      )
    }
    fields.set(name, { place, text })
  }
  return fields
}

function words<T extends string>(field: Field | undefined, known: readonly T[]): T[] {
  if (!field) return []
  return field.text.split(',').map((part) => {
    const word = part.replace(/`/g, '').trim()
    const found = known.find((each) => each === word)
    if (!found)
      throw new ContentProblem(field.place, `"${word}" is not known here. Choose from ${known.join(', ')}.`)
    return found
  })
}

function readItem(lines: TextLines): ChecklistItem {
  const { place } = lines
  const [, id, says] = ITEM.exec(lines.take()) ?? []
  const fields = fieldsBelow(lines)
  if (!id || !says) throw new ContentProblem(place, 'An item has the form "- [ ] **N2** What to do."')
  const missing = REQUIRED.find((name) => !fields.has(name))
  if (missing) throw new ContentProblem(place, `The item ${id} lacks a line "  - ${missing}: ...".`)
  return {
    place,
    id,
    says: spansOf(says),
    why: spansOf(fields.get('Why')?.text ?? ''),
    cost: spansOf(fields.get('Cost')?.text ?? ''),
    purposes: words(fields.get('Ports'), PURPOSES),
    rules: words(fields.get('Rules'), RULE_IDS),
    attacks: words(fields.get('Attacks'), Object.keys(ATTACKS) as AttackId[]),
  }
}

function readGroup(lines: TextLines, collector: Collector): ChecklistGroup {
  const title = lines.take().slice(3).trim()
  const items: ChecklistItem[] = []
  while (lines.line !== undefined && !lines.line.startsWith('## ')) {
    if (lines.line.trim() === '') lines.take()
    else if (lines.line.startsWith('- ')) {
      const item = collector.attempt(() => readItem(lines))
      if (item) items.push(item)
    } else {
      const { place } = lines
      lines.take()
      collector.attempt(() => {
        throw new ContentProblem(
          place,
          'Below a heading stand items, "- [ ] **N2** What to do.", and nothing else.',
        )
      })
    }
  }
  return { title, items }
}

/** Reads a checklist file. Every problem names the file, the line and the remedy. */
export function readChecklist(file: string, text: string): Loaded<Checklist> {
  const collector = new Collector()
  const head = collector.attempt(() => readHead(file, text))
  if (!head) return { ok: false, problems: collector.problems }
  const { lines, front, title, place } = head
  const fields = collector.attempt(() => {
    const { about, minutes } = YamlValue.read(front.place, front.text, '').fields(['about', 'minutes'])
    return { about: about.text(), minutes: minutes.number() }
  })
  const intro: string[] = []
  while (lines.line !== undefined && !lines.line.startsWith('## ')) intro.push(lines.take().trim())
  const groups: ChecklistGroup[] = []
  while (lines.line !== undefined) groups.push(readGroup(lines, collector))
  const items = groups.flatMap((group) => group.items)
  for (const [at, item] of items.entries()) {
    collector.attempt(() => {
      if (items.findIndex(({ id }) => id === item.id) < at) {
        throw new ContentProblem(item.place, `The id ${item.id} is used twice. Choose another.`)
      }
    })
  }
  const id = file.replace(/^.*[\\/]/, '').replace(/\.md$/, '')
  if (!fields || collector.problems.length > 0) return { ok: false, problems: collector.problems }
  return { ok: true, value: { place, id, title, ...fields, intro: spansOf(intro.join(' ').trim()), groups } }
}
