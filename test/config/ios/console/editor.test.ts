import { describe, expect, test } from 'vitest'
import { type ConsoleInput, plainLine, steps } from '../../../../src/config/ios/console/index.ts'
import { at, OFFICE } from './at-console.ts'

const SW1 = at(OFFICE, 'SW1')

function shows(...inputs: readonly ConsoleInput[]): string {
  const { text, cursor } = steps(SW1, inputs).state.editor
  return `${text.slice(0, cursor)}|${text.slice(cursor)}`
}

describe('the line that is typed', () => {
  test.each<[ConsoleInput[], string]>([
    [[{ text: 'show' }, { key: 'left' }, { text: 'x' }], 'shox|w'],
    [[{ text: 'show' }, { key: 'home' }, { key: 'delete' }], '|how'],
    [[{ text: 'show' }, { key: 'backspace' }], 'sho|'],
    [[{ text: 'ab' }, { key: 'home' }, { key: 'left' }, { key: 'right' }], 'a|b'],
    [[{ text: 'show vlan brief' }, { key: 'delete word' }], 'show vlan |'],
    [[{ text: 'show vlan' }, { key: 'left' }, { key: 'delete to start' }], '|n'],
    [[{ text: 'show vlan' }, { key: 'left' }, { key: 'delete to end' }], 'show vla|'],
    [[{ text: 'ab' }, { key: 'home' }, { key: 'end' }], 'ab|'],
  ])('%j', (inputs, expected) => {
    expect(shows(...inputs)).toBe(expected)
  })

  test('lines typed before come back with up and down, and the one being typed after them', () => {
    const typed: ConsoleInput[] = [
      { line: 'show dtp' },
      { line: 'enable' },
      { line: 'enable' },
      { text: 'sh' },
    ]
    expect(shows(...typed, { key: 'up' })).toBe('enable|')
    expect(shows(...typed, { key: 'up' }, { key: 'up' })).toBe('show dtp|')
    expect(shows(...typed, { key: 'up' }, { key: 'up' }, { key: 'up' })).toBe('show dtp|')
    expect(
      shows(...typed, { key: 'up' }, { key: 'up' }, { key: 'down' }, { key: 'down' }, { key: 'down' }),
    ).toBe('sh|')
  })

  test('what is pasted is typed line by line', () => {
    const { lines, state } = steps(SW1, [{ text: 'conf t\r\nint gi0/3\nswitchport access vlan 10\nswitchp' }])
    expect(lines.map(plainLine)).toEqual([
      'SW1#conf t',
      'SW1(config)#int gi0/3',
      'SW1(config-if)#switchport access vlan 10',
    ])
    expect(state.editor.text).toBe('switchp')
  })

  test('is never longer than a thousand characters and holds no control characters', () => {
    expect(shows({ text: 'x'.repeat(5_000) })).toHaveLength(1_001)
    expect(shows({ text: 'a\u001b[2Jb\u0000c\u009bd\u202ee\ttab' })).toBe('a[2Jbcde tab|')
  })
})

describe('a filter after "|"', () => {
  const lines = (command: string) =>
    steps(SW1, [{ line: command }])
      .lines.slice(1)
      .map(plainLine)

  test('includes, excludes, begins and cuts out sections', () => {
    expect(lines('show running-config | include access vlan').slice(0, 2)).toEqual([
      ' switchport access vlan 10',
      ' switchport access vlan 10',
    ])
    expect(lines('sh run | sec ^vlan').slice(0, 2)).toEqual(['vlan 10', ' name USERS'])
    expect(lines('sh vl br | b 1005')).toEqual(['1005 trnet-default                    act/unsup'])
    expect(lines('sh vl br | exc act/unsup|----').map((line) => line.slice(0, 10))).toEqual([
      'VLAN Name ',
      '1    defau',
      '10   USERS',
    ])
    expect(lines('sh run | inc mode trunk$|name USERS').slice(0, 2)).toEqual([
      ' name USERS',
      ' switchport mode trunk',
    ])
  })

  test('is explained where it is not understood', () => {
    expect(lines('show dtp | foo bar')[0]).toMatch(/include, exclude, begin and section/)
    expect(lines('show dtp | include')[0]).toMatch(/include, exclude, begin and section/)
  })
})
