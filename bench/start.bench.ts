import { join } from 'node:path'
import { spawn } from '@lydell/node-pty'
import { buildInto, bundle } from '../src/dev/build.ts'
import { type Bench, median } from './bench.ts'
import { inFolder } from './bundled.ts'

const ROUNDS = 13

/** Milliseconds from start to this text in a terminal, or to the end where no text is awaited. */
function startTime(args: readonly string[], text: string | null, home: string): Promise<number> {
  const { CI: _ci, NODE_ENV: _env, ...env } = process.env
  const began = performance.now()
  const pty = spawn(process.execPath, [...args], {
    name: 'xterm-256color',
    cols: 80,
    rows: 24,
    env: { ...env, VLAN_DOJO_HOME: home },
  })
  return new Promise((resolve) => {
    let seen = ''
    let time = 0
    pty.onData((data) => {
      seen += data
      if (time > 0 || text === null || !seen.includes(text)) return
      time = performance.now() - began
      pty.kill('SIGKILL')
    })
    pty.onExit(() => resolve(time || performance.now() - began))
  })
}

/** From start to the first screen, beside the least that can be: a process of Node, and one Ink screen with one menu. */
export const bench: Bench = {
  about: `from start to first screen in a terminal, medians of ${ROUNDS} interleaved rounds`,
  run: () =>
    inFolder(async (folder) => {
      await buildInto(join(folder, 'dist'))
      await bundle(['bench/bare-menu.tsx'], join(folder, 'bare'))
      const node: number[] = []
      const bare: number[] = []
      const ours: number[] = []
      const help: number[] = []
      for (let round = 0; round <= ROUNDS; round += 1) {
        const times = [
          await startTime(['-e', '0'], null, folder),
          await startTime([join(folder, 'bare', 'bare-menu.js')], 'bare menu', folder),
          await startTime([join(folder, 'dist', 'cli.js')], 'vlan-dojo', folder),
          await startTime([join(folder, 'dist', 'cli.js'), '--help'], null, folder),
        ] as const
        // The first round warms the disk cache.
        if (round === 0) continue
        node.push(times[0])
        bare.push(times[1])
        ours.push(times[2])
        help.push(times[3])
      }
      return [
        { what: 'node -e 0', value: median(node), unit: 'ms' },
        { what: 'one bare Ink screen with one menu', value: median(bare), unit: 'ms' },
        { what: 'vlan-dojo to its first screen', value: median(ours), unit: 'ms' },
        { what: 'vlan-dojo --help', value: median(help), unit: 'ms' },
        { what: 'first screen / bare Ink screen', value: median(ours) / median(bare), unit: '', atMost: 1.4 },
        { what: 'first screen / node -e 0', value: median(ours) / median(node), unit: '', atMost: 4.5 },
      ]
    }),
}
