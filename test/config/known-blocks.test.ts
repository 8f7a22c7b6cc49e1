import { expect, test } from 'vitest'
import { indexOf } from '../../src/config/port-index.ts'
import { holdsFor } from './holds.ts'
import { mutated, SEEDS } from './mutations.ts'

/** The same text, read line by line: a port is read at one go only where its line is written as devices write it, with one blank. */
function inSingleLines(text: string): string {
  return text.replace(/^interface (?=\S)/gm, 'interface  ')
}

/** Everything that was read, down to the number of every line and source. */
function whatWasRead(text: string): unknown {
  return JSON.parse(JSON.stringify(holdsFor(text)).replace(/interface +/g, 'interface '))
}

function isReadAlikeInSingleLines(text: string): void {
  expect(whatWasRead(inSingleLines(text))).toEqual(whatWasRead(text))
}

test('a block taken as a whole is what its lines are one by one', () => {
  for (const text of [...SEEDS, ...Array.from({ length: 300 }, (_, number) => mutated(number))]) {
    isReadAlikeInSingleLines(text)
  }
})

const ACCESS = [' switchport mode access', ' switchport access vlan 20']
const GUARDED = [...ACCESS, ' spanning-tree bpduguard enable']
const COMMENTED = [' switchport mode access', '! by hand', ' switchport access vlan 20', '!']
const NOT_PLAIN = [...ACCESS, ' ip access-group 7 in']

test('a block that goes on after the one that is expected, or ends before it does, is read to its own end', () => {
  const blocks = [
    ACCESS,
    GUARDED,
    ACCESS,
    ACCESS,
    COMMENTED,
    GUARDED,
    NOT_PLAIN,
    ACCESS,
    NOT_PLAIN,
    [],
    ACCESS,
  ]
  const ports = [...blocks, ...blocks].map((block, n) => [`interface GigabitEthernet1/0/${n + 1}`, ...block])
  const text = ['hostname a', ...ports.flat()].join('\n')
  for (const end of ['\nend\n', '', '\n', '\n!', '\n ', '\n switchport mode'])
    isReadAlikeInSingleLines(text + end)
  const [device] = holdsFor(`${text}\nend\n`)
  const alike = device && indexOf(device).alike.map((places) => places.length)
  expect(alike).toEqual([10, 4, 2, 1, 1, 2, 1, 1])
})
