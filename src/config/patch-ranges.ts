import type { RangeStyle } from './cli-dialect.ts'
import type { PatchLine, PortBlock } from './patch.ts'
import { readPortName } from './port-name.ts'

/** Most parts of an `interface range`, as IOS takes them. */
const MOST_PARTS = 5

/** The blocks with those of equal lines as one, under a range of their ports. */
export function inRanges(blocks: readonly PortBlock[], style: RangeStyle): PatchLine[] {
  const groups = new Map<string, PortBlock[]>()
  for (const block of blocks) {
    const key = JSON.stringify(block.lines.slice(1))
    const group = groups.get(key)
    if (group) group.push(block)
    else groups.set(key, [block])
  }
  return [...groups.values()].flatMap((group) => {
    const [sample] = group
    const [, ...lines] = sample?.lines ?? []
    return rangesOf(
      group.map(({ port }) => port),
      style,
    ).flatMap(({ text, ports }) => [
      { line: `interface ${ports.length > 1 ? style.word : ''}${text}`, ports, mayCut: null },
      ...lines.map((line) => ({ ...line, ports })),
    ])
  })
}

/** Ports under one header. */
type Range = { readonly text: string; readonly ports: readonly string[] }

function rangesOf(ports: readonly string[], { to, and }: RangeStyle): Range[] {
  const parts = runsOf(ports).map((run) => ({ text: runText(run, to), ports: run }))
  const ranges: Range[] = []
  for (let at = 0; at < parts.length; at += MOST_PARTS) {
    const some = parts.slice(at, at + MOST_PARTS)
    ranges.push({
      text: some.map(({ text }) => text).join(and),
      ports: some.flatMap((part) => part.ports),
    })
  }
  return ranges
}

/** Ports whose numbers follow one another on one card, together. */
function runsOf(ports: readonly string[]): string[][] {
  const runs: string[][] = []
  for (const port of ports) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last !== undefined && follows(last, port)) run.push(port)
    else runs.push([port])
  }
  return runs
}

function follows(before: string, port: string): boolean {
  const [a, b] = [split(before), split(port)]
  return a !== null && b !== null && a.stem === b.stem && a.number + 1 === b.number
}

/** A name before its last number, and that number; null for a sub-interface or what is no port. */
function split(port: string): { readonly stem: string; readonly number: number } | null {
  const name = readPortName(port)
  const number = /\d+$/.exec(port)?.[0]
  if (!name || name.sub !== null || number === undefined) return null
  return { stem: port.slice(0, port.length - number.length), number: Number(number) }
}

function runText(run: readonly string[], to: string): string {
  const [first = ''] = run
  const last = split(run.at(-1) ?? '')
  return run.length === 1 || !last ? first : `${first}${to}${last.number}`
}
