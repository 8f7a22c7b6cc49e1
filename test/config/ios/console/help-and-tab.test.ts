import { describe, expect, test } from 'vitest'
import type { CommandNode } from '../../../../src/config/command-tree.ts'
import { CONFIG_TREES } from '../../../../src/config/ios/console/config-trees.ts'
import { EXEC_TREE } from '../../../../src/config/ios/console/exec-table.ts'
import { type ConsoleState, plainLine, steps } from '../../../../src/config/ios/console/index.ts'
import { at, OFFICE, typed } from './at-console.ts'

const SW1 = at(OFFICE, 'SW1')
const GLOBAL = typed(SW1, ['conf t']).state
const PORT = typed(GLOBAL, ['int gi0/3']).state

/** Every way through a tree by its words, arguments left out: where `?` has to say something. */
function* ways(node: CommandNode, before: string): Generator<{ before: string; words: readonly string[] }> {
  const words = [...node.words.keys()]
  if (words.length > 0) yield { before, words }
  for (const [word, next] of node.words) yield* ways(next, `${before}${word} `)
}

/** The words on the screen after `?` at the end of a line. */
function wordsAfter(state: ConsoleState, line: string): string[] {
  const { lines } = steps(state, [{ text: line }, { key: 'help' }])
  return lines
    .slice(1)
    .map(({ text }) => text)
    .join(' ')
    .split(/\s+/)
}

/** The shortest beginning of a word that no other of these words has. */
function shortest(word: string, words: readonly string[]): string {
  for (let length = 1; length < word.length; length++) {
    const cut = word.slice(0, length)
    if (words.filter((each) => each.startsWith(cut)).length === 1) return cut
  }
  return word
}

const MODES = [
  { name: 'exec', state: SW1, tree: EXEC_TREE },
  { name: 'global', state: GLOBAL, tree: CONFIG_TREES.global },
  { name: 'port', state: PORT, tree: CONFIG_TREES.port },
]

describe.each(MODES)('in $name mode', ({ state, tree }) => {
  const points = [...ways(tree, '')]

  test('"?" names every word that may stand at every point, and counts what is too much for a list', () => {
    for (const { before, words } of points) {
      const shown = wordsAfter(state, before)
      for (const word of words) {
        if (shown.includes(word)) continue
        expect(shown.join(' '), `${before}?`).toContain('A real switch also has')
        expect(wordsAfter(state, before + word.charAt(0)), `${before}${word.charAt(0)}?`).toContain(word)
      }
    }
  })

  test('Tab completes the shortest beginning of every word, and nothing shorter', () => {
    for (const { before, words } of points) {
      const all =
        before === '' && tree === CONFIG_TREES.port ? [...words, ...CONFIG_TREES.global.words.keys()] : words
      for (const word of words) {
        const cut = shortest(word, [...new Set(all)])
        const full = steps(state, [{ text: before + cut }, { key: 'tab' }]).state.editor.text
        expect(full, `${before}${cut} Tab`).toBe(
          `${before}${word} `.replace(/(.*) $/, cut === word && full === before + word ? '$1' : '$1 '),
        )
        const less = cut.slice(0, -1)
        if (less === '' || all.filter((each) => each.startsWith(less)).length < 2 || all.includes(less))
          continue
        expect(steps(state, [{ text: before + less }, { key: 'tab' }]).state.editor.text).toBe(before + less)
      }
    }
  })
})

