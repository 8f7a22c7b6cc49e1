import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config/index.ts'
import { shellWords } from '../../src/config/shell-line.ts'
import { main } from '../../src/main.ts'
import { RULES } from '../../src/rules/index.ts'
import type { Example } from '../../src/rules/rule.ts'
import { fakeIo } from '../support/fake-io.ts'
import { tempFolder } from '../support/temp-folder.ts'

type Told = {
  readonly verdict: string
  readonly way: string
  readonly command: string | null
}

/** A folder with these files. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const cwd = tempFolder()
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true })
    writeFileSync(join(cwd, path), text)
  }
  return cwd
}

/** Every witness that a check tells, with the command beside it. */
async function witnesses(cwd: string, ...args: string[]): Promise<Told[]> {
  const io = fakeIo('', { cwd })
  await main(['check', ...args, '--format', 'json'], io, '1.2.3')
  type Finding = { verdict: string; witness: { frames: { tags: number[] }[]; command: string | null } | null }
  const { files }: { files: { findings: Finding[] }[] } = JSON.parse(io.out())
  return files
    .flatMap(({ findings }) => findings)
    .flatMap(({ verdict, witness }) =>
      witness
        ? [{ verdict, way: JSON.stringify(witness.frames.map(({ tags }) => tags)), command: witness.command }]
        : [],
    )
}

const ENDS: Readonly<Record<string, string>> = {
  works: 'It works.',
  depends: 'It depends on the switch.',
  unsure: 'It is unsure.',
}

/** Types a command as it was told, in the same folder. */
async function typed(cwd: string, command: string | null) {
  const [program, ...args] = shellWords(command ?? '')
  expect(program).toBe('vlan-dojo')
  const io = fakeIo('', { cwd })
  const status = await main(args, io, '1.2.3')
  return { status, out: io.out(), err: io.err() }
}

async function comesOutTheSame(cwd: string, told: readonly Told[]) {
  for (const { verdict, way, command } of told) {
    const { status, out, err } = await typed(cwd, command)
    expect({ command, status, err }).toEqual({ command, status: 1, err: '' })
    expect(out, command ?? '').toContain(`\n${ENDS[verdict]}\n`)
    expect(way).not.toBe('[]')
  }
}

/** An example as files of a folder, and the words of a check of them. */
function checkOf({ dialect, text, purposes = {}, neighbour }: Example) {
  const own = readConfig(text, { path: 'a.cfg', dialect })
  const near = own.devices[0]?.name ?? own.hypervisors[0]?.name ?? ''
  const said = Object.entries(purposes).flatMap(([port, what]) => ['--purpose', `${near} ${port}=${what}`])
  if (!neighbour) return { files: { 'a.cfg': text }, words: ['a.cfg', '--dialect', dialect, ...said] }
  const other = readConfig(neighbour.text, { path: 'b.cfg', dialect: neighbour.dialect ?? dialect })
  const far = other.devices[0]?.name ?? ''
  const [a, b] = neighbour.cable ?? []
  const links = a && b ? [[`${near} ${a}`, `${far} ${b}`]] : []
  const there = Object.entries(neighbour.purposes ?? {}).map(([port, what]) => [`${far} ${port}`, what])
  const site = JSON.stringify({ links, purposes: Object.fromEntries(there) })
  const isOneDialect = (neighbour.dialect ?? dialect) === dialect
  return {
    files: { 'a.cfg': text, 'b.cfg': neighbour.text, 'site.yaml': site },
    words: [
      'a.cfg',
      'b.cfg',
      '--site',
      'site.yaml',
      ...(isOneDialect ? ['--dialect', dialect] : []),
      ...said,
    ],
  }
}

it.each(
  RULES.filter(({ kind }) => kind === 'witnessed').map((rule) => [rule.id, rule] as const),
)('what every format tells of bad examples of %s opens an attack that comes out the same', async (id, rule) => {
  let count = 0
  for (const example of rule.examples.bad) {
    const { files, words } = checkOf(example)
    const cwd = folderOf(files)
    const told = await witnesses(cwd, ...words, '--rule', id)
    await comesOutTheSame(cwd, told)
    count += told.length
  }
  expect(count).toBeGreaterThan(0)
})

const DYNAMIC = (name: string) => `hostname ${name}
interface GigabitEthernet0/1
 switchport access vlan 20
 switchport mode access
interface GigabitEthernet0/5
 switchport access vlan 10
 switchport mode dynamic auto
`

