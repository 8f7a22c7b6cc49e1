import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { main } from '../../src/main.ts'
import { fakeIo } from '../support/fake-io.ts'

const EDGE = `hostname EDGE
interface FastEthernet0/1
 switchport access vlan 20
 switchport mode access
interface FastEthernet0/5
 switchport mode dynamic auto
interface FastEthernet0/9
 switchport access vlan 10
 switchport mode access
interface FastEthernet0/10
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20
 switchport mode trunk
interface FastEthernet0/24
 switchport trunk native vlan 10
 switchport mode trunk
`

function folderWith(files: Readonly<Record<string, string>>): string {
  const cwd = mkdtempSync(join(tmpdir(), 'vlan-dojo-check-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true })
    writeFileSync(join(cwd, name), text)
  }
  return cwd
}

async function check(cwd: string, args: readonly string[], input = '') {
  const io = { ...fakeIo(input), cwd }
  const status = await main(['check', ...args], io, '1.2.3')
  return { status, out: io.out(), err: io.err() }
}

type Found = {
  rule: string
  ports: string[]
  verdict: string
  level: string
  cuts: string[]
  fixSafe: boolean
}
type Entry = { path: string; device: string; findings: Found[]; notes: string[]; suppressed: unknown[] }

async function json(cwd: string, args: readonly string[], input = '') {
  const { out, status } = await check(cwd, [...args, '--format', 'json'], input)
  const files: Entry[] = JSON.parse(out).files
  return { status, files, found: files.flatMap(({ findings }) => findings) }
}

const named = (found: readonly Found[]) => found.map(({ rule, ports }) => `${rule} ${ports.join(' ')}`).sort()

describe('inputs', () => {
  it('takes each file once, however it is named', async () => {
    const twice = folderWith({ 'a.cfg': EDGE })
    const { files } = await json(twice, ['a.cfg', './a.cfg', '.', '*.cfg'])
    expect(files.map(({ path }) => path)).toEqual(['a.cfg'])
  })

  it('follows a link to a file elsewhere, and none that leads in a circle', async () => {
    const elsewhere = folderWith({ 'real.cfg': EDGE })
    const linked = folderWith({ 'site/b.cfg': EDGE })
    symlinkSync(join(elsewhere, 'real.cfg'), join(linked, 'site/a.cfg'))
    symlinkSync('b.cfg', join(linked, 'site/c.cfg'))
    symlinkSync('.', join(linked, 'site/loop'))
    symlinkSync('round.cfg', join(linked, 'site/round.cfg'))
    const { files, status } = await json(linked, ['site'])
    expect(files.map(({ path }) => path)).toEqual(['site/a.cfg', 'site/b.cfg'])
    expect(status).toBe(1)
    expect((await check(linked, ['site/round.cfg'])).err).toContain('its links go in a circle')
  })

  const cwd = folderWith({
    'a.cfg': EDGE,
    'b/c.txt': EDGE,
    'b/.hidden.cfg': EDGE,
    'b/note.md': 'no configuration',
  })

  it.each([
    [['.'], ['a.cfg', join('b', 'c.txt')]],
    [['b'], [join('b', 'c.txt')]],
    [['**/*.txt'], [join('b', 'c.txt')]],
    [
      ['a.cfg', 'b/*.txt'],
      ['a.cfg', join('b', 'c.txt')],
    ],
  ])('%j names %j', async (paths, files) => {
    expect((await json(cwd, paths)).files.map(({ path }) => path)).toEqual(files)
  })

  it('- is standard input', async () => {
    expect((await json(cwd, ['-'], EDGE)).files.map(({ path, device }) => [path, device])).toEqual([
      ['-', 'EDGE'],
    ])
  })

  it('a pattern that fits nothing is a file that cannot be read', async () => {
    expect((await check(cwd, ['*.nothing'])).status).toBe(2)
  })
})

describe('what the user knows', () => {
  const cwd = folderWith({ 'edge.cfg': EDGE })

  it('--rule runs the rules it names', async () => {
    const { found } = await json(cwd, ['edge.cfg', '--rule', 'dtp/', '--rule', 'access/vlan1'])
    expect(new Set(found.map(({ rule }) => rule))).toEqual(
      new Set(['dtp/dynamic-port', 'dtp/trunk-negotiates', 'access/vlan1']),
    )
  })

  it('--purpose settles what hangs on ports', async () => {
    const { found } = await json(cwd, ['edge.cfg', '--rule', 'trunk/host-facing', '--purpose', 'fa0/10=host'])
    expect(found).toMatchObject([{ ports: ['FastEthernet0/10'], verdict: 'works', level: 'error' }])
  })

  it('--purpose that fits no port says so', async () => {
    const { files } = await json(cwd, ['edge.cfg', '--purpose', 'Gi9/9=host'])
    expect(files[0]?.notes).toEqual(['No port here is called Gi9/9, which is said to be for: host.'])
  })

  it.each([
    [['--platform', 'catalyst-2950'], 'works'],
    [['--platform', 'catalyst-2960', '--assume', 'priorityTag=drop'], 'none'],
    [['--assume', 'tagOnAccess=drop,priorityTag=drop'], 'none'],
    [['--assume', 'tagOnAccess=accept-own'], 'works'],
    [[], 'depends'],
  ])('%j makes double tagging %s', async (args, verdict) => {
    const { found } = await json(cwd, ['edge.cfg', '--rule', 'native/in-use', ...args])
    expect(found[0]?.verdict ?? 'none').toBe(verdict)
  })

  it('a folder for captures that is a file is bad use, before anything is checked', async () => {
    const { status, out, err } = await check(cwd, ['edge.cfg', '--pcap', 'edge.cfg'])
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toContain('edge.cfg cannot be made: it exists already.')
  })

  it.each([
    [['--platform', 'catalyst-2951'], '--platform takes no "catalyst-2951"; is catalyst-2950 meant?'],
    [['--purpose', 'host'], '--purpose takes PORTS=PURPOSE'],
    [['--assume', 'tagOnAccess=sometimes'], '--assume tagOnAccess takes accept-own, drop'],
    [['--rule', 'dtp/dynamic-prot'], '--rule takes no "dtp/dynamic-prot"; is dtp/dynamic-port meant?'],
  ])('%j is bad use', async (args, sentence) => {
    const { status, err } = await check(cwd, ['edge.cfg', ...args])
    expect(status).toBe(2)
    expect(err).toContain(sentence)
  })
})

describe('.vlan-dojo.yaml', () => {
  const settings = `purposes:
  Fa0/10: hypervisor
services:
  - name: vMotion
    vlan: 20
    ports: [Fa0/1, Fa0/10]
ignore: [access/, trunk/allow-all]
fail-on: error
`
  const cwd = folderWith({ '.vlan-dojo.yaml': settings, 'site/edge.cfg': EDGE })

  it('is found upward from the file and holds for it', async () => {
    const { found } = await json(cwd, ['site/edge.cfg'])
    expect(named(found)).toContain('trunk/portfast-hypervisor FastEthernet0/10')
    expect(named(found).filter((each) => each.startsWith('access/'))).toEqual([])
  })

  it('a mistake in it is told with its file', async () => {
    const wrong = (text: string) => folderWith({ '.vlan-dojo.yaml': text, 'edge.cfg': EDGE })
    const told = [
      ['purposes: [Fa0/1]\n', '1: purposes: expected fields, each as "name: value".'],
      ['ignore: [access/]\nservises: []\n', '2: servises: there is no field "servises" here.'],
      [
        'purposes:\n  Fa0/1: sever\n',
        '2: purposes.Fa0/1: "sever" is not known here. Choose one of host, uplink',
      ],
      [
        'services:\n  - vlan: 4095\n    ports: [Fa0/1]\n',
        '2: services.1.vlan: expected a VLAN from 1 to 4094.',
      ],
      ['links:\n  - [A Fa0/1]\n', '2: links.1: expected a pair of ports'],
      [
        'ignore:\n  - dtp/dynamic-prot\n',
        '2: ignore.1: --rule takes no "dtp/dynamic-prot"; is dtp/dynamic-port meant?',
      ],
      [
        'assume:\n  tagOnAccess: maybe\n',
        '2: assume.tagOnAccess: --assume tagOnAccess takes accept-own, drop',
      ],
      ['fail-on: panic\n', '1: fail-on: fail-on takes'],
      ['a: [1\n', '2: This is not YAML'],
    ] as const
    for (const [text, sentence] of told) {
      const { status, err } = await check(wrong(text), ['edge.cfg'])
      expect(status).toBe(2)
      expect(err).toContain(`.vlan-dojo.yaml:${sentence}`)
    }
  })

  it('an empty one says nothing, and one that cannot be read is no silence', async () => {
    const empty = folderWith({ '.vlan-dojo.yaml': '# later\n', 'edge.cfg': EDGE })
    expect((await check(empty, ['edge.cfg'])).err).toBe('')
    const folder = folderWith({ '.vlan-dojo.yaml/x': '', 'edge.cfg': EDGE })
    const { status, err } = await check(folder, ['edge.cfg'])
    expect(status).toBe(2)
    expect(err).toContain('.vlan-dojo.yaml cannot be read: it is a folder.')
  })
})

it('a service that does not work before any change is told, with the end that is not heard', async () => {
  const cwd = folderWith({
    '.vlan-dojo.yaml': 'services:\n  - name: backup\n    vlan: 20\n    ports: [Fa0/1, Fa0/9]\n',
    'edge.cfg': EDGE,
  })
  const { files } = await json(cwd, ['edge.cfg'])
  expect(files[0]?.notes).toEqual([
    'The service backup (VLAN 20) does not work as the configuration stands: EDGE Fa0/1 is not heard at EDGE Fa0/9, and 1 more way.',
  ])
})

describe('--site', () => {
  const near =
    'hostname NEAR\ninterface GigabitEthernet0/24\n switchport trunk native vlan 10\n switchport mode trunk\n'
  const far =
    'hostname FARSIDE\ninterface GigabitEthernet0/1\n switchport trunk native vlan 20\n switchport mode trunk\n'
  const cwd = folderWith({
    'near.cfg': near,
    'far.cfg': far,
    'site.yaml': 'links:\n  - [NEAR Gi0/24, FARSIDE Gi0/1]\n',
  })

  it('compares the two ends of a trunk', async () => {
    const { found } = await json(cwd, [
      'near.cfg',
      'far.cfg',
      '--site',
      'site.yaml',
      '--rule',
      'native/mismatch',
    ])
    expect(found).toMatchObject([{ rule: 'native/mismatch', ports: ['GigabitEthernet0/24'] }])
  })

  it('files alone are separate switches', async () => {
    expect((await json(cwd, ['near.cfg', 'far.cfg', '--rule', 'native/mismatch'])).found).toEqual([])
  })
})

describe('keeping quiet', () => {
  const above = (comment: string) =>
    EDGE.replace('interface FastEthernet0/5', `${comment}\ninterface FastEthernet0/5`)

  it('a comment with a reason keeps a rule quiet about the port below it', async () => {
    const cwd = folderWith({
      'edge.cfg': above('! vlan-dojo-ignore dtp/dynamic-port -- lab port, locked room'),
    })
    const { files, found } = await json(cwd, ['edge.cfg', '--rule', 'dtp/dynamic-port'])
    expect(found).toEqual([])
    expect(files[0]?.suppressed).toEqual([
      { rule: 'dtp/dynamic-port', ports: ['FastEthernet0/5'], line: 5, reason: 'lab port, locked room' },
    ])
  })

  it('keeps a rule quiet about the port group below it on a host, and about no other', async () => {
    const table = `Name        Virtual Switch  Active Clients  VLAN ID
----------  --------------  --------------  -------
# vlan-dojo-ignore esx/vgt-4095 -- the firewall needs its tags
Firewall    vSwitch0                     1     4095
Lab         vSwitch0                     1     4095
`
    const { files, found } = await json(folderWith({ 'esx1.txt': table }), ['esx1.txt'])
    expect(named(found)).toEqual(['esx/vgt-4095 Lab'])
    expect(files[0]?.suppressed).toMatchObject([{ rule: 'esx/vgt-4095', ports: ['Firewall'], line: 3 }])
  })

  it('keeps a rule quiet on a host that several files tell of, each comment in the lines of its own file', async () => {
    const table = (...rows: string[]) => `[root@esx1:~] esxcli network vswitch standard portgroup list
Name        Virtual Switch  Active Clients  VLAN ID
----------  --------------  --------------  -------
${rows.join('\n')}
`
    const policy = `[root@esx1:~] esxcli network vswitch standard policy security get -v vSwitch0
   Allow Promiscuous: false
   Allow MAC Address Change: false
# vlan-dojo-ignore esx/permissive-policy -- a cluster shares its address
   Allow Forged Transmits: true
`
    const cwd = folderWith({
      'groups.txt': table(
        'Lab         vSwitch0                     1     4095',
        '# vlan-dojo-ignore esx/vgt-4095 -- the firewall needs its tags',
        'Firewall    vSwitch0                     1     4095',
      ),
      'policy.txt': policy,
      'site.yaml': '{}',
    })
    const { files, found } = await json(cwd, ['groups.txt', 'policy.txt', '--site', 'site.yaml'])
    expect(named(found)).toEqual(['esx/vgt-4095 Lab'])
    expect(files.map(({ path, suppressed }) => ({ path, suppressed }))).toMatchObject([
      { path: 'groups.txt', suppressed: [{ rule: 'esx/vgt-4095', ports: ['Firewall'], line: 5 }] },
      { path: 'policy.txt', suppressed: [{ rule: 'esx/permissive-policy', ports: ['vSwitch0'], line: 4 }] },
    ])
    const { out } = await check(cwd, ['groups.txt', 'policy.txt', '--site', 'site.yaml'])
    expect(out).toContain('\n1 device: ')
  })

  it('of several ports the rest is found, with its own lines and a witness of its own', async () => {
    const bare = (number: number) => `interface FastEthernet0/${number}\n switchport mode dynamic auto\n`
    const text = `${above('! vlan-dojo-ignore dtp/dynamic-port -- lab')}${bare(30)}`
    const { files } = await json(folderWith({ 'edge.cfg': text }), ['edge.cfg', '--rule', 'dtp/dynamic-port'])
    expect(files[0]?.findings).toMatchObject([
      { ports: ['FastEthernet0/30'], lines: [19], witness: { from: { port: 'FastEthernet0/30' } } },
    ])
  })

  it.each([
    ['! vlan-dojo-ignore dtp/dynamic-port', 'Line 5: nothing is ignored without a reason'],
    ['! vlan-dojo-ignore dtp/dinamic -- why', 'Line 5: there is no rule "dtp/dinamic" to ignore.'],
  ])('%s keeps nothing quiet and is told', async (comment, note) => {
    const { files, found } = await json(folderWith({ 'edge.cfg': above(comment) }), [
      'edge.cfg',
      '--rule',
      'dtp/dynamic-port',
    ])
    expect(named(found)).toEqual(['dtp/dynamic-port FastEthernet0/5'])
    expect(files[0]?.notes.join()).toContain(note)
  })

  it('a baseline leaves out what it knows, wherever its lines have moved, and nothing else', async () => {
    const cwd = folderWith({ 'edge.cfg': EDGE })
    expect((await check(cwd, ['edge.cfg', '--write-baseline', 'known.json'])).status).toBe(1)
    expect((await json(cwd, ['edge.cfg', '--baseline', 'known.json'])).found).toEqual([])
    const moved = `! a line more\n${EDGE}interface FastEthernet0/6\n switchport mode dynamic auto\n`
    writeFileSync(join(cwd, 'edge.cfg'), moved)
    const { found } = await json(cwd, ['edge.cfg', '--baseline', 'known.json', '--rule', 'dtp/'])
    expect(named(found)).toEqual(['dtp/dynamic-port FastEthernet0/6'])
  })
})

describe('--fix-to', () => {
  it('writes commands that stop what was found, and never over a file', async () => {
    const cwd = folderWith({ 'edge.cfg': EDGE, 'taken.cfg': 'mine\n' })
    await check(cwd, ['edge.cfg', '--fix-to', 'fix.cfg'])
    const fix = readFileSync(join(cwd, 'fix.cfg'), 'utf8')
    expect(fix).toContain('interface FastEthernet0/5\n switchport mode access\n')
    writeFileSync(join(cwd, 'edge.cfg'), `${EDGE}${fix}`)
    const { found } = await json(cwd, ['edge.cfg'])
    expect(found.filter(({ level }) => level !== 'advice')).toEqual([])
    writeFileSync(join(cwd, 'edge.cfg'), EDGE)
    const { status, err } = await check(cwd, ['edge.cfg', '--fix-to', 'taken.cfg'])
    expect({ status, err }).toEqual({
      status: 2,
      err: 'vlan-dojo: taken.cfg exists already and was left as it is; name a new file.\n',
    })
    expect(readFileSync(join(cwd, 'taken.cfg'), 'utf8')).toBe('mine\n')
    expect(existsSync(join(cwd, 'known.json'))).toBe(false)
  })
})

it('--fix-to writes what a shell takes for a bridge of a host, and the site is clean after it', async () => {
  const shown = `ovs-vsctl add-br br0
ovs-vsctl set port br0 tag=30
ovs-vsctl add-port br0 eth0 tag=10 trunks=20 vlan_mode=native-untagged
ovs-vsctl add-port br0 vnet1 tag=10
ovs-vsctl add-port br0 vnet2 tag=20
`
  const cwd = folderWith({ 'kvm.txt': shown })
  await check(cwd, ['kvm.txt', '--fix-to', 'fix.sh'])
  const fix = readFileSync(join(cwd, 'fix.sh'), 'utf8')
  expect(fix).toContain('ovs-vsctl set port eth0 tag=999\n')
  expect(fix.split('\n').every((line) => line === '' || /^(?:#|ovs-vsctl) /.test(line))).toBe(true)
  writeFileSync(join(cwd, 'kvm.txt'), `${shown}${fix}`)
  const { found } = await json(cwd, ['kvm.txt'])
  expect(found.filter(({ level }) => level !== 'advice')).toEqual([])
})

it('--pcap writes the witness of each finding, readable as a capture', async () => {
  const cwd = folderWith({ 'edge.cfg': EDGE })
  await check(cwd, ['edge.cfg', '--pcap', 'captures', '--rule', 'dtp/dynamic-port,native/in-use'])
  const names = readdirSync(join(cwd, 'captures')).sort()
  expect(names).toEqual([
    'EDGE-dtp-dynamic-port-FastEthernet0-5-vlan-20.pcapng',
    'EDGE-native-in-use-FastEthernet0-9-vlan-20.pcapng',
  ])
  const capture = readFileSync(join(cwd, 'captures', names[1] ?? ''))
  expect(capture.readUInt32LE(0)).toBe(0x0a0d0d0a)
  // The frame as the attacker sends it: the tag of its own VLAN over that of the target.
  expect(capture.includes(Buffer.from('8100000a81000014', 'hex'))).toBe(true)
})

it('says of a folder without configurations what is searched for', async () => {
  const { status, err } = await check(folderWith({ 'notes/readme.md': 'nothing here' }), ['notes'])
  expect(status).toBe(2)
  expect(err).toContain(
    'notes is a folder without configurations: it is searched for files that end in .cfg,',
  )
})

it('--explain lists the lines that were not understood', async () => {
  const cwd = folderWith({
    'edge.cfg': EDGE.replace('switchport mode dynamic auto', 'switchport frobnicate'),
  })
  const { out } = await check(cwd, ['edge.cfg', '--explain'])
  expect(out).toMatch(/ 6 {2}unknown {5}switchport frobnicate/)
  expect(out.replace(/\s+/g, ' ')).toMatch(
    /Of its lines \d+ are simulated, 0 cannot matter here, 0 are known and not simulated, 1 are/,
  )
})

it('--fix-to writes no file where there is nothing to fix, and says so', async () => {
  const cwd = folderWith({
    'edge.cfg': 'hostname EDGE\ninterface FastEthernet0/1\n switchport mode access\n',
  })
  const { status, err } = await check(cwd, ['edge.cfg', '--fix-to', 'fix.cfg'])
  expect({ status, err }).toEqual({
    status: 0,
    err: 'vlan-dojo: no error or warning has a fix, so fix.cfg was not written.\n',
  })
  expect(existsSync(join(cwd, 'fix.cfg'))).toBe(false)
})

describe('a device without findings is called no safer than it was looked at', () => {
  const OPEN =
    'hostname SW\ninterface FastEthernet0/5\n switchport mode dynamic auto\n switchport access vlan 20\n spanning-tree bpduguard enable\n'
  const SHUT = `hostname SW
interface FastEthernet0/5
 switchport mode access
 switchport access vlan 20
 switchport nonegotiate
 spanning-tree bpduguard enable
`

  it('where a baseline knows what is found', async () => {
    const cwd = folderWith({ 'sw.cfg': OPEN })
    await check(cwd, ['sw.cfg', '--write-baseline', 'known.json'])
    const { out } = await check(cwd, ['sw.cfg', '--baseline', 'known.json'])
    expect(out).toContain('Nothing new: the baseline knows the one finding.')
  })

  it('where comments keep it quiet', async () => {
    const text = OPEN.replace(
      ' switchport mode',
      '! vlan-dojo-ignore dtp/dynamic-port -- lab\n switchport mode',
    )
    const { out } = await check(folderWith({ 'sw.cfg': text }), ['sw.cfg'])
    expect(out).toContain('Nothing found but what comments in the file keep quiet.')
  })

  it('where only some rules were run', async () => {
    const { out } = await check(folderWith({ 'sw.cfg': OPEN }), ['sw.cfg', '--rule', 'native/'])
    expect(out).toContain('Nothing found by the rules that were run.')
  })

  it.each([
    [' switchport frobnicate', 'Fa0/5'],
    ['vtp pruning', 'every port'],
    ['vlan 20\n private-vlan isolated', 'Fa0/5'],
  ])('where "%s" was not understood', async (line, where) => {
    const cwd = folderWith({ 'sw.cfg': `${SHUT}${line}\n` })
    const { out } = await check(cwd, ['sw.cfg'])
    expect(out).toContain('Nothing found in the lines that were understood.')
    expect(out.replace(/\s+/g, ' ')).toContain(`was not understood: what gets through at ${where} is unsure.`)
    const { out: report } = await check(cwd, ['sw.cfg', '--format', 'markdown'])
    expect(report).toContain('Unsure:')
    const { files } = await json(cwd, ['sw.cfg'])
    expect(files[0]).toMatchObject({ findings: [], unsure: [expect.stringContaining('was not understood')] })
  })

  it('where a line left a verdict open, which counts as a warning until a baseline knows the line', async () => {
    const cwd = folderWith({ 'sw.cfg': `${SHUT} switchport frobnicate\n` })
    const { out, status } = await check(cwd, ['sw.cfg'])
    expect(status).toBe(1)
    expect(out).toContain('\n1 line not understood left verdicts open; each counts as a warning.\n')
    const { out: report } = await check(cwd, ['sw.cfg', '--format', 'json'])
    expect(JSON.parse(report).summary).toMatchObject({ warnings: 0, unsure: 1 })
    const statusOf = async (...more: string[]) => (await check(cwd, ['sw.cfg', ...more])).status
    expect(await statusOf('--fail-on', 'error')).toBe(0)
    expect(await statusOf('--rule', 'native/')).toBe(0)
    await statusOf('--write-baseline', 'known.json')
    expect(await statusOf('--baseline', 'known.json')).toBe(0)
    writeFileSync(join(cwd, 'sw.cfg'), `${SHUT} switchport frobnicate twice\n`)
    expect(await statusOf('--baseline', 'known.json')).toBe(1)
  })

  it('in lines that are laid out though a tab stands in one that was not understood', async () => {
    const cwd = folderWith({ 'sw.cfg': `${SHUT} switchport\tfrobnicate\tit\n` })
    const { out } = await check(cwd, ['sw.cfg', '--explain'])
    expect(out).toContain('switchport frobnicate it')
    expect(out).not.toContain('\t')
  })

  it('and in full where all was understood, on ports that are shut, and in lines that a finding tells of', async () => {
    const told = async (text: string) => (await json(folderWith({ 'sw.cfg': text }), ['sw.cfg'])).files[0]
    expect(await told(SHUT)).toMatchObject({ unsure: [] })
    expect(await told(`${SHUT} switchport frobnicate\n shutdown\n`)).toMatchObject({ unsure: [] })
    expect(await told(`${OPEN} switchport frobnicate\n`)).toMatchObject({ unsure: [] })
    const { out } = await check(folderWith({ 'sw.cfg': SHUT }), ['sw.cfg'])
    expect(out).toContain('Nothing found: no attack that is simulated here gets through.')
  })
})
