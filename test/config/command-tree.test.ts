import { describe, expect, test } from 'vitest'
import { globalCommand, harmless, portCommand } from '../../src/config/command.ts'
import { commandTree, matchLine } from '../../src/config/command-tree.ts'

const nothing = () => undefined
const TREE = commandTree([
  portCommand('switchport', { help: 'a', port: nothing, noPort: nothing }),
  portCommand('switchport access vlan <vlan>', { help: 'b', port: nothing, noPort: nothing }),
  portCommand('switchport mode access', { help: 'c', port: nothing, undoLine: 'no switchport mode' }),
  portCommand('switchport mode trunk', { help: 'd', port: nothing }),
  portCommand('description <text>', { help: 'e', port: nothing }),
  globalCommand('vlan <vlans>', { help: 'f' }),
  globalCommand('vlan <vlan> name <word>', { help: 'g' }),
  globalCommand('tree <vlans> priority <0-61440/4096>', { help: 'h' }),
  portCommand('cost <1-200>', { help: 'i' }),
  ...harmless('port', 'j', 'spanning-tree link-type, speed'),
])

const meant = (line: string) => {
  const match = matchLine(TREE, line)
  return match.found ? [match.command.syntax, ...match.args, ...(match.undo ? [match.undo] : [])] : match
}

describe('a line means a command', () => {
  test.each([
    ['switchport mode access', ['switchport mode access']],
    ['SW MO Acc', ['switchport mode access']],
    ['switchport access vlan 20', ['switchport access vlan <vlan>', 20]],
    ['no switchport access vlan', ['switchport access vlan <vlan>', 'no']],
    ['default switchport mode', ['switchport mode access', 'default']],
    ['no switchport mode', ['switchport mode access', 'no']],
    ['description  to  room 5 ', ['description <text>', 'to  room 5']],
    ['speed 1000', ['speed ...']],
    [
      'vlan 10,20-22',
      [
        'vlan <vlans>',
        [
          [10, 10],
          [20, 22],
        ],
      ],
    ],
    ['vlan 10 name staff', ['vlan <vlan> name <word>', 10, 'staff']],
    ['tree 7 priority 8192', ['tree <vlans> priority <0-61440/4096>', [[7, 7]], 8192]],
    ['no tree 7 priority 8192', ['tree <vlans> priority <0-61440/4096>', [[7, 7]], 8192, 'no']],
    ['no tree 7 priority', ['tree <vlans> priority <0-61440/4096>', [[7, 7]], 'no']],
    ['cost 1', ['cost <1-200>', 1]],
    ['cost 200', ['cost <1-200>', 200]],
  ])('%s', (line, expected) => expect(meant(line)).toEqual(expected))
})

describe('a line means none', () => {
  test.each([
    ['switchport mode', 'incomplete', 15],
    ['s', 'ambiguous', 0],
    ['switchport access vlan 4095', 'unknown', 23],
    ['switchport mode accesss', 'unknown', 16],
    ['  frobnicate', 'unknown', 2],
    ['no', 'unknown', 0],
    ['no tree', 'incomplete', 7],
    ['no tree 7', 'incomplete', 9],
    ['tree 7 priority 8191', 'unknown', 16],
    ['tree 7 priority 65536', 'unknown', 16],
    ['cost 0', 'unknown', 5],
    ['cost 201', 'unknown', 5],
    ['cost 1.5', 'unknown', 5],
  ] as const)('%j', (line, why, at) => expect(meant(line)).toEqual({ found: false, why, at }))
})
