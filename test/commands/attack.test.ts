import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { main } from '../../src/main.ts'
import { fakeIo } from '../support/fake-io.ts'
import { tempFolder } from '../support/temp-folder.ts'

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
 switchport mode trunk
interface FastEthernet0/24
 switchport trunk native vlan 10
 switchport mode trunk
`

async function attack(...args: string[]) {
  const io = fakeIo(EDGE)
  const status = await main(['attack', '-', ...args], io, '1.2.3')
  return { status, out: io.out(), err: io.err() }
}

it('tells the gravest attack of a port step by step, on the lines responsible', async () => {
  const { status, out } = await attack('fa0/9', '--platform', 'catalyst-2950')
  expect(status).toBe(1)
  await expect(out).toMatchFileSnapshot('../golden/check/attack.txt')
})

it.each([
  [['fa0/5'], 1, 'It works.'],
  [['fa0/9'], 1, 'It depends on the switch.'],
  [['fa0/9', '--attack', 'switch-spoofing'], 0, 'It is blocked.'],
  [['fa0/10', '--purpose', 'fa0/10=host', '--attack', 'plain-tagging', '--vlan', '20'], 1, 'It works.'],
])('%j ends with %i', async (args, status, sentence) => {
  const run = await attack(...args)
  expect(run.status).toBe(status)
  expect(run.out).toContain(sentence)
})

const HOST = `Name        Virtual Switch  Active Clients  VLAN ID
----------  --------------  --------------  -------
Router      vSwitch0                     1     4095
vMotion     vSwitch0                     1       50
`

it('tells what a guest that tags gets to on a host, and behind a port for a hypervisor', async () => {
  const io = fakeIo(HOST)
  expect(await main(['attack', '-', 'Router', '--dialect', 'esxi'], io, '1.2.3')).toBe(1)
  expect(io.out()).toMatch(/^guest-tagging from \S+ Router into VLAN 50: \[50\]\n/)
  const { status, out } = await attack('fa0/10', '--purpose', 'fa0/10=hypervisor')
  expect(status).toBe(1)
  expect(out).toContain('On the hypervisor behind FastEthernet0/10 a machine is assumed')
})

it('takes what .vlan-dojo.yaml says of the port', async () => {
  const cwd = tempFolder()
  writeFileSync(join(cwd, 'edge.cfg'), EDGE)
  writeFileSync(join(cwd, '.vlan-dojo.yaml'), 'purposes:\n  fa0/10: host\n')
  const io = fakeIo('', { cwd })
  expect(await main(['attack', 'edge.cfg', 'fa0/10', '--vlan', '20'], io, '1.2.3')).toBe(1)
  expect(io.out()).toContain('plain-tagging from EDGE FastEthernet0/10 into VLAN 20')
})

it.each([
  [[], 'Name a file and one of its ports'],
  [['Gi9/9'], 'EDGE has no port Gi9/9.'],
  [['fa0/11'], 'EDGE has no port fa0/11; is Fa0/1 meant?'],
  [['fa0/24'], 'FastEthernet0/24 holds no attacker'],
  [['fa0/9', '--vlan', '10'], 'Choose one of the VLANs that somebody would miss: 20'],
  [['fa0/9', '--vlan', '4095'], '--vlan takes a VLAN from 1 to 4094; not "4095"'],
  [['fa0/9', '--vlan', 'hope'], '--vlan takes a VLAN from 1 to 4094; not "hope"'],
  [
    ['fa0/9', '--attack', 'guest-tagging'],
    'No guest-tagging can be tried from this port, only switch-spoofing',
  ],
  [['fa0/9', '--attack', 'hope'], '--attack takes'],
])('%j is bad use', async (args, sentence) => {
  const { status, out, err } = await attack(...args)
  expect({ status, out }).toEqual({ status: 2, out: '' })
  expect(err).toContain(sentence)
})

const SOUTH = `hostname SOUTH
interface FastEthernet0/1
 switchport access vlan 20
 switchport mode access
