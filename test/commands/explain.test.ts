import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { main } from '../../src/main.ts'
import { ruleList, rulePage } from '../../src/report/rule-page.ts'
import { RULES } from '../../src/rules/index.ts'
import { fakeIo } from '../support/fake-io.ts'

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
    'switch-spoofing from Fa0/5 into VLAN 20: blocked with it, works without it.',
  )
  expect(await say(6)).toContain('Without it no attack and no service that is named changes.')
})

it('the documentation is the same text', async () => {
  const pages = RULES.map(rulePage).map((page) => page.replaceAll(/^#/gm, '##'))
  const head =
    '# The rules of `vlan-dojo check`\n\nWritten from the rules themselves; `vlan-dojo explain RULE` prints the same.\n'
  const list = `\`\`\`\n${ruleList(RULES)}\`\`\`\n`
  await expect([head, list, ...pages].join('\n')).toMatchFileSnapshot('../../src/rules/RULES.md')
})
