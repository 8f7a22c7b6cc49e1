import { readdirSync } from 'node:fs'
import { cpus } from 'node:os'
import { type Bench, type Figure, holds } from './bench.ts'

/** Runs the benches named as arguments, else all (`bench/*.bench.ts`); ends with 1 where a figure is not what we claim. */
const asked = process.argv.slice(2)
const names = readdirSync(import.meta.dirname)
  .filter((file) => /\.bench\.tsx?$/.test(file))
  .map((file) => file.replace(/\.bench\.tsx?$/, ''))
  .filter((name) => asked.length === 0 || asked.includes(name))

console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model.trim()}`)
for (const name of names) {
  const { bench } = (await import(`./${name}.bench.ts`)) as { bench: Bench }
  console.log(`\n${name}: ${bench.about}`)
  for (const figure of await bench.run()) {
    console.log(`  ${line(figure)}`)
    if (!holds(figure)) process.exitCode = 1
  }
}

function line(figure: Figure): string {
  const { what, value, unit, atMost, atLeast } = figure
  const claim =
    atMost !== undefined ? `at most ${atMost}` : atLeast !== undefined ? `at least ${atLeast}` : ''
  const shown = value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
  const verdict = claim === '' ? '' : holds(figure) ? ` (${claim}: holds)` : ` (${claim}: MISSED)`
  return `${what.padEnd(44)} ${shown.padStart(12)} ${unit}${verdict}`
}