interface FastEthernet0/2
 switchport access vlan 20
 switchport mode access
interface FastEthernet0/24
 switchport trunk native vlan 10
 switchport mode trunk
`
const CABLE = 'links:\n  - [EDGE Fa0/24, SOUTH:Fa0/24]\n'

/** A folder with two switches and what is said of them as a site. */
function twoSwitches(): string {
  const cwd = tempFolder()
  writeFileSync(join(cwd, 'edge.cfg'), EDGE)
  writeFileSync(join(cwd, 'south.cfg'), SOUTH)
  writeFileSync(join(cwd, 'site.yaml'), CABLE)
  return cwd
}

async function attackIn(cwd: string, ...args: string[]) {
  const io = fakeIo('', { cwd })
  const status = await main(['attack', ...args], io, '1.2.3')
  return { status, out: io.out(), err: io.err() }
}

describe('several devices', () => {
  it.each([
    [['edge.cfg', 'south.cfg', 'EDGE:fa0/9']],
    [['edge.cfg', 'south.cfg', 'EDGE fa0/9']],
    [['edge.cfg', 'south.cfg', 'edge', 'fa0/9']],
    [['*.cfg', 'fa0/9']],
    [['.', 'fa0/9']],
  ])('%j opens the cell of the site, over the cable to the switch that was read', async (args) => {
    const { status, out, err } = await attackIn(twoSwitches(), ...args, '--site', 'site.yaml', '--vlan', '20')
    expect({ status, err }).toEqual({ status: 1, err: '' })
    expect(out).toContain('double-tagging from EDGE FastEthernet0/9 into VLAN 20: [10|20]')
    expect(out).toContain('travels from EDGE FastEthernet0/24 to SOUTH FastEthernet0/24')
  })

  it('takes each device by itself without a description of the site, as check does', async () => {
    const { out } = await attackIn(twoSwitches(), '.', 'EDGE:fa0/9', '--vlan', '20')
    expect(out).toContain('travels from EDGE FastEthernet0/24 to FAR FastEthernet0/24')
  })

  it.each([
    [['Fa0/1'], '2 devices have a port Fa0/1: EDGE, SOUTH. Say which: EDGE:Fa0/1.'],
    [['EDG:Fa0/1'], 'There is no device EDG; is EDGE meant?'],
    [['WEST:Fa0/1'], 'There is no device WEST; there are EDGE, SOUTH.'],
    [['SOUTH:Fa0/7'], 'SOUTH has no port Fa0/7; is Fa0/1 meant?'],
    [['Fa0/77'], 'None of EDGE, SOUTH has a port Fa0/77.'],
    [['EDGE:Fa0/24'], '--purpose EDGE:Fa0/24=host says otherwise'],
    [['SOTUH', 'Fa0/1'], 'SOTUH cannot be read: there is no such file'],
  ])('%j is bad use', async (args, sentence) => {
    const { status, out, err } = await attackIn(
      twoSwitches(),
      'edge.cfg',
      'south.cfg',
      ...args,
      '--site',
      'site.yaml',
    )
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toContain(sentence)
  })
})

it('begins the film at the port that was named, not at the first of those that are alike', async () => {
  const io = fakeIo(SOUTH.replaceAll('access vlan 20', 'access vlan 10'))
  expect(await main(['attack', '-', 'fa0/2', '--attack', 'double-tagging'], io, '1.2.3')).toBe(1)
  expect(io.out()).toContain('travels from EVIL eth0 to SOUTH FastEthernet0/2.')
  expect(io.out()).not.toContain('FastEthernet0/1.')
})

it('tries a VLAN that nobody is known in, where it is asked for', async () => {
  const { status, out } = await attack('fa0/5', '--attack', 'switch-spoofing', '--vlan', '77')
  expect(status).toBe(1)
  expect(out).toContain('switch-spoofing from EDGE FastEthernet0/5 into VLAN 77')
})

describe('a native VLAN mismatch', () => {
  const end = (name: string, native: number) => `hostname ${name}
