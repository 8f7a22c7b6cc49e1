import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Answer, Oracle, Scenario } from '../scenario.ts'

/** What starts each real switch, what it needs on the machine, and the Debian packages that bring it. */
const DRIVERS: Readonly<
  Record<Oracle, { command: readonly string[]; needs: readonly string[]; packages: string }>
> = {
  linux: {
    command: ['sh', 'linux.sh'],
    needs: ['linux.uml', 'bridge'],
    packages: 'user-mode-linux iproute2',
  },
  ovs: {
    command: ['/usr/bin/python3', 'ovs.py'],
    needs: ['ovs-vswitchd', 'ovsdb-server'],
    packages: 'openvswitch-switch',
  },
  vde: { command: ['/usr/bin/python3', 'vde.py'], needs: ['vde_switch'], packages: 'vde2' },
}

const FOLDERS = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin']

/** Why this real switch cannot be asked here, as a sentence; null when it can. */
export function whyNot(oracle: Oracle): string | null {
  const { needs, packages } = DRIVERS[oracle]
  const present = (program: string) => FOLDERS.some((folder) => existsSync(join(folder, program)))
  const missing = ['python3', ...needs].filter((program) => !present(program))
  return missing.length === 0 ? null : `${missing.join(' and ')} missing: apt-get install ${packages}`
}

/** Asks a real switch. Throws with what its driver wrote when it fails. */
export async function drive(oracle: Oracle, scenarios: readonly Scenario[]): Promise<Answer[]> {
  const [program = '', ...args] = DRIVERS[oracle].command
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1', PATH: FOLDERS.join(delimiter) }
  const child = spawn(program, args, { cwd: fileURLToPath(new URL('.', import.meta.url)), env })
  const output: Buffer[] = []
  const errors: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
  child.stdin.end(scenarios.map((scenario) => `${JSON.stringify(scenario)}\n`).join(''))
  const status = await new Promise((resolve) => child.on('close', resolve))
  const lines = Buffer.concat(output).toString().split('\n').filter(Boolean)
  if (status !== 0 || lines.length !== scenarios.length) {
    throw new Error(`The ${oracle} driver gave ${lines.length} answers: ${Buffer.concat(errors).toString()}`)
  }
  return lines.map((line) => JSON.parse(line) as Answer)
}
