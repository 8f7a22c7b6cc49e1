import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { main } from '../../src/main.ts'
import { fakeIo } from '../support/fake-io.ts'

const EDGE = `switch 1 provision ws-c2960-24tt-l
hostname EDGE
interface FastEthernet0/1
 switchport access vlan 20
 switchport mode access
interface FastEthernet0/5
 switchport access vlan 10
interface FastEthernet0/9
 switchport access vlan 10
 switchport mode access
interface FastEthernet0/24
 switchport trunk native vlan 10
 switchport mode trunk
 switchport nonegotiate
`

const CLEAN = `switch 1 provision ws-c2960-24tt-l
hostname CLEAN
interface FastEthernet0/9
 switchport access vlan 10
 switchport mode access
 spanning-tree bpduguard enable
interface FastEthernet0/24
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20
 switchport mode trunk
 switchport nonegotiate
`

async function check(files: Readonly<Record<string, string>>, ...args: string[]) {
  const cwd = mkdtempSync(join(tmpdir(), 'vlan-dojo-check-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text)
  const io = { ...fakeIo(), cwd }
  const status = await main(['check', ...args], io, '1.2.3')
  return { status, out: io.out(), err: io.err() }
}

it('tells people the ports, the line, the attack with its tags, the fix and its cost', async () => {
  const { status, out, err } = await check({ 'edge.cfg': EDGE }, 'edge.cfg')
  expect({ status, err }).toEqual({ status: 1, err: '' })
  await expect(out).toMatchFileSnapshot('../golden/check/edge.txt')
})

it('calls a port typed in small letters as devices print it, and leaves it as typed in the lines to type', async () => {
  const { out } = await check({ 'edge.cfg': EDGE.replaceAll('FastEthernet', 'fa') }, 'edge.cfg')
  const lines = out.split('\n').filter((line) => line.includes('fa0/'))
  expect(lines.map((line) => line.trim().replace(/^fix +/, ''))).toEqual([
    'interface fa0/5',
    'interface fa0/24',
  ])
  expect(out).toMatch(/native VLAN of\s+Fa0\/24/)
})

describe('--format json', () => {
  it('holds the contract, with a witness that reaches and what it rests on', async () => {
    const { status, out } = await check({ 'edge.cfg': EDGE }, 'edge.cfg', '--format', 'json')
    expect(status).toBe(1)
    const report = JSON.parse(out)
    expect(Object.keys(report)).toEqual(['version', 'files', 'unreadable', 'summary'])
    const [file] = report.files
    expect(file).toMatchObject({ path: 'edge.cfg', device: 'EDGE', dialect: 'ios' })
    const dynamic = file.findings.find(({ rule }: { rule: string }) => rule === 'dtp/dynamic-port')
    expect(dynamic).toMatchObject({
      ports: ['FastEthernet0/5'],
      lines: [6],
      written: false,
      fix: ['interface FastEthernet0/5', ' switchport mode access'],
    })
    const inUse = file.findings.find(({ rule }: { rule: string }) => rule === 'native/in-use')
    expect(inUse).toMatchObject({
      level: 'warning',
      verdict: 'depends',
      ports: ['FastEthernet0/5', 'FastEthernet0/9'],
      lines: [7, 9, 12],
      witness: { attack: 'double-tagging', from: { device: 'EDGE', port: 'FastEthernet0/5' } },
    })
    expect(inUse.witness.frames.map(({ tags }: { tags: number[] }) => tags)).toEqual([[0, 20], [20], []])
  })

  it('is one object even where nothing could be read', async () => {
    const { status, out, err } = await check({}, 'missing.cfg', '--format', 'json')
    expect(status).toBe(2)
    expect(JSON.parse(out).unreadable).toEqual([{ path: 'missing.cfg', problem: expect.any(String) }])
    expect(err).toMatch(/^vlan-dojo: missing\.cfg .*\n$/)
  })
})

it('is silent and ends with 0 where no attack gets through', async () => {
  const { status, out } = await check({ 'clean.cfg': CLEAN }, 'clean.cfg')
  expect(status).toBe(0)
  expect(out).toContain('Nothing found')
})

it.each([
  ['advice', 1],
  ['warning', 1],
  ['error', 1],
  ['never', 0],
])('--fail-on %s ends with %i', async (level, expected) => {
  expect((await check({ 'edge.cfg': EDGE }, 'edge.cfg', '--fail-on', level)).status).toBe(expected)
})

it('says 2 over 1 when a file cannot be read, and still reports the others', async () => {
  const { status, out, err } = await check({ 'edge.cfg': EDGE }, 'missing.cfg', 'edge.cfg')
  expect({ status, lines: err.split('\n').length }).toEqual({ status: 2, lines: 2 })
  expect(out).toContain('dtp/dynamic-port')
})

it('lets no control byte of a file reach the output', async () => {
  const evil = EDGE.replace('hostname EDGE', 'hostname \u001b[31mEDGE').replaceAll(
    'interface FastEthernet0/5',
    'interface FastEthernet0/5\n switchport \u001b]0;owned\u0007 thing',
  )
  for (const format of ['human', 'json']) {
    const { out } = await check({ 'evil.cfg': evil }, 'evil.cfg', '--format', format)
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/)
  }
})

it.each([
  [[], 'Name a configuration'],
  [['x.cfg', '--format', 'xml'], '--format takes human, json'],
  [['x.cfg', '--fail-on', 'sunday'], '--fail-on takes'],
])('%j is bad use', async (args, sentence) => {
  const { status, out, err } = await check({}, ...args)
  expect({ status, out }).toEqual({ status: 2, out: '' })
  expect(err).toContain(sentence)
})
