import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { isListed, withEntry } from '../../src/dev/entry.ts'
import { KINDS } from '../../src/dev/kinds.ts'
import { begin } from '../../src/dev/new.ts'
import { tempFolder } from '../support/temp-folder.ts'

const LISTS: Readonly<Record<string, string>> = {
  'src/rules/index.ts':
    "import type { Rule } from './rule.ts'\n\nexport const RULES: readonly Rule[] = [\n  one,\n  two,\n]\n",
  'src/attacks/index.ts': "export const ATTACKS: Readonly<Record<Id, Attack>> = {\n  'one-way': oneWay,\n}\n",
  'src/commands/index.ts': 'export const COMMANDS: readonly Command[] = []\n',
  'src/report/index.ts':
    'export const FORMATS = { human, json } as const satisfies Readonly<\n  Record<string, ReportFormat>\n>\n',
}

function project(): string {
  const root = tempFolder()
  for (const [path, text] of Object.entries(LISTS)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

test('a rule is a file and a line in the list', () => {
  const root = project()
  expect(begin(root, 'rule', 'access/unused')).toEqual(['src/rules/access-unused.ts', 'src/rules/index.ts'])
  expect(readFileSync(join(root, 'src/rules/access-unused.ts'), 'utf8')).toContain(
    "export const accessUnused: Rule = {\n  id: 'access/unused',",
  )
  const list = readFileSync(join(root, 'src/rules/index.ts'), 'utf8')
  expect(list).toContain("import { accessUnused } from './access-unused.ts'\n")
  expect(list).toContain('= [one,\n  two, accessUnused]\n')
})

test('a list by id gets the id, and an empty list its first member', () => {
  expect(
    withEntry(LISTS['src/attacks/index.ts'] ?? '', {
      name: 'plainTagging',
      from: './p.ts',
      id: 'plain-tagging',
    }),
  ).toContain("{'one-way': oneWay, 'plain-tagging': plainTagging}\n")
  expect(
    withEntry(LISTS['src/commands/index.ts'] ?? '', { name: 'check', from: './check.ts', id: 'check' }),
  ).toContain('= [check]\n')
})

test.each([
  ['toString', 'x', /^There is no kind "toString"; choose one of lesson, /],
  ['rule', 'unused', /^An id of a rule is a family and a name: access\/unused\.$/],
  ['lesson', '../../evil', /^An id of a lesson is a number of two digits and words: 12-voice-vlan\.$/],
])('%s %s is refused with what would do', (kind, id, sentence) => {
  expect(() => begin(project(), kind, id)).toThrow(sentence)
})

test('nothing that exists is written over', () => {
  const root = project()
  begin(root, 'lesson', '12-voice-vlan')
  expect(() => begin(root, 'lesson', '12-voice-vlan')).toThrow('lessons/12-voice-vlan.md exists already.')
})

test('every kind with a list lists what it begins', () => {
  const root = project()
  const ids: Readonly<Record<string, string>> = {
    rule: 'a/b',
    attack: 'a-b',
    command: 'explain',
    format: 'checkstyle',
  }
  for (const [name, kind] of Object.entries(KINDS)) {
    if (!kind.list) continue
    const id = ids[name] ?? ''
    begin(root, name, id)
    const [, codeName = ''] = /export const (\w+):/.exec(kind.file(id).text) ?? []
    const list = readFileSync(join(root, kind.list.path), 'utf8')
    expect(isListed(list, { name: codeName, from: '', id })).toBe(true)
  }
})