describe('"?"', () => {
  const help = (state: typeof SW1, text: string) =>
    steps(state, [{ text }, { key: 'help' }]).lines.map(plainLine)

  test('shows how a word goes on, right after it, and what follows, after a blank', () => {
    expect(help(PORT, 'switchport tr')).toEqual([
      'SW1(config-if)#switchport tr?',
      '  trunk  How the port behaves while it is a trunk',
    ])
    expect(help(PORT, 'switchport trunk native vlan ')).toEqual([
      'SW1(config-if)#switchport trunk native vlan ?',
      '  tag       Tag the native VLAN on this trunk too',
      '  <1-4094>  VLAN ID',
    ])
    expect(help(PORT, 'switchport nonegotiate ')).toEqual([
      'SW1(config-if)#switchport nonegotiate ?',
      '  <cr>',
    ])
  })

  test('at the start of a line lists what the mode itself has, "no" among it', () => {
    expect(help(GLOBAL, '')).toContain('  no             Take a command back')
    expect(help(SW1, '').join('\n')).not.toMatch(/^ {2}no /m)
    const port = help(PORT, '')
    expect(port.join('\n')).toMatch(/^ {2}description +A comment on this port$/m)
    expect(port.join('\n')).not.toMatch(/Nothing in our subject| {2}hostname /)
    expect(port.length).toBeLessThan(40)
    expect(help(PORT, 'no ').filter((line) => !help(PORT, '').includes(line))).toEqual([
      'SW1(config-if)#no ?',
    ])
    expect(help(PORT, 'no ').join('\n')).not.toMatch(/^ {2}(?:exit|end|do|no) /m)
    expect(port.slice(-2)).toEqual([
      expect.stringMatching(/^\[vlan-dojo\] A real switch also has \d+ other words here/),
      '[vlan-dojo] Global commands are taken here too, and lead out of this mode.',
    ])
  })

  test('leaves the line as it was, and works when it is typed as a character or at the end of a line', () => {
    const pressed = steps(PORT, [{ text: 'switchport mode ?' }])
    expect(pressed.state.editor.text).toBe('switchport mode ')
    const line = steps(PORT, [{ line: 'switchport mode ?' }])
    expect(line.lines).toEqual(pressed.lines)
    expect(line.state.editor.text).toBe('')
  })

  test('after "|" lists the filters, and after one of them what to look for', () => {
    expect(help(SW1, 'show vlan brief | ').slice(1)).toEqual([
      '  begin    From the first line that holds this',
      '  exclude  Lines that do not hold this',
      '  include  Lines that hold this',
      '  section  Lines that hold this, with the indented lines under them',
    ])
    expect(help(PORT, 'do show vlan brief | sec').slice(1)).toEqual([
      '  section  Lines that hold this, with the indented lines under them',
    ])
    expect(help(SW1, 'show vlan brief | include ').slice(1)).toEqual([
      '  LINE  What to look for; "|" stands between alternatives',
    ])
  })

  test('after "interface" lists the kinds that there are', () => {
    expect(help(GLOBAL, 'interface ').slice(1)).toEqual([
      '  range            Configure several ports at once: Gi0/1 - 4, Gi0/7',
      '  GigabitEthernet  Ports of this switch',
      '  Port-channel     Ports that are one',
      '  Vlan             The switch itself in a VLAN',
    ])
  })

  test('leaves out the forms of the old VLAN database mode', () => {
    expect(help(GLOBAL, 'vtp ').join('\n')).not.toContain('server')
    expect(help(GLOBAL, 'vtp mode ').join('\n')).toContain('server')
  })

  test('after "do" speaks of privileged mode', () => {
    expect(help(PORT, 'do show vlan ').join('\n')).toContain('  brief  The VLANs and their access ports')
  })

  test('after what is no command says so', () => {
    expect(help(PORT, 'foo ')).toEqual([
      'SW1(config-if)#foo ?',
      '[vlan-dojo] The words before this are no command, so that nothing can follow them.',
    ])
  })
})

describe('Tab', () => {
  const tab = (state: typeof SW1, text: string) => steps(state, [{ text }, { key: 'tab' }]).state.editor.text

  test('completes the kind of a port', () => {
    expect(tab(GLOBAL, 'interface gi')).toBe('interface GigabitEthernet')
    expect(tab(SW1, 'show interfaces g')).toBe('show interfaces GigabitEthernet')
    expect(tab(SW1, 'show interfaces fa')).toBe('show interfaces fa')
  })

  test('works in the middle of a line', () => {
    const { editor } = steps(PORT, [
      { text: 'switchport mo access' },
      ...Array(7).fill({ key: 'left' }),
      { key: 'tab' },
    ]).state
    expect([editor.text, editor.cursor]).toEqual(['switchport mode  access', 16])
  })
})
