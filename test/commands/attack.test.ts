import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
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
  [['Gi9/9'], '- has no port Gi9/9.'],
  [['fa0/24'], 'FastEthernet0/24 holds no attacker'],
  [['fa0/9', '--vlan', '77'], 'Choose one of the VLANs that somebody would miss: 20'],
  [['fa0/9', '--attack', 'hope'], '--attack takes'],
])('%j is bad use', async (args, sentence) => {
  const { status, out, err } = await attack(...args)
  expect({ status, out }).toEqual({ status: 2, out: '' })
  expect(err).toContain(sentence)
})
