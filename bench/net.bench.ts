import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import type { Bench, Figure } from './bench.ts'

/** The core as it ships, bundled: what runs sources directly wraps every function, which halves the speed. */
function bundled(folder: string): (figure: string, ...flags: string[]) => number {
  const outfile = join(folder, 'net-run.mjs')
  const entry = fileURLToPath(new URL('net-run.ts', import.meta.url))
  buildSync({ entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', outfile })
  return (figure, ...flags) =>
    Number(execFileSync(process.execPath, [...flags, outfile, figure], { encoding: 'utf8' }))
}

function figures(measured: (figure: string, ...flags: string[]) => number): Figure[] {
  // With its compiler on a thread beside it, one core's speed falls by half in some runs: by what V8 knows when it optimises the loop.
  const silent = measured('silent', '--no-concurrent-recompilation')
  const yardstick = measured('yardstick')
  const [few, some, many] = [measured('few'), measured('some'), measured('many')]
  const fewer = measured('fewer')
  const [someTrees, manyTrees] = [measured('someTrees'), measured('manyTrees')]
  const reads = measured('someReads') / measured('manyReads')
  // Events stay alive, so a full trace is bound by how often the collector copies them: by the size of its young generation.
  const roomy = measured('traced', '--max-semi-space-size=64')
  return [
    { what: 'deliveries a frame', value: measured('perFrame'), unit: '', atLeast: 47, atMost: 47 },
    {
      what: 'tracing off, compiler on the same core',
      value: silent,
      unit: 'deliveries/s',
      atLeast: 8_000_000,
    },
    { what: 'tracing off, as Node comes', value: measured('silent'), unit: 'deliveries/s' },
    { what: 'yardstick: copies of 64 bytes and look-ups', value: yardstick, unit: '/s' },
    { what: 'tracing off, against the yardstick', value: silent / yardstick, unit: '' },
    { what: 'full trace, young generation of 64 MB', value: roomy, unit: 'events/s', atLeast: 1_200_000 },
    { what: 'full trace, as Node comes', value: measured('traced'), unit: 'events/s' },
    { what: '10 switches', value: few, unit: 'deliveries/s' },
    { what: '250 switches', value: some, unit: 'deliveries/s' },
    { what: '1,000 switches', value: many, unit: 'deliveries/s' },
    { what: 'cost of a delivery, 800 frames over 200, at 1,000', value: fewer / many, unit: '', atMost: 1.3 },
    { what: 'cost of a delivery, 1,000 against 250 switches', value: some / many, unit: '' },
    // From some hundred switches on the state no longer fits the processor's caches: a read from memory of that size is dearer too.
    { what: 'the same, of a read from as much memory', value: reads, unit: '' },
    { what: 'the first against the second', value: some / many / reads, unit: '', atMost: 2 },
    { what: 'spanning trees of 1,000 switches full of loops', value: manyTrees, unit: 'switches/s' },
    { what: 'the same of a switch, 1,000 against 250', value: someTrees / manyTrees, unit: '', atMost: 2 },
  ]
}

export const bench: Bench = {
  about: '2 switches of 24 access ports, broadcasts of 64 bytes; one core, seconds of CPU',
  run: () => {
    const folder = mkdtempSync(join(tmpdir(), 'vlan-dojo-bench-'))
    try {
      return Promise.resolve(figures(bundled(folder)))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