interface Ethernet1/5
  switchport
  switchport access vlan ${native}
interface Ethernet1/48
  switchport
  switchport mode trunk
  switchport trunk native vlan ${native}
`
  const folder = (far: number) => {
    const cwd = tempFolder()
    writeFileSync(join(cwd, 'near.cfg'), end('NEAR', 10))
    writeFileSync(join(cwd, 'far.cfg'), end('FAR', far))
    writeFileSync(join(cwd, 'site.yaml'), 'links:\n  - [NEAR Eth1/48, FAR Eth1/48]\n')
    return cwd
  }
  const mismatch = (dialect: string, far: number, from: string, vlan: number) =>
    attackIn(
      folder(far),
      ...['near.cfg', 'far.cfg', from, '--site', 'site.yaml', '--dialect', dialect],
      ...['--attack', 'native-mismatch', '--vlan', `${vlan}`],
    )

  it.each([
    ['NEAR', 20],
    ['FAR', 10],
  ])('is shown in a site from %s into VLAN %i, though nobody writes a tag', async (from, vlan) => {
    const { status, out } = await mismatch('nxos', 20, `${from}:Eth1/5`, vlan)
    expect(status).toBe(1)
    expect(out).toContain(`native-mismatch from ${from} Ethernet1/5 into VLAN ${vlan}: []`)
    expect(out).toContain('It depends on the switch.')
  })

  it('ends where PVST+ blocks the two VLANs', async () => {
    const { status, out } = await mismatch('ios', 20, 'NEAR:Eth1/5', 20)
    expect({ status, blocked: out.includes('It is blocked.') }).toEqual({ status: 0, blocked: true })
  })

  it('cannot be tried where both ends agree', async () => {
    const { status, err } = await mismatch('nxos', 10, 'NEAR:Eth1/5', 20)
    expect(status).toBe(2)
    expect(err).toContain('No native-mismatch can be tried from this port, only switch-spoofing')
  })
})

const TWINS = `hostname EDGE
interface GigabitEthernet0/1
 switchport access vlan 30
 switchport mode access
interface GigabitEthernet0/23
 switchport trunk native vlan 10
 switchport trunk allowed vlan 10,20
 switchport mode trunk
interface GigabitEthernet0/24
 switchport trunk native vlan 10
 switchport trunk allowed vlan 10,20
 switchport mode trunk
`
const toHypervisors = ['--purpose', 'gi0/23=hypervisor', '--purpose', 'gi0/24=hypervisor'] as const

it.each([
  ['gi0/23', 'GigabitEthernet0/23', 'GigabitEthernet0/24'],
  ['gi0/24', 'GigabitEthernet0/24', 'GigabitEthernet0/23'],
])('of two trunks alike a guest behind %s goes out by the other one', async (port, behind, other) => {
  const io = fakeIo(TWINS)
  expect(await main(['attack', '-', port, '--vlan', '30', ...toHypervisors], io, '1.2.3')).toBe(1)
  expect(io.out()).toContain(`travels from ESX vmnic0 to EDGE ${behind}`)
  expect(io.out()).toContain(`travels from EDGE ${other}`)
})

it('a guest of a port group that was read goes out by the trunk to its host', async () => {
  const cwd = tempFolder()
  writeFileSync(join(cwd, 'edge.cfg'), TWINS)
  writeFileSync(join(cwd, 'host.txt'), HOST)
  writeFileSync(join(cwd, 'site.yaml'), 'links: []\n')
  const files = ['edge.cfg', 'host.txt', '--site', 'site.yaml']
  const { status, out } = await attackIn(cwd, ...files, 'Router', '--vlan', '30', ...toHypervisors)
  expect(status).toBe(1)
  expect(out).toContain('It works.')
})