describe('a command', () => {
  it.each([
    [
      "site a/it's 1.cfg",
      "vlan-dojo attack 'site a/it'\\''s 1.cfg' Gi0/5 --attack switch-spoofing --vlan 20",
    ],
    ['-x.cfg', 'vlan-dojo attack ./-x.cfg Gi0/5 --attack switch-spoofing --vlan 20'],
    ['$(x)`y`.cfg', "vlan-dojo attack '$(x)`y`.cfg' Gi0/5 --attack switch-spoofing --vlan 20"],
  ])('names %s so that a shell takes it for one file', async (path, command) => {
    const cwd = folderOf({ [path]: DYNAMIC('EDGE') })
    const told = await witnesses(cwd, '.')
    expect(told.map((each) => each.command)).toEqual([command])
    await comesOutTheSame(cwd, told)
  })

  it('tells again what the check was told', async () => {
    const cwd = folderOf({ 'a.cfg': DYNAMIC('EDGE').replace('dynamic auto', 'trunk') })
    const words = ['--purpose', 'Gi0/5=host', '--platform', 'catalyst-2950', '--assume=tagOnAccess=drop']
    const told = await witnesses(cwd, 'a.cfg', ...words)
    expect(told[0]?.command).toBe(
      'vlan-dojo attack a.cfg Gi0/5 --attack plain-tagging --vlan 20 --purpose Gi0/5=host --platform catalyst-2950 --assume tagOnAccess=drop',
    )
    await comesOutTheSame(cwd, told)
  })

  it('says which of several devices of a file has the port, though they are called the same', async () => {
    const shown = (vlan: number) => `version 15.2\n${DYNAMIC('EDGE').replace('vlan 20', `vlan ${vlan}`)}end\n`
    const cwd = folderOf({ 'a.cfg': shown(20) + shown(30) })
    const told = await witnesses(cwd, 'a.cfg')
    expect(told.map((each) => each.command)).toEqual([
      'vlan-dojo attack a.cfg EDGE:Gi0/5 --attack switch-spoofing --vlan 20',
      "vlan-dojo attack a.cfg 'EDGE (a.cfg):Gi0/5' --attack switch-spoofing --vlan 30",
    ])
    await comesOutTheSame(cwd, told)
  })

  it.each([
    ['the folder where it holds no others', ['s/a.cfg', 's/ab.cfg', 's/b.cfg'], [], 's'],
    [
      'a pattern that matches no others',
      ['s/x-a.cfg', 's/x-ab.cfg', 's/x-b.cfg'],
      ['s/y.cfg'],
      "'s/x-*.cfg'",
    ],
    [
      'each file, where a pattern takes in others',
      ['s/a.cfg', 's/ab.cfg', 's/b.cfg'],
      ['s/c.cfg'],
      's/a.cfg s/ab.cfg s/b.cfg',
    ],
  ])('names %s for the many files of a site', async (_, named, others, words) => {
    const texts = [...named, ...others].map((path, index) => [path, DYNAMIC(`SW${index}`)])
    const cwd = folderOf({ ...Object.fromEntries(texts), 'site.yaml': 'fail-on: error\n' })
    const told = await witnesses(cwd, ...named, '--site', 'site.yaml')
    expect(told[0]?.command).toBe(
      `vlan-dojo attack ${words} SW0:Gi0/5 --attack switch-spoofing --vlan 20 --site site.yaml`,
    )
    await comesOutTheSame(cwd, told)
  })

  it('says over which trunk, where the same attack goes two ways and comes out otherwise', async () => {
    const text = `hostname EDGE
interface GigabitEthernet0/1
 switchport access vlan 10
 switchport voice vlan 20
 switchport mode access
interface GigabitEthernet0/2
 switchport access vlan 30
 switchport mode access
interface GigabitEthernet0/23
 switchport trunk native vlan 10
 switchport mode trunk
interface GigabitEthernet0/24
 switchport trunk native vlan 20
 switchport mode trunk
`
    const cwd = folderOf({ 'a.cfg': text })
    const told = await witnesses(cwd, 'a.cfg')
    const command = 'vlan-dojo attack a.cfg Gi0/1 --attack double-tagging --vlan 30 --over'
    expect(told.map(({ verdict, command }) => [verdict, command])).toEqual([
      ['works', `${command} Gi0/24`],
      ['depends', `${command} Gi0/23`],
    ])
    await comesOutTheSame(cwd, told)
    const other = await typed(cwd, `${command} Gi0/2`)
    expect(other).toMatchObject({
      status: 2,
      err: 'vlan-dojo: No such way leads over EDGE GigabitEthernet0/2.\n',
    })
  })

  it('names the port group of a guest, also where its attack leads over a switch', async () => {
    const host = (vlan: number) => `[root@esx1:~] esxcli network vswitch standard portgroup list
Name        Virtual Switch  Active Clients  VLAN ID
----------  --------------  --------------  -------
My Router   vSwitch0                     1     4095
vMotion     vSwitch1                     1     ${vlan}
`
    const trunk = DYNAMIC('EDGE').replace('dynamic auto', 'trunk')
    const cwd = folderOf({
      'esx.txt': host(50),
      'a.cfg': trunk,
      'site.yaml': 'purposes: {EDGE Gi0/5: hypervisor}\n',
    })
    const told = await witnesses(cwd, '.', '--site', 'site.yaml', '--rule', 'esx/vgt-4095')
    expect(told.map((each) => each.command)).toEqual([
      "vlan-dojo attack . 'esx1:My Router' --attack guest-tagging --vlan 20 --site site.yaml",
    ])
    await comesOutTheSame(cwd, told)
  })

  it.each([
    'json',
    'human',
    'markdown',
    'sarif',
    'junit',
    'github',
  ])('is told by %s, and not for standard input, which cannot be read again', async (format) => {
    const cwd = folderOf({ 'a.cfg': DYNAMIC('EDGE') })
    const [fromFile, fromInput] = [fakeIo('', { cwd }), fakeIo(DYNAMIC('EDGE'), { cwd })]
    await main(['check', 'a.cfg', '--format', format], fromFile, '1.2.3')
    await main(['check', '-', '--format', format], fromInput, '1.2.3')
    const command = 'vlan-dojo attack a.cfg Gi0/5 --attack switch-spoofing --vlan 20'
    expect(fromFile.out()).toContain(command)
    expect(fromInput.out()).not.toContain('vlan-dojo attack')
  })

  it('is not told where a name cannot be typed', async () => {
    const cwd = folderOf({ 'a\u001b[31m.cfg': DYNAMIC('EDGE') })
    expect((await witnesses(cwd, '.')).map((each) => each.command)).toEqual([null])
  })
})
