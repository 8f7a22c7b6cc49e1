import { describe, expect, test } from 'vitest'
import { findPort } from '../../../../src/config/index.ts'
import {
  openConsole,
  openConsoleAlone,
  plainLine,
  prompt,
  step,
  steps,
} from '../../../../src/config/ios/console/index.ts'
import { read } from '../show/lab.ts'
import { answer, at, OFFICE, transcript, typed } from './at-console.ts'

const SW1 = at(OFFICE, 'SW1')

function having(...lines: string[]) {
  return typed(SW1, lines).state
}

const PORT = having('configure terminal', 'interface GigabitEthernet0/3')

describe('whole sessions', () => {
  const SESSIONS: Readonly<Record<string, readonly string[]>> = {
    'the-intruder': [
      'show interfaces trunk',
      'wait 70',
      'sh int tr',
      'sh int gi0/1 sw',
      'show dtp interface gi 0/1',
      'conf t',
      'int gi0/1',
      'sw mo acc',
      'sw noneg',
      'do sh run int gi0/1',
      'end',
      'wait 60',
      'sh int gi0/1 trunk',
      'sh vlan brief',
    ],
    'rejected-commands': [
      'conf t',
      'int range gi0/1 - 3',
      'sw noneg',
      'sw mode access',
      'sw noneg',
      'sw mode dynamic auto',
      'sw port-security',
      'no sw noneg',
      'no sw mode',
      'sw port-security',
      'exit',
      'vlan 20,3000',
      'vtp mode server',
      'vlan 21,3001',
      'name LATER',
      'exit',
      'int gi0/3',
      'sw acc vlan 77',
      'spanning-tree portfast',
      'vtp mode transparent',
      'do sh vlan br',
    ],
    'other-modes': [
      'vlan 30',
      'disable',
      'conf t',
      'enable',
      'ping 192.0.2.1',
      'show version',
      'copy run start',
      'conf t',
      'switchport mode access',
      'name USERS',
      'show vlan brief',
      'line vty 0 4',
      'cdp run',
      'interface vlan 10',
      'ip address 192.0.2.1 255.255.255.0',
      'no shut',
      'interface gi0/9',
      'interface gi0/1 - 2',
      'vlan 1',
      'no vlan 1',
      'hostname DESK',
      'exit',
      'exit',
    ],
  }

  test.each(Object.entries(SESSIONS))('%s', async (name, lines) => {
    await expect(transcript(SW1, lines)).toMatchFileSnapshot(`golden/${name}.txt`)
  })
})

describe('prompts', () => {
  test.each([
    [[], 'SW1#'],
    [['disable'], 'SW1>'],
    [['disable', 'en'], 'SW1#'],
    [['conf t'], 'SW1(config)#'],
    [['conf t', 'int gi0/1'], 'SW1(config-if)#'],
    [['conf t', 'interface range gi0/1 , gi0/3'], 'SW1(config-if-range)#'],
    [['conf t', 'int range gi0/1'], 'SW1(config-if-range)#'],
    [['conf t', 'vlan 10'], 'SW1(config-vlan)#'],
    [['conf t', 'vlan 10', 'exit'], 'SW1(config)#'],
    [['conf t', 'vlan 10', 'int gi0/1'], 'SW1(config-if)#'],
    [['conf t', 'int gi0/1', 'vlan dot1q tag native'], 'SW1(config)#'],
    [['conf t', 'int gi0/1', 'end'], 'SW1#'],
    [['conf t', 'int vlan 10'], 'SW1(config-if)#'],
    [['conf t', 'hostname LAB-2'], 'LAB-2(config)#'],
  ])('%j leads to %s', (lines, expected) => {
    expect(prompt(having(...lines))).toBe(expected)
  })

  test('Ctrl-Z takes what is typed and goes back to privileged mode', () => {
    const { state, lines } = steps(PORT, [{ text: 'switchport access vlan 10' }, { key: 'end mode' }])
    expect(lines.map(plainLine)).toEqual(['SW1(config-if)#switchport access vlan 10^Z'])
    expect(prompt(state)).toBe('SW1#')
    expect(findPort(state.world.reading, 'Gi0/3')?.accessVlan.value).toBe(10)
  })
})

