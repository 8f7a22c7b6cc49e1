import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle } from '../src/dev/build.ts'
import { type Bench, median } from './bench.ts'

const ROUNDS = 7
const INTERFACES = 60_000

/** A stack of 48-port switches without end: mostly desks, every twelfth port a trunk. */
function generated(interfaces: number): string {
  const lines = ['version 15.2', 'hostname big', 'vtp mode transparent', 'vlan 10-60,99', '!']
  for (let n = 0; n < interfaces; n++) {
    lines.push(`interface GigabitEthernet${1 + Math.floor(n / 48)}/0/${1 + (n % 48)}`)
    lines.push(` description desk ${n} on floor ${n % 9} of the building`)
    lines.push(...(n % 12 === 11 ? TRUNK : desk(n)), '!')
  }
  return `${lines.join('\n')}\nend\n`
}

const TRUNK = [
  ' switchport trunk native vlan 99',
  ' switchport trunk allowed vlan 10,20,30-40',
  ' switchport mode trunk',
  ' switchport nonegotiate',
]

function desk(n: number): string[] {
  return [
    ` switchport access vlan ${10 + (n % 40)}`,
    ' switchport mode access',
    ' spanning-tree portfast',
    ' spanning-tree bpduguard enable',
  ]
}

type Speed = { readonly split: readonly number[]; readonly read: readonly number[] }
type Memory = { readonly ports: number; readonly peakMegabytes: number }

/**
 * Reading a configuration beside decoding the same bytes and splitting them into lines, and the memory of a process that reads it. Much
 * of the reading makes every port's settings an object of its own, which is asked for here and a check does without; the rest decodes
 * the text, takes its names apart and compares each port's block with the one that is expected.
 */
export const bench: Bench = {
  about: `reading IOS configurations, medians of ${ROUNDS} rounds in one process`,
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vlan-dojo-bench-'))
    try {
      writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
      await bundle(['bench/read-large.ts'], folder)
      const measure = <T>(...args: readonly string[]): T => {
        const out = execFileSync(process.execPath, [join(folder, 'read-large.js'), ...args], {
          encoding: 'utf8',
        })
        return JSON.parse(out) as T
      }
      const large = join(folder, 'large.cfg')
      const small = join(folder, 'small.cfg')
      const text = generated(INTERFACES)
      writeFileSync(large, text)
      writeFileSync(small, generated(48))
      const { split, read } = measure<Speed>('speed', large, `${ROUNDS}`)
      const { ports, peakMegabytes } = measure<Memory>('memory', large)
      const afterStart = measure<Speed>('speed', small, '50').read
      return [
        { what: 'size of the large configuration', value: text.length / 1e6, unit: 'MB' },
        { what: 'ports read from it', value: ports, unit: '', atLeast: INTERFACES, atMost: INTERFACES },
        { what: 'decoding and splitting it', value: median(split), unit: 'ms' },
        { what: 'reading and modelling it', value: median(read), unit: 'ms' },
        {
          what: 'reading / decoding and splitting',
          value: median(read) / median(split),
          unit: '',
          atMost: 5,
        },
        { what: 'peak memory of a process that reads it', value: peakMegabytes, unit: 'MB', atMost: 200 },
        { what: 'a 48-port configuration after start', value: median(afterStart), unit: 'ms', atMost: 5 },
      ]
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
