import { describe, expect, test } from 'vitest'
import { findPort } from '../../../../src/config/index.ts'
import { plainLine } from '../../../../src/config/ios/console/index.ts'
import { stateAt } from '../../../../src/net/state.ts'
import { answer, at, OFFICE, typed } from './at-console.ts'

const MADE = ['conf t', 'int range gi0/2 - 3', 'channel-group 1 mode active']
const SW1 = at(OFFICE, 'SW1')

function having(...lines: string[]) {
  return typed(SW1, lines).state
}

function said(...lines: string[]): string[] {
  return typed(SW1, lines)
    .lines.filter(({ voice }) => voice !== 'typed')
    .map(plainLine)
}

describe('a port-channel made at the console', () => {
  test('is said once, and takes the settings of its first member', () => {
    expect(said(...MADE)).toEqual([
      '[vlan-dojo] Port-channel1 is made, with the settings of its first member.',
    ])
    expect(findPort(having(...MADE).world.reading, 'Po1')?.accessVlan.value).toBe(10)
  })

  test('is one port of the simulated switch: a line typed there makes the trunk, and it alone is logged', () => {
    const lines = [...MADE, 'int po1', 'switchport mode trunk', 'switchport trunk native vlan 99']
    expect(said(...lines)).toContain('%DTP-5-TRUNKPORTON: Port Po1 has become dot1q trunk')
    expect(said(...lines).filter((line) => line.includes('Gi0/2'))).toEqual([])
    const { world } = having(...lines)
    const ports = stateAt(world.trace, world.trace.events.length - 1).switches.SW1?.ports ?? {}
    expect(ports['Port-channel1']?.operating).toBe('trunk')
    expect(ports['GigabitEthernet0/3']?.settings.nativeVlan.value).toBe(99)
    expect(answer(having(...lines), 'do show interfaces trunk').slice(0, 3)).toEqual([
      'Port        Mode             Encapsulation  Status        Native vlan',
      'Gi0/24      on               802.1q         trunking      1',
      'Po1         on               802.1q         trunking      99',
    ])
  })

  test('by its own interface line has no members and is down', () => {
    const alone = having('conf t', 'interface Port-channel 7', 'switchport mode trunk')
    expect(answer(alone, 'do show interfaces po7 switchport')).toContain('Operational Mode: down')
    expect(typed(alone, ['int gi0/2', 'channel-group 7 mode on']).lines.at(-1)).toEqual({
      voice: 'log',
      text: '%DTP-5-TRUNKPORTON: Port Po7 has become dot1q trunk',
    })
  })

  test('shut, takes its members down, and up again', () => {
    const trunk = having(...MADE, 'int po1', 'switchport mode trunk')
    const shut = typed(trunk, ['shutdown'])
    expect(shut.lines.at(-1)?.text).toBe('%DTP-5-NONTRUNKPORTON: Port Po1 has become non-trunk.')
    expect(answer(shut.state, 'do show running-config interface gi0/3')).toContain(' shutdown')
    expect(typed(shut.state, ['no shutdown']).lines.at(-1)?.text).toBe(
      '%DTP-5-TRUNKPORTON: Port Po1 has become dot1q trunk',
    )
  })

  test('leaves its settings to members that leave it', () => {
    const left = having(...MADE, 'int po1', 'switchport mode trunk', 'int gi0/3', 'no channel-group')
    expect(findPort(left.world.reading, 'Gi0/3')).toMatchObject({
      mode: { value: 'trunk' },
      channel: { value: null },
    })
  })
})

describe('a member with lines of its own', () => {
  const DIFFERS =
    '[vlan-dojo] Gi0/2 is a member of Po1 and now has lines of its own that differ: a device refuses them or suspends the port. Here it is suspended; make it like Po1 again, or configure that one.'

  test('is told, once', () => {
    expect(said(...MADE, 'int gi0/2', 'switchport access vlan 20')).toContain(DIFFERS)
    const told = having(...MADE, 'int gi0/2', 'switchport access vlan 20')
    expect(answer(told, 'description x')).toEqual([])
  })

  test('is not told of what is idle: a native VLAN of an access port', () => {
    expect(said(...MADE, 'int gi0/2', 'switchport trunk native vlan 5')).not.toContain(DIFFERS)
  })

  test('is suspended, as show commands tell', () => {
    const told = having(...MADE, 'int gi0/2', 'switchport access vlan 20')
    expect(answer(told, 'do show etherchannel summary').at(-1)).toContain('Gi0/2(s)')
    expect(answer(told, 'do show interfaces gi0/2 switchport')).toContain(
      'Operational Mode: down (suspended member of bundle Po1)',
    )
    expect(answer(typed(told, ['shutdown']).state, 'do show etherchannel summary').at(-1)).toContain(
      'Gi0/2(D)',
    )
    const lines = ['int gi0/2', 'switchport access vlan 20', 'switchport access vlan 10']
    const again = having(...MADE, ...lines)
    expect(answer(again, 'do show etherchannel summary').at(-1)).toContain('Gi0/2(P)')
  })

  test('agrees again after the same line at the port-channel', () => {
    const agreed = having(
      ...MADE,
      'int gi0/2',
      'switchport trunk native vlan 5',
      'int po1',
      'switchport trunk native vlan 5',
    )
    expect(agreed.world.reading.notes['GigabitEthernet0/2']?.differs).toEqual([])
  })
})

test('a port without a link is no trunk that could be logged, whatever it is told', () => {
  expect(said('conf t', 'int gi0/3', 'switchport mode trunk')).toEqual([])
  expect(said('conf t', 'int gi0/24', 'shutdown', 'no shutdown')).toEqual([
    '%DTP-5-NONTRUNKPORTON: Port Gi0/24 has become non-trunk.',
    '%DTP-5-TRUNKPORTON: Port Gi0/24 has become dot1q trunk',
  ])
})
