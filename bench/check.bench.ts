import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../src/config/index.ts'
import { buildInto } from '../src/dev/build.ts'
import type { Link } from '../src/net/network.ts'
import type { Site } from '../src/rules/site.ts'
import { judgeSite } from '../src/verdict/matrix.ts'
import { type Bench, type Figure, median } from './bench.ts'

const PORTS = 48

/** A switch of 48 ports as sites have them: hosts in four VLANs, a phone VLAN, a few bare ports, two uplinks. */
function switchText(name: string, ports: number): string {
  const lines = ['version 15.2', `hostname ${name}`]
  for (let port = 0; port < ports; port++) {
    const slot = Math.floor(port / PORTS)
    const number = (port % PORTS) + 1
    lines.push('!', `interface GigabitEthernet${1 + (slot % 200)}/${Math.floor(slot / 200)}/${number}`)
    if (number > PORTS - 2) {
      lines.push(' switchport trunk native vlan 999', ' switchport trunk allowed vlan 10-13,20,30')
      lines.push(' switchport mode trunk', ' switchport nonegotiate')
    } else if (number % 11 === 0) lines.push(` switchport access vlan ${10 + (number % 4)}`)
    else {
      lines.push(` description user ${port}`, ` switchport access vlan ${10 + (number % 4)}`)
      lines.push(' switchport mode access', ' switchport voice vlan 30', ' spanning-tree portfast')
    }
  }
  return `${lines.join('\n')}\nend\n`
}

