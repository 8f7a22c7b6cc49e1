import type { Rule } from '../rules/rule.ts'

/** A rule as SARIF describes it. */
export function sarifRule({ id, title, why, limits, references, kind }: Rule) {
  return {
    id,
    name: id.replace(/(^|[/-])(.)/g, (_, __, letter: string) => letter.toUpperCase()),
    shortDescription: { text: `${title}.` },
    fullDescription: { text: why },
    help: { text: `${why}\n\n${limits}` },
    defaultConfiguration: { level: kind === 'witnessed' ? 'warning' : 'note' },
    properties: { tags: ['security', ...references] },
  }
}

/** What results about lines that were not understood are results of: no rule found them, so that it stands behind all rules. */
export const NOT_UNDERSTOOD = {
  id: 'vlan-dojo/not-understood',
  name: 'NotUnderstood',
  shortDescription: { text: 'A line was not understood and leaves verdicts open.' },
  fullDescription: {
    text: 'What gets through at the ports that the line touches may come out otherwise than reported, so that it counts as a warning.',
  },
  help: {
    text: 'Where the line cannot matter, write a baseline that knows it. Where it does, what the attacks come to is for a person to say.',
  },
  defaultConfiguration: { level: 'none' },
  properties: { tags: ['security'] },
}