describe("the device's own words, where they are settled", () => {
  test('nonegotiate and dynamic exclude each other', () => {
    const words =
      "Command rejected: Conflict between 'nonegotiate' and 'dynamic' status on this interface: Gi0/3"
    expect(answer(PORT, 'switchport nonegotiate')).toEqual([words])
    const silent = typed(PORT, ['switchport mode access', 'switchport nonegotiate']).state
    expect(answer(silent, 'switchport mode dynamic desirable')).toEqual([words])
  })

  test('a port of two encapsulations is no static trunk yet', () => {
    const reading = read('hostname V\n! IOSv\ninterface Gi0/0\n')
    const console = openConsoleAlone(reading)
    const under = typed(console, ['conf t', 'int gi0/0']).state
    expect(answer(under, 'switchport mode trunk')).toEqual([
      'Command rejected: An interface whose trunk encapsulation is "Auto" can not be configured to "trunk" mode.',
    ])
    const done = typed(under, ['switchport trunk encapsulation dot1q', 'switchport mode trunk'])
    expect(done.lines.map(plainLine)).toEqual([
      'V(config-if)#switchport trunk encapsulation dot1q',
      'V(config-if)#switchport mode trunk',
      '%DTP-5-TRUNKPORTON: Port Gi0/0 has become dot1q trunk',
    ])
  })

  test('port security wants a static mode', () => {
    expect(answer(PORT, 'switchport port-security')[0]).toMatch(
      /^Command rejected: .*0\/3 is a dynamic port\.$/,
    )
  })

  test('an access VLAN that does not exist is made', () => {
    expect(answer(PORT, 'switchport access vlan 100')).toEqual([
      '% Access VLAN does not exist. Creating vlan 100',
    ])
    const done = typed(PORT, ['switchport access vlan 100']).state
    expect(answer(done, 'switchport access vlan 100')).toEqual([])
    expect(done.world.reading.device.vlans.existing.value).toContainEqual([100, 100])
  })

  test('extended VLANs need VTP transparent or off, and the device says so when one leaves', () => {
    const under = having('conf t', 'vtp mode server', 'vlan 4094')
    expect(answer(under, 'name UNUSED')).toEqual([])
    expect(answer(under, 'exit')).toEqual([
      '% Failed to create VLANs 4094',
      'Extended VLAN(s) not allowed in current VTP mode.',
      '%Failed to commit extended VLAN(s) changes.',
    ])
    expect(answer(having('conf t'), 'vtp mode transparent')).toEqual([
      'Setting device to VTP TRANSPARENT mode.',
    ])
  })

  test('VLANs are made when one leaves their mode, whichever way', () => {
    const under = having('conf t', 'vlan 20', 'name NEW')
    expect(answer(under, 'do show vlan brief').join('\n')).not.toContain('NEW')
    for (const way of ['exit', 'end', 'vlan 21', 'interface gi0/1', 'default interface gi0/1']) {
      const { vlanNames } = typed(under, [way]).state.world.reading
      expect([way, vlanNames[20]]).toEqual([way, 'NEW'])
    }
    expect(step(under, { key: 'end mode' }).state.world.reading.vlanNames[20]).toBe('NEW')
  })

  test('PortFast comes with a warning that names the port in full', () => {
    const [first, ...rest] = answer(PORT, 'spanning-tree portfast')
    expect(first).toBe('%Warning: portfast should only be enabled on ports connected to a single')
    expect(rest.at(-2)).toBe('%Portfast has been configured on GigabitEthernet0/3 but will only')
  })
})