/** Numbers below a bound that look drawn at random and are the same in every run. */
function dice(seed: number): (bound: number) => number {
  let state = seed
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

/** A switch like no other: number of ports, VLANs, whether the text states them, and what each port is are drawn. */
function drawnText(n: number): string {
  const draw = dice(n + 1)
  const vlans = Array.from({ length: 3 + draw(6) }, () => 2 + draw(400))
  const vlan = () => vlans[draw(vlans.length)] ?? 1
  const access = () => [` switchport access vlan ${vlan()}`, ' switchport mode access']
  const kinds: readonly (() => string[])[] = [
    access,
    () => [...access(), ` switchport voice vlan ${vlan()}`],
    () => [...access(), ' spanning-tree portfast', ' spanning-tree bpduguard enable'],
    () => [...access(), ' shutdown'],
    () => [` switchport access vlan ${vlan()}`],
    () => [` switchport access vlan ${vlan()}`, ' switchport mode dynamic auto'],
    () => [` switchport trunk native vlan ${vlan()}`, ' switchport mode trunk'],
    () => [` switchport trunk allowed vlan ${vlan()},${vlan()}`, ' switchport mode trunk'],
  ]
  const usual = draw(3)
  const ports = Array.from({ length: 12 + draw(PORTS - 11) }, (_, port) => {
    const kind = kinds[draw(6) > 0 ? usual : draw(kinds.length)] ?? access
    return ['!', `interface GigabitEthernet1/0/${port + 1}`, ...kind()]
  })
  const stated = draw(2) === 0 ? ['vtp mode transparent', `vlan ${[...new Set(vlans)].join(',')}`] : []
  return `${['version 15.2', `hostname SW${n}`, ...stated, ...ports.flat()].join('\n')}\nend\n`
}

/** Switches in a line, each joined to the next by its last two trunks. */
function siteOf(count: number): Site {
  const devices = Array.from({ length: count }, (_, n) => {
    const [device] = readConfig(switchText(`SW${n}`, PORTS), { path: `sw${n}.cfg`, dialect: 'ios' }).devices
    if (!device) throw new Error('The generated configuration holds no device.')
    return device
  })
  const links = Array.from({ length: count - 1 }, (_, n): Link => {
    const end = (device: number, port: number) => ({
      device: `SW${device}`,
      port: `GigabitEthernet1/0/${port}`,
    })
    return { a: end(n, PORTS), b: end(n + 1, PORTS - 1) }
  })
  return { devices, links, purposes: {}, services: [] }
}

/** A switch with a host in each of so many VLANs, every one of them on a port that would become a trunk. */
function manyVlansText(count: number): string {
  const ports = Array.from({ length: count }, (_, n) => [
    `interface GigabitEthernet${1 + Math.floor(n / PORTS)}/0/${1 + (n % PORTS)}`,
    ` switchport access vlan ${2 + n}`,
    ' switchport mode dynamic auto',
  ])
  const trunk = [
    'interface TenGigabitEthernet1/1/1',
    ' switchport trunk native vlan 2',
    ' switchport mode trunk',
  ]
  return `${['version 15.2', 'hostname MANY', `vlan 2-${1 + count}`, ...ports.flat(), ...trunk].join('\n')}\nend\n`
}

/** CPU time of an act, in ms: the middle of a few. */
function cpuMillis(act: () => void): number {
  return median(
    Array.from({ length: 9 }, () => {
      const start = process.cpuUsage()
      act()
      const { user, system } = process.cpuUsage(start)
      return (user + system) / 1000
    }),
  )
}

/** What the matrix of ports and VLANs that are all different costs: by what reading them does, and a port of many by one of few. */
function crowdedFigures(): Figure[] {
  const cost = (count: number) => {
    const text = manyVlansText(count)
    const { devices } = readConfig(text, { path: 'many.cfg', dialect: 'ios' })
    return {
      reading: cpuMillis(() => readConfig(text, { path: 'many.cfg', dialect: 'ios' })),
      judging: cpuMillis(() => judgeSite({ devices, links: [], purposes: {}, services: [] })),
    }
  }
  const few = cost(100)
  const many = cost(400)
  return [
    {
      what: 'matrix of 400 ports x 400 VLANs, over reading',
      value: many.judging / many.reading,
      unit: 'times',
    },
    {
      what: 'cost a port, 400 VLANs over 100 of them',
      value: many.judging / 400 / (few.judging / 100),
      unit: 'times',
      atMost: 2,
    },
  ]
}

function millis(act: () => void): number {
  const start = performance.now()
  act()
  return performance.now() - start
}

function matrixFigures(): Figure[] {
  const one = siteOf(1)
  for (let n = 0; n < 30; n++) judgeSite(one)
  const perSwitch = (count: number, times: number) => {
    const site = siteOf(count)
    judgeSite(site)
    return median(Array.from({ length: times }, () => millis(() => judgeSite(site)))) / count
  }
  const small = perSwitch(10, 21)
  const large = perSwitch(1000, 3)
  return [
    {
      what: 'whole matrix of a switch with 48 ports',
      value: median(Array.from({ length: 41 }, () => millis(() => judgeSite(one)))),
      unit: 'ms',
      atMost: 20,
    },
    { what: 'site of 1,000 switches with 48 ports', value: large * 1000, unit: 'ms', atMost: 2_000 },
    { what: 'cost a switch, 1,000 over 10 of them', value: large / small, unit: 'times', atMost: 2 },
    ...crowdedFigures(),
  ]
}

/** Runs the built program on paths; gives wall time in ms and the peak of its memory in MB. */
function programOn(program: string, ...paths: readonly string[]): { wall: number; memory: number } {
  const script = `process.on('exit', () => process.stderr.write('\\nPEAK ' + process.resourceUsage().maxRSS))`
  const preload = `data:text/javascript,${encodeURIComponent(script)}`
  const start = performance.now()
  const { stderr } = spawnSync(process.execPath, ['--import', preload, program, 'check', ...paths], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  const wall = performance.now() - start
  return { wall, memory: Number(/PEAK (\d+)/.exec(stderr)?.[1] ?? 0) / 1024 }
}

/**
 * The built program on a huge file, on a folder of switches that are alike but for their names, and on one of switches of which no
 * two are alike. Of those each fix is judged by runs of its own, of the others one is. The limit of the alike ones is not reached:
 * proving bounds it, in code that each thread compiles for itself.
 */
async function programFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vlan-dojo-bench-'))
  try {
    await buildInto('dist')
    const program = join(import.meta.dirname, '../dist/cli.js')
    const big = join(folder, 'big.cfg')
    const text = switchText('BIG', 63_000)
    writeFileSync(big, text)
    const folderOf = (name: string, textOf: (n: number) => string) => {
      const path = join(folder, name)
      mkdirSync(path)
      for (let n = 0; n < 400; n++) writeFileSync(join(path, `sw${n}.cfg`), textOf(n))
      return path
    }
    const many = folderOf('many', (n) => switchText(`SW${n}`, PORTS))
    const drawn = folderOf('drawn', drawnText)
    const runs = (path: string) => Array.from({ length: 3 }, () => programOn(program, path))
    const bigRuns = runs(big)
    const manyRuns = runs(many)
    const drawnRuns = runs(drawn)
    return [
      { what: 'size of a configuration of 63,000 interfaces', value: text.length / 1e6, unit: 'MB' },
      {
        what: 'checking it, with proofs',
        value: median(bigRuns.map(({ wall }) => wall)),
        unit: 'ms',
        atMost: 1_500,
      },
      { what: 'memory for it', value: median(bigRuns.map(({ memory }) => memory)), unit: 'MB', atMost: 250 },
      {
        what: 'checking a folder of 400 switches',
        value: median(manyRuns.map(({ wall }) => wall)),
        unit: 'ms',
        atMost: 800,
      },
      { what: 'memory for it', value: median(manyRuns.map(({ memory }) => memory)), unit: 'MB', atMost: 250 },
      {
        what: 'checking one of 400 that all differ',
        value: median(drawnRuns.map(({ wall }) => wall)),
        unit: 'ms',
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What checking costs: one switch, a site, a huge file, a folder. */
export const bench: Bench = {
  about: 'verdicts on one switch and on a site, checks of a huge file and of a folder',
  run: async () => [...matrixFigures(), ...(await programFigures())],
}
