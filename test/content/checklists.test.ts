import { describe, expect, it } from 'vitest'
import { readChecklist } from '../../src/content/checklist.ts'
import { CHECKLISTS } from '../../src/content/checklists.built.ts'
import { showProblem } from '../../src/content/problem.ts'
import { plainText } from '../../src/content/prose.ts'

const GOOD = `---
about: For tests.
minutes: 5
---

# A list

Work from the top.

## First

- [ ] **A1** Say \`switchport mode access\`.
  - Why: It settles it.
  - Cost: None.
  - Ports: host, phone
  - Rules: \`dtp/dynamic-port\`
  - Attacks: \`switch-spoofing\`
- [ ] **A2** Look again.
  - Why: To be sure.
  - Cost: A minute.
`

function problems(text: string): readonly string[] {
  const loaded = readChecklist('checklists/a.md', text)
  return loaded.ok ? [] : loaded.problems.map(showProblem)
}

describe('a checklist file', () => {
  it('is read item by item', () => {
    const loaded = readChecklist('checklists/a.md', GOOD)
    if (!loaded.ok) throw new Error(problems(GOOD).join('\n'))
    const [first] = loaded.value.groups[0]?.items ?? []
    expect(loaded.value).toMatchObject({ id: 'a', title: 'A list', about: 'For tests.', minutes: 5 })
    expect(first).toMatchObject({ id: 'A1', purposes: ['host', 'phone'], rules: ['dtp/dynamic-port'] })
    expect(plainText(first?.says ?? [])).toBe('Say switchport mode access.')
  })

  it.each([
    [
      'a rule that is none',
      GOOD.replace('dtp/dynamic-port', 'dtp/dynamic'),
      'checklists/a.md:16: "dtp/dynamic" is not known here.',
    ],
    [
      'an item without its cost',
      GOOD.replace('  - Cost: A minute.\n', ''),
      'checklists/a.md:18: The item A2 lacks a line "  - Cost: ...".',
    ],
    ['an item without an id', GOOD.replace('**A2** ', ''), 'checklists/a.md:18: An item has the form'],
    ['an id used twice', GOOD.replace('**A2**', '**A1**'), 'checklists/a.md:18: The id A1 is used twice.'],
    [
      'a field that is none',
      GOOD.replace('- Why: To', '- Reason: To'),
      'checklists/a.md:19: Below an item stand lines',
    ],
    ['prose below a heading', `${GOOD}\nMore.\n`, 'checklists/a.md:22: Below a heading stand items'],
    ['no title', GOOD.replace('# A list', 'A list'), 'checklists/a.md:6: A title must follow'],
    [
      'no front matter',
      GOOD.replace('---\n', ''),
      'checklists/a.md:1: The file must begin with front matter',
    ],
    [
      'a field missing in front',
      GOOD.replace('minutes: 5\n', ''),
      'checklists/a.md:2: the field "minutes" is missing.',
    ],
  ])('%s is told with its line', (_, text, start) => {
    const [first = ''] = problems(text)
    expect(first.startsWith(start), first).toBe(true)
  })
})

it('our checklists have distinct ids and something to weigh in every item', () => {
  expect(CHECKLISTS.length).toBeGreaterThan(0)
  for (const { groups } of CHECKLISTS) {
    const items = groups.flatMap((group) => group.items)
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    for (const { why, cost, says } of items) {
      expect([says, why, cost].map((spans) => plainText(spans).length > 0)).toEqual([true, true, true])
    }
  }
})