describe('our words, where the device says something else', () => {
  test('are marked, and a caret stands under the word', () => {
    expect(answer(PORT, 'switchport mode acces s')).toEqual([
      `${' '.repeat('SW1(config-if)#switchport mode acces '.length)}^`,
      '[vlan-dojo] There is no such word here. Type "?" in its place to see what may stand there.',
    ])
    expect(answer(PORT, 'switchport mode')).toEqual([
      '[vlan-dojo] The command is not complete. Type a blank and "?" to see what may follow.',
    ])
    expect(answer(PORT, 's')).toEqual([
      '[vlan-dojo] This word is the beginning of several commands. Type "?" right after it to see which.',
    ])
  })

  test('say what a number must be', () => {
    const VLAN = '[vlan-dojo] A VLAN ID is a number from 1 to 4094.'
    expect(answer(PORT, 'switchport access vlan 5000').at(-1)).toBe(VLAN)
    expect(answer(SW1, 'show vlan id 0').at(-1)).toBe(VLAN)
    expect(answer(PORT, 'switchport trunk allowed vlan 30-20').at(-1)).toContain('the lower first in a range')
  })

  test.each([
    ['interface gi0/1.10', 'A sub-interface belongs to a routed port'],
    ['interface po1.4', 'A sub-interface belongs to a routed port'],
    ['interface loopback0', 'A real switch may have such interfaces'],
    ['no interface po1', 'A real switch takes away a port-channel'],
    ['default vlan 10', "A real switch takes a VLAN's settings back"],
    ['no vtp domain', 'This console cannot take this back'],
    ['no end', 'There is nothing to take back'],
  ])('%s is said plainly and does nothing', (line, says) => {
    const config = having('conf t')
    const done = typed(config, [line])
    expect(done.lines.map(plainLine).join('\n')).toContain(`[vlan-dojo] ${says}`)
    expect(done.state.world.reading).toEqual(config.world.reading)
  })

  test('a member takes part in a mode that there is', () => {
    expect(answer(PORT, 'channel-group 1 mode foo')[0]).toMatch(/^ +\^$/)
    expect(answer(PORT, 'channel-group 1 mode desirable non-silent').join('\n')).toContain('is made')
  })

  test('say why VLANs do not take a name', () => {
    expect(answer(having('conf t', 'vlan 20,21'), 'name X')).toEqual([
      '[vlan-dojo] A name is given to one VLAN at a time: these keep theirs.',
    ])
    expect(answer(having('conf t', 'vlan 20'), `name ${'x'.repeat(33)}`)).toEqual([
      "[vlan-dojo] A VLAN's name has at most 32 characters.",
    ])
  })

  test('say plainly what a real switch has and this console does not', () => {
    expect(answer(SW1, 'ping 192.0.2.1')).toEqual([
      '[vlan-dojo] A real switch has this command ("ping 192.0.2.1"); this console does not.',
    ])
  })
})

