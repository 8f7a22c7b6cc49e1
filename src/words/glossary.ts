import { TERMS } from './english/glossary.ts'

/** A term of the trade. */
export type Term = {
  /** Stable name for links: lower case, words joined by hyphens. */
  readonly id: string
  readonly term: string
  /** Other spellings people meet, abbreviations written out, other vendors' words. */
  readonly also: readonly string[]
  /** Two sentences at most. */
  readonly meaning: string
  /** Ids of terms that explain more. */
  readonly see: readonly string[]
}

/** Every term, in the order of the alphabet. */
export const GLOSSARY: readonly Term[] = [...TERMS].sort((a, b) =>
  a.term.toLowerCase() < b.term.toLowerCase() ? -1 : 1,
)

/** The term with this id, or `null`. */
export function termNamed(id: string): Term | null {
  return GLOSSARY.find((each) => each.id === id) ?? null
}

const ID_BY_NAME = new Map(
  GLOSSARY.flatMap(({ id, term, also }) => [term, ...also].map((name) => [name.toLowerCase(), id] as const)),
)

/** Every name as whole words, in the singular, the plural or the past; the longest first, so that "native VLAN" is not "VLAN". */
const ANY_NAME = new RegExp(
  `(?<![a-z0-9-])(${[...ID_BY_NAME.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|')})(?:s|ed)?(?![a-z0-9-])`,
  'gi',
)

/** The terms a text uses, in the order of their first use: what a screen offers to explain. */
export function termsIn(text: string): Term[] {
  const ids = [...text.matchAll(ANY_NAME)].flatMap(
    ([, name]) => ID_BY_NAME.get(name?.toLowerCase() ?? '') ?? [],
  )
  return [...new Set(ids)].flatMap((id) => termNamed(id) ?? [])
}

/** The terms whose name, other names or meaning hold every word of the query; names first. An empty query finds all. */
export function findTerms(query: string): Term[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const names = ({ term, also }: Term) => [term, ...also].join(' ').toLowerCase()
  const byName = GLOSSARY.filter((term) => words.every((word) => names(term).includes(word)))
  const byMeaning = GLOSSARY.filter(
    (term) =>
      !byName.includes(term) &&
      words.every((word) => `${names(term)} ${term.meaning.toLowerCase()}`.includes(word)),
  )
  return [...byName, ...byMeaning]
}
