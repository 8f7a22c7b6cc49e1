import type { Task } from '../../../content/task.ts'

/** A line one can choose instead of typing it, and the interface line it stands under; empty for a global one. */
export type OfferedLine = { readonly under: string; readonly line: string }

const ENTERS = /^\s*interface\b/i

function offeredIn(text: string): OfferedLine[] {
  let under = ''
  const offered: OfferedLine[] = []
  for (const line of text.split('\n')) {
    const trimmed = line.trim()
    if (trimmed === '') continue
    if (ENTERS.test(line)) under = trimmed
    else offered.push({ under: line.startsWith(' ') ? under : '', line: trimmed })
  }
  return offered
}

/** The lines a task offers to choose from: those of its solutions and of its wrong tries, in the order of the alphabet. */
export function offeredLines({ solution, alternatives, wrong }: Task): OfferedLine[] {
  const texts = [solution, ...alternatives, ...wrong].map(({ lines }) => lines)
  const all = texts.flatMap(offeredIn)
  const unique = new Map(all.map((each) => [`${each.line} ${each.under}`, each]))
  return [...unique.keys()].sort().flatMap((key) => unique.get(key) ?? [])
}

/** What has been typed with one more line below, and the line of its interface where that is not the current one. */
export function withLine(draft: string, { under, line }: OfferedLine): string {
  const lines = draft.split('\n').filter((each) => each !== '')
  const current = lines.findLast((each) => ENTERS.test(each))?.trim() ?? ''
  if (under === '') return [...lines, line].join('\n')
  return [...lines, ...(current === under ? [] : [under]), ` ${line}`].join('\n')
}

/** What has been typed without its last line; an interface line that stands alone goes with it. */
export function withoutLast(draft: string): string {
  const lines = draft.split('\n').slice(0, -1)
  while (lines.length > 0 && ENTERS.test(lines.at(-1) ?? '')) lines.pop()
  return lines.join('\n')
}
