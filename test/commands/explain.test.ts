import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { main } from '../../src/main.ts'
import { ruleList, rulePage } from '../../src/report/rule-page.ts'
import { RULES } from '../../src/rules/index.ts'
import { fakeIo } from '../support/fake-io.ts'
import { tempFolder } from '../support/temp-folder.ts'

async function explain(...args: string[]) {
  const io = fakeIo()
  const status = await main(['explain', ...args], io, '1.2.3')
  return { status, out: io.out(), err: io.err() }
}

it('lists every rule', async () => {
  const { status, out } = await explain()
  expect({ status, lines: out.trimEnd().split('\n').length }).toEqual({ status: 0, lines: RULES.length })
})

it('tells a rule with its examples', async () => {
  const { status, out } = await explain('native/in-use')
  expect(status).toBe(0)
  expect(out).toContain('## Found in (ios)')
  expect(out).toContain('switchport trunk native vlan 10')
})

it.each([[['native/in-us']], [['dtp/dynamic-port', 'native/in-use']]])('%j is bad use', async (args) => {
  const { status, out, err } = await explain(...args)
  expect({ status, out, lines: err.split('\n').length }).toEqual({ status: 2, out: '', lines: 2 })
})

it('tells why a port group of a host is there, and does not stumble over a line that makes the text a list', async () => {
  const cwd = tempFolder()
  const list = `Name      Virtual Switch  Active Clients  VLAN ID
--------  --------------  --------------  -------
Firewall  vSwitch0                     1     4095
vMotion   vSwitch0                     1       50
`
  writeFileSync(join(cwd, 'esx1.txt'), list)
  const io = fakeIo('', { cwd })
  expect(await main(['explain', 'esx1.txt'], io, '1.2.3')).toBe(0)
  expect(io.out()).toContain('opens: guest tagging from Firewall into VLAN 50, which is blocked without it.')
  expect(io.out()).toMatch(/^esx1\.txt: 2 of \d lines that are simulated/)
})

it('tells why a line is there, and that another changes nothing', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'vlan-dojo-explain-'))
  writeFileSync(
    join(cwd, 'edge.cfg'),
    'hostname EDGE\ninterface FastEthernet0/1\n switchport access vlan 20\n switchport mode access\ninterface FastEthernet0/5\n description PC\n switchport access vlan 10\n switchport mode access\n',
  )
  const say = async (line: number) => {
    const io = { ...fakeIo(), cwd }
    expect(await main(['explain', `edge.cfg:${line}`], io, '1.2.3')).toBe(0)
    return io.out()
  }
  expect(await say(8)).toContain(
    'It holds shut: switch spoofing from Fa0/5 into VLAN 20, which works without it.',
  )
  expect(await say(6)).toContain('It changes nothing: without it no attack')
  expect(await say(5)).toContain('It holds shut: switch spoofing from Fa0/5 into VLAN 20')
  expect(await say(1)).toContain('It changes nothing')
})

const SERVED = `hostname EDGE
interface FastEthernet0/1
 switchport access vlan 20
 switchport mode access
interface FastEthernet0/5
 description PC
 switchport access vlan 10
 switchport mode access
 switchport nonegotiate
interface FastEthernet0/24
 switchport trunk native vlan 10
 switchport trunk allowed vlan 10,20
 switchport mode trunk
`

it('tells why every line of a file is there', async () => {
  const cwd = tempFolder()
  writeFileSync(join(cwd, 'edge.cfg'), SERVED)
  writeFileSync(
    join(cwd, '.vlan-dojo.yaml'),
    'platform: catalyst-2950\nservices:\n  - name: office\n    vlan: 10\n    ports: [Fa0/5, Fa0/24]\n',
  )
  const io = { ...fakeIo(), cwd }
  expect(await main(['explain', 'edge.cfg'], io, '1.2.3')).toBe(0)
  await expect(io.out()).toMatchFileSnapshot('../golden/check/lines.txt')
  const data = { ...fakeIo(), cwd }
  await main(['explain', 'edge.cfg:11', '--json'], data, '1.2.3')
  expect(JSON.parse(data.out())).toMatchObject([
    {
      line: 11,
      text: ' switchport trunk native vlan 10',
      attacks: [{ attack: 'double-tagging', with: 'works', without: 'blocked' }],
      services: [],
    },
  ])
})

it('the documentation is the same text', async () => {
  const pages = RULES.map(rulePage).map((page) => page.replaceAll(/^#/gm, '##'))
  const head =
    '# The rules of `vlan-dojo check`\n\nWritten from the rules themselves; `vlan-dojo explain RULE` prints the same.\n'
  const list = `\`\`\`\n${ruleList(RULES)}\`\`\`\n`
  await expect([head, list, ...pages].join('\n')).toMatchFileSnapshot('../../src/rules/RULES.md')
})
