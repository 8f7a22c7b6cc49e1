import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type IPty, spawn } from '@lydell/node-pty'
import { buildInto } from '../src/dev/build.ts'
import { type Bench, median } from './bench.ts'
import { inFolder } from './bundled.ts'

const PRESSES = 120
/** Milliseconds between keys: no multiple of what stands between two pictures of the film. */
const BETWEEN = 87

const CONFIG =
  'hostname SW1\n!\ninterface GigabitEthernet0/1\n!\ninterface GigabitEthernet0/24\n switchport mode trunk\n!\nend\n'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Milliseconds until the terminal shows this, from the moment that `act` is done. */
function shows(pty: IPty, text: string, act: () => void = () => {}): Promise<number> {
  return new Promise((resolve) => {
    let seen = ''
    const listening = pty.onData((data) => {
      seen += data
      if (!seen.includes(text)) return
      listening.dispose()
      resolve(performance.now() - began)
    })
    act()
    const began = performance.now()
  })
}

/** From a key to what it changes on the screen, while a film runs: the speed, which nothing but its keys changes. */
export const bench: Bench = {
  about: `from key to paint in a terminal, ${PRESSES} keys under a running film`,
  run: () =>
    inFolder(async (folder) => {
      await buildInto(join(folder, 'dist'))
      writeFileSync(join(folder, 'sw1.cfg'), CONFIG)
      const { CI: _ci, NODE_ENV: _env, ...env } = process.env
      const args = [join(folder, 'dist', 'cli.js'), 'attack', 'sw1.cfg', 'Gi0/1']
      const setting = { name: 'xterm-256color', cols: 80, rows: 24, cwd: folder }
      const pty = spawn(process.execPath, args, { ...setting, env: { ...env, VLAN_DOJO_HOME: folder } })
      await shows(pty, 'step 1 of')
      await pause(1_000)
      const times: number[] = []
      for (let press = 0; press < PRESSES; press++) {
        // The film from its start, through all its stretches, before it can come to its end.
        if (press % 40 === 0) {
          if (press === 0) pty.write('t')
          await pause(BETWEEN)
          pty.write('r')
          await pause(BETWEEN)
          pty.write(' ')
          await pause(1_000)
        }
        const faster = press % 2 === 0
        times.push(await shows(pty, faster ? '2x' : '1x', () => pty.write(faster ? ']' : '[')))
        await pause(BETWEEN)
      }
      pty.kill('SIGKILL')
      const slow = [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN
      return [
        { what: 'from key to paint, median', value: median(times), unit: 'ms' },
        { what: 'from key to paint, 95th percentile', value: slow, unit: 'ms', atMost: 50 },
      ]
    }),
}
