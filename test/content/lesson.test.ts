import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readLesson } from '../../src/content/lesson.ts'
import { showProblem } from '../../src/content/problem.ts'

/** The lesson that the simulator contradicts in every point: its form is right. */
const TEXT = readFileSync(new URL('./fixtures/01-broken.md', import.meta.url), 'utf8')
const FILE = 'lessons/01-broken.md'

function problems(text: string, file = FILE): readonly string[] {
  const loaded = readLesson(file, text)
  return loaded.ok ? [] : loaded.problems.map(showProblem)
}

/** The text with one place changed, which must be there. */
function changed(from: string, to: string): string {
  if (!TEXT.includes(from)) throw new Error(`The fixture does not hold ${from}`)
  return TEXT.replace(from, to)
}

describe('a lesson file', () => {
  it('is read into parts in the order of the file, the last one to keep', () => {
    const loaded = readLesson(FILE, TEXT)
    if (!loaded.ok) throw new Error(problems(TEXT).join('\n'))
    const { value } = loaded
    expect(value).toMatchObject({ id: 'broken', order: 1, title: 'Broken', level: 'apply', needs: [] })
    expect(value.parts.map(({ kind }) => kind)).toEqual(['read', 'film', 'task', 'task', 'takeaway'])
    expect(value.scene.switches.map(({ name, place }) => [name, place.line])).toEqual([['SW1', 25]])
    expect(JSON.parse(JSON.stringify(value))).toEqual(value)
  })

  it('is the same with Windows line ends and a byte order mark', () => {
    expect(problems(`\uFEFF${TEXT.replaceAll('\n', '\r\n')}`)).toEqual([])
  })

  it.each([
    ['no front matter', changed('---\n', ''), ':1: The file must begin with front matter'],
    [
      'front matter left open',
      changed('minutes: 1\n---', 'minutes: 1\n'),
      ':1: The front matter is not closed',
    ],
    ['no title', changed('# Broken\n', ''), ':8: A title must follow'],
    ['text outside a section', changed('## The scene\n', ''), ':10: Text must stand in a section'],
    ['a block left open', TEXT.replace(/```\n$/, ''), ':116: This fenced block is not closed'],
    ['a table', changed('VLAN 20 is quiet.', '| a | b |'), ':11: Tables, HTML, quotes'],
    [
      'a level that is none',
      changed('level: apply', 'level: expert'),
      ':3: level: "expert" is not known here.',
    ],
    [
      'a field that is none',
      changed('minutes: 1', 'minuets: 1'),
      ':4: minuets: there is no field "minuets" here.',
    ],
    ['YAML that is none', changed('stations:', 'stations'), 'This is not YAML'],
    ['a block that is none', changed('yaml film', 'yaml movie'), ':34: There is no block "yaml movie".'],
    ['no scene', changed('yaml scene', 'yaml claims'), ':1: The lesson has no scene.'],
    [
      'a switch without text',
      changed('```ios SW1', '```ios SW9'),
      ':15: scene.switches.SW1: the configuration of SW1',
    ],
    [
      'a language of no switch',
      changed('```ios SW1', '```junos SW1'),
      ':25: "junos" is no language of switches.',
    ],
    ['a cable to nowhere', changed('HOST - SW1', 'HOTS - SW1'), ':21: There is no device HOTS.'],
    [
      'an attack that is none',
      changed('switch-spoofing', 'spoofing'),
      ':35: film.attack: "spoofing" is not known',
    ],
    [
      'a film without an action',
      changed('attack: switch-spoofing\nfrom: SW1 Gi0/5\nvlan: 20\nvictim: HOST\n', ''),
      ':35: film: nothing happens',
    ],
    [
      'a step that is none',
      changed('before: SW1 Gi0/5 dtp/becomes-trunk', 'before: SW1 Gi0/5 dtp/becomes'),
      ':44: predict.before: there is no decision "dtp/becomes"',
    ],
    [
      'an assertion that is none',
      changed('holds: SW1 Gi0/5 operates as trunk', 'holds: SW1 Gi0/5 is a trunk'),
      ':49: predict.answers.1.holds: "SW1 Gi0/5 is a trunk" is no assertion.',
    ],
    [
      'two right answers',
      changed('idea: M20', 'right: true\n    idea: M20'),
      ':47: predict.answers: 2 answers say "right: true".',
    ],
    ['a wrong answer without its idea', changed('    idea: M20\n', ''), 'a wrong answer needs "idea"'],
    [
      'an idea that is none',
      changed('idea: M20', 'idea: M99'),
      ':51: predict.answers.2.idea: "M99" is not known',
    ],
    [
      'three hints',
      changed('[switchport mode access it is, the port, the line, "interface Gi0/5"]', '[a, b, c]'),
      ':74: task.hints: give four',
    ],
    ['an id used twice', changed('id: dynamic', 'id: nothing'), ':84: The id "nothing" is used twice'],
    ['a claim without proof or source', changed('  source: A1\n', ''), ':117: claims.1: give either "holds"'],
    [
      'a question before any film',
      TEXT.replace(/```yaml film[\s\S]*?```\n/, ''),
      'This section asks before there is a film.',
    ],
  ])('%s is told with its line and a remedy', (_, text, start) => {
    const found = problems(text)
    expect(
      found.some((problem) => problem.startsWith(FILE) && problem.includes(start)),
      found.join('\n'),
    ).toBe(true)
  })

  it('must be called by its place and its id', () => {
    expect(problems(TEXT, 'lessons/broken.md')[0]).toMatch(
      /^lessons\/broken.md:1: The file name must be two digits/,
    )
  })

  it('tells every problem of a file at once', () => {
    const text = changed('idea: M20', 'idea: M99').replace('id: dynamic', 'id:').replace('source: A1', '')
    expect(problems(text).length).toBeGreaterThanOrEqual(3)
  })
})
