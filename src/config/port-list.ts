import { shortPortName } from './port-name.ts'

type Run = { readonly stem: string; readonly first: number; last: number } | { readonly name: string }

function numbered(name: string): Run {
  const [, stem, number] = /^(.*?)(\d+)$/.exec(name) ?? []
  return stem === undefined || number === undefined
    ? { name }
    : { stem, first: Number(number), last: Number(number) }
}

function lengthOf(run: Run): number {
  return 'name' in run ? 1 : run.last - run.first + 1
}

function said(run: Run): string {
  if ('name' in run) return run.name
  return run.first === run.last ? `${run.stem}${run.first}` : `${run.stem}${run.first}-${run.last}`
}

/** Names of ports as people list them: `Gi1/0/1-24, Gi1/0/30`; what is more than `most` of these is counted: `and 14 more`. */
export function portList(names: readonly string[], most = Number.POSITIVE_INFINITY): string {
  const runs: Run[] = []
  for (const name of names.map(shortPortName)) {
    const port = numbered(name)
    const before = runs.at(-1)
    const follows =
      before &&
      'stem' in before &&
      'stem' in port &&
      before.stem === port.stem &&
      before.last + 1 === port.first
    if (follows) before.last++
    else runs.push(port)
  }
  const named = runs.length > most ? runs.slice(0, most - 1) : runs
  const rest = runs.slice(named.length).reduce((sum, run) => sum + lengthOf(run), 0)
  return `${named.map(said).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

/** Runs of ports that a sentence names. */
const FEW = 6

/** The same for a sentence: of a long list the rest is counted. */
export function fewPorts(names: readonly string[]): string {
  return portList(names, FEW)
}