describe('the simulation behind it', () => {
  test('logs a trunk that forms and one that falls', () => {
    const { state, lines } = step(SW1, { pass: 70_000 })
    expect(lines).toEqual([{ voice: 'log', text: '%DTP-5-TRUNKPORTON: Port Gi0/1 has become dot1q trunk' }])
    expect(typed(state, ['conf t', 'int gi0/1', 'switchport mode access']).lines.at(-1)).toEqual({
      voice: 'log',
      text: '%DTP-5-NONTRUNKPORTON: Port Gi0/1 has become non-trunk.',
    })
  })

  test('logs that VTP domains differ', () => {
    const lab = {
      ...OFFICE,
      switches: { ...OFFICE.switches, SW2: `${OFFICE.switches.SW2}vtp domain B\n` },
    }
    const sw2 = at(lab, 'SW2')
    const domain = typed(
      at({ ...lab, switches: { ...lab.switches, SW1: `${OFFICE.switches.SW1}vtp domain A\n` } }, 'SW2'),
      ['wait 5'],
    )
    expect(domain.lines.map(plainLine)).toContain(
      '%DTP-5-DOMAINMISMATCH: Unable to perform trunk negotiation on port Gi0/24 because of VTP domain mismatch.',
    )
    expect(typed(sw2, ['wait 5']).lines.map(plainLine).join()).not.toContain('DOMAINMISMATCH')
  })

  test('typed configuration becomes stimuli that tell where each value comes from', () => {
    const done = typed(PORT, ['sw mo acc']).state
    const [stimulus, ...more] = done.world.stimuli
    expect(more).toEqual([])
    expect(stimulus).toMatchObject({
      do: 'configure',
      device: 'SW1',
      ports: [{ port: 'GigabitEthernet0/3', settings: { mode: { value: 'access' } } }],
      sources: [{ kind: 'typed', text: 'switchport mode access' }],
    })
  })

  test('a refused line changes nothing', () => {
    const before = having('conf t', 'int gi0/3')
    const done = typed(before, ['switchport nonegotiate']).state
    expect(done.world.stimuli).toEqual(before.world.stimuli)
  })

  test('a range takes a line port by port, and stops at the first that refuses it', () => {
    const range = having('conf t', 'int gi0/1', 'switchport mode access', 'int range gi0/1 - 2 , gi0/3')
    const done = typed(range, ['switchport nonegotiate'])
    expect(done.lines.slice(1).map(plainLine)).toEqual([
      "Command rejected: Conflict between 'nonegotiate' and 'dynamic' status on this interface: Gi0/3",
      '[vlan-dojo] The range stops at Gi0/3: the ports before it took the line.',
    ])
    const negotiates = ['Gi0/1', 'Gi0/2', 'Gi0/3'].map(
      (port) => findPort(done.state.world.reading, port)?.negotiate.value,
    )
    expect(negotiates).toEqual([false, false, true])
  })

  test('a network that is not modelled leaves the line untaken, and says so', () => {
    const loop = {
      switches: {
        A: 'hostname A\nswitch 1 provision ws-c2960x-24ts-l\ninterface Gi0/1\n switchport mode access\ninterface Gi0/2\n switchport mode access\n shutdown\n',
        B: 'hostname B\nswitch 1 provision ws-c2960x-24ts-l\ninterface Gi0/1\n switchport mode access\ninterface Gi0/2\n switchport mode access\n',
      },
      stations: { PC: { kind: 'host' as const, mac: '02:00:00:00:00:10' } },
      cables: ['A Gi0/1 - B Gi0/1', 'A Gi0/2 - B Gi0/2'],
    }
    const under = typed(at(loop, 'A'), ['conf t', 'int gi0/2']).state
    const done = typed(under, ['no shutdown'])
    expect(done.lines.map(plainLine).join('\n')).toMatch(/Not taken|no shutdown/)
  })

  test('a switch by itself has something silent at every port, so that what is not shut is up', () => {
    const reading = read(
      'hostname A\ninterface Gi0/1\n switchport mode trunk\ninterface Gi0/2\n switchport mode trunk\n shutdown\n',
    )
    const alone = openConsoleAlone(reading)
    expect(
      answer(alone, 'show interfaces switchport').filter((line) => line.startsWith('Operational Mode')),
    ).toEqual(['Operational Mode: trunk', 'Operational Mode: down'])
  })

  test('a secret that is typed does not stay on the screen', () => {
    const { lines } = typed(having('conf t'), ['enable secret hunter2', 'username a password 7 hunter2'])
    expect(lines.map(plainLine).join('\n')).not.toContain('hunter2')
    expect(lines[0]?.text).toBe('SW1(config)#enable secret ***')
  })

  test('speaks IOS only', () => {
    const reading = { ...SW1.world.reading, dialect: 'nxos' as const }
    expect(() => openConsole({ ...SW1.world, reading })).toThrow('The console speaks Cisco IOS')
  })
})
