import { shortPortName } from '../../../config/index.ts'

type Numbered = { readonly stem: string; readonly first: number; last: number }

function numbered(name: string): Numbered | null {
  const [, stem, number] = /^(.*?)(\d+)$/.exec(name) ?? []
  return stem === undefined || number === undefined
    ? null
    : { stem, first: Number(number), last: Number(number) }
}

/** Names of ports as people list them: `Gi1/0/1-24, Gi1/0/30`. */
export function portList(names: readonly string[]): string {
  const runs: (Numbered | string)[] = []
  for (const name of names.map(shortPortName)) {
    const port = numbered(name)
    const before = runs.at(-1)
    if (port && typeof before === 'object' && before.stem === port.stem && before.last + 1 === port.first)
      before.last = port.last
    else runs.push(port ?? name)
  }
  return runs
    .map((run) => {
      if (typeof run === 'string') return run
      return run.first === run.last ? `${run.stem}${run.first}` : `${run.stem}${run.first}-${run.last}`
    })
    .join(', ')
}
