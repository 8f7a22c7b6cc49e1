import { describe, expect, test } from 'vitest'
import { applyLines, findPort, readConfig, UnreadableConfig } from '../../../src/config/index.ts'
import type { PortSettings } from '../../../src/net/settings.ts'
import { showVlans } from '../../../src/net/vlan-set.ts'

function read(...lines: readonly string[]) {
  const [device] = readConfig(lines.join('\n'), { path: 'sw.cfg' }).devices
  if (!device) throw new Error('no device')
  return device
}

function port(name: string, ...lines: readonly string[]): PortSettings {
  const found = findPort(read(...lines), name)
  if (!found) throw new Error(`no ${name}`)
  return found
}

describe('what a port without a line is', () => {
  test('is open where the model is not known', () => {
    const device = read('hostname a', 'interface GigabitEthernet0/1')
    expect(device.profile).toBe('ios')
    expect(device.device.ports[0]?.mode.value).toBe('platform-default')
    expect(device.assumptions.join()).toContain('The switch model is not in the text.')
  })

  test.each([
    ['switch 1 provision ws-c2960x-24ts-l', 'catalyst-2960', 'dynamic auto'],
    ['boot system flash:c2950-i6k2l2q4-mz.121-22.EA13.bin', 'catalyst-2950', 'dynamic desirable'],
    ['switch 1 provision c9300-24t', 'catalyst-9000', 'dynamic auto'],
    ['IOSv - Cisco Systems Confidential -', 'iosv-l2', 'dynamic auto'],
    ['System image file is "flash:/c3560-ipservicesk9-mz.150-2.SE.bin"', 'catalyst-2960', 'dynamic auto'],
  ])('follows "%s"', (line, profile, mode) => {
    const device = read('hostname a', line, 'interface GigabitEthernet0/1')
    expect(device.profile).toBe(profile)
    const setting = device.device.ports[0]?.mode
    expect(setting?.value).toBe(mode)
    expect(device.sources[setting?.from[0] ?? -1]?.kind).toBe('default')
  })

  test.each([
    [' description to the old WS-C2950 in the cellar'],
    ['Platform: cisco WS-C3750X-24,  Capabilities: Switch IGMP'],
    ['version 15.0'],
  ])('does not follow "%s"', (line) => {
    const device = read('hostname a', 'interface FastEthernet0/9', line)
    expect(device.profile).toBe('ios')
  })

  test('speaks DTP on where it is told "nonegotiate" in a dynamic mode, which the device refuses', () => {
    const device = read(
      'interface GigabitEthernet0/1',
      ' switchport access vlan 10',
      ' switchport nonegotiate',
      'interface GigabitEthernet0/2',
      ' switchport nonegotiate',
      ' switchport mode access',
      'interface Port-channel1',
      ' switchport mode trunk',
      'interface GigabitEthernet0/3',
      ' switchport nonegotiate',
      ' channel-group 1 mode active',
    )
    const speaking = device.device.ports.filter(({ negotiate }) => negotiate.value).map(({ name }) => name)
    expect(speaking).toEqual(['GigabitEthernet0/1', 'Port-channel1'])
    expect(device.assumptions.join()).toContain('DTP is taken to stay on at Gi0/1.')
  })

  test('is routed in a VRF, as the management port of many a Catalyst', () => {
    const device = read('interface GigabitEthernet0/0', ' vrf forwarding Mgmt-vrf', ' no ip address')
    expect(device.device.ports[0]?.switching.value).toBe(false)
    expect(device.assumptions.join()).not.toContain('may be routed')
  })

  test.each([
    ['is in doubt under "no ip address" where no switch port says that', [], true],
    ['is in none where switch ports say that too, as on old images', [' no ip address'], false],
  ])('%s', (_, lines, isInDoubt) => {
    const device = read(
      'interface FastEthernet0',
      ' no ip address',
      'interface GigabitEthernet0/1',
      ' switchport mode access',
      ...lines,
      'interface GigabitEthernet0/2',
      ' no switchport',
      ' no ip address',
    )
    const doubtful = device.lines.filter(({ state }) => state === 'unmodelled')
    expect(doubtful.map(({ line }) => line)).toEqual(isInDoubt ? [1] : [])
  })

  test('is in doubt where other ports say "switchport", as on chassis whose ports are routed', () => {
    const device = read(
      'interface GigabitEthernet1/1',
      ' switchport',
      ' switchport mode access',
      'interface GigabitEthernet1/2',
      ' description spare',
      'interface GigabitEthernet1/3',
      ' switchport mode trunk',
    )
    const doubtful = device.lines.filter(({ state }) => state === 'unmodelled')
    expect(doubtful.map(({ line, touches }) => [line, touches])).toEqual([
      [4, { what: 'port', port: 'GigabitEthernet1/2' }],
    ])
    expect(device.assumptions.join()).toContain('GigabitEthernet1/2 may be routed.')
  })

  test('is a switch port for sure where no port says "switchport"', () => {
    const device = read('interface Gi1/1', 'interface Gi1/2', ' switchport mode access')
    expect(device.lines.every(({ state }) => state === 'modelled')).toBe(true)
  })

  test('follows what the user says about the platform', () => {
    const [device] = readConfig('interface Gi0/1\n', { path: 'x', profile: 'catalyst-2950' }).devices
    expect(device?.device.ports[0]?.mode.value).toBe('dynamic desirable')
  })
})

describe('allowed lists', () => {
  const list = (...words: readonly string[]) =>
    showVlans(
      port(
        'gi0/1',
        'interface GigabitEthernet0/1',
        ...words.map((w) => ` switchport trunk allowed vlan ${w}`),
      ).allowedVlans.value,
    )

  test('are replayed in the order of their lines', () => {
    expect(list('1-10', 'add 20', 'remove 5')).toBe('1-4,6-10,20')
    expect(list('10', '20')).toBe('20')
    expect(list('add 20')).toBe('1-4094')
    expect(list('remove 1')).toBe('2-4094')
    expect(list('10', 'except 1')).toBe('2-4094')
    expect(list('none')).toBe('none')
    expect(list('none', 'add 7')).toBe('7')
    expect(list('7', 'all')).toBe('1-4094')
  })

  test('name every line that made them', () => {
    const device = read(
      'interface Gi0/1',
      ' switchport trunk allowed vlan 1',
      ' switchport trunk allowed vlan add 2',
    )
    const from = device.device.ports[0]?.allowedVlans.from.map((id) => device.sources[id]?.line)
    expect(from).toEqual([2, 3])
  })
})

describe('shapes of text', () => {
  test('needs no indentation, and takes CRLF, abbreviations and blanks in names', () => {
    const text = 'hostname a\r\nint gi 0/1\r\nsw mo acc\r\nsw acc vl 7\r\nip routing\r\nint gi0/2\r\nshut\r\n'
    const [device] = readConfig(text, { path: 'x' }).devices
    expect(device?.device.ports.map(({ name }) => name)).toEqual(['gi0/1', 'gi0/2'])
    expect(device?.device.ports[0]?.accessVlan.value).toBe(7)
    expect(device?.device.ports[0]?.mode.value).toBe('access')
    expect(device?.device.ports[1]?.enabled.value).toBe(false)
  })

  test('reads ranges in all their forms', () => {
    const device = read(
      'hostname a',
      'interface range GigabitEthernet1/0/1 - 3 , GigabitEthernet1/0/7',
      ' switchport access vlan 5',
      'interface range fa0/1-2,gi1/0/9',
      ' shutdown',
    )
    const at5 = device.device.ports.filter(({ accessVlan }) => accessVlan.value === 5).map(({ name }) => name)
    expect(at5).toEqual([
      'GigabitEthernet1/0/1',
      'GigabitEthernet1/0/2',
      'GigabitEthernet1/0/3',
      'GigabitEthernet1/0/7',
    ])
    const shut = device.device.ports.filter(({ enabled }) => !enabled.value).map(({ name }) => name)
    expect(shut).toEqual(['fa0/1', 'fa0/2', 'gi1/0/9'])
  })

  test('reads a session with prompts', () => {
    const device = read(
      'sw1#configure terminal',
      'sw1(config)#interface Gi0/1',
      'sw1(config-if)#switchport access vlan 12',
      'sw1(config-if)#exit',
      'sw1(config)#vlan 12',
      'sw1#',
    )
    expect(device.device.ports[0]?.accessVlan.value).toBe(12)
  })

  test('takes commands inside a banner for text', () => {
    const device = read('hostname a', 'banner motd #', 'interface Gi0/5', ' shutdown', '#', 'interface Gi0/1')
    expect(device.device.ports.map(({ name }) => name)).toEqual(['Gi0/1'])
  })

  test('a banner that never ends swallows nothing', () => {
    const device = read('hostname a', 'banner motd %', 'interface Gi0/5')
    expect(device.device.ports.map(({ name }) => name)).toEqual(['Gi0/5'])
  })

  test('"default interface" takes a port back', () => {
    const device = read('interface Gi0/1', ' switchport mode access', 'default interface Gi0/1')
    expect(device.device.ports[0]?.mode.value).toBe('platform-default')
  })
})

describe('lines that are not understood', () => {
  test('touch their own port only', () => {
    const device = read('interface Gi0/1', ' frobnicate', 'interface Gi0/2', ' switchport mode access')
    expect(device.lines[1]).toMatchObject({ state: 'unknown', touches: { what: 'port', port: 'Gi0/1' } })
  })

  test('say what they may touch where they are known', () => {
    const device = read(
      'vlan filter STOP vlan-list 10,20',
      'vtp pruning',
      'interface Gi0/1',
      ' switchport protected',
    )
    expect(device.lines.map(({ state }) => state)).toEqual([
      'unmodelled',
      'unmodelled',
      'modelled',
      'unmodelled',
    ])
    expect(device.lines.map(({ touches }) => touches.what)).toEqual(['vlans', 'switch', 'port', 'port'])
  })
})

test('a VLAN interface whose number is none is no VLAN interface', () => {
  const device = read('interface Vlan1/0', ' shutdown', 'interface Vlan4095', 'interface Vlan20')
  expect(device.vlanInterfaces.map(({ vlan }) => vlan)).toEqual([20])
  expect(applyLines(device, ['interface Vlan1/0']).refused).not.toBeNull()
})

test('a macro that is applied may do anything; one that is only told of has its lines in the text', () => {
  const device = read(
    'macro global apply cisco-global',
    'macro global description cisco-global',
    'interface Gi0/1',
    ' macro apply desk',
    ' macro description desk',
  )
  expect(device.lines.map(({ state, touches }) => `${state} ${touches.what}`)).toEqual([
    'unmodelled switch',
    'harmless nothing',
    'modelled port',
    'unmodelled port',
    'harmless nothing',
  ])
})

test('secrets are blanked wherever a line is repeated', () => {
  const device = read(
    'hostname a',
    'enable secret 5 s3cretA',
    'username u privilege 15 password 0 s3cretB',
    'snmp-server community s3cretC RO',
    'snmp-server host 192.0.2.1 s3cretD',
    'tacacs-server host 192.0.2.2 key s3cretE',
    'vtp password s3cretF',
    'interface Gi0/1',
    ' description password s3cretG',
  )
  expect(JSON.stringify(device)).not.toContain('s3cret')
})

describe('which VLANs exist', () => {
  test('is assumed with VTP as server, and said', () => {
    const device = read('vlan 10', 'interface Gi0/1')
    expect(showVlans(device.device.vlans.existing.value)).toBe('1-4094')
    expect(device.assumptions.join()).toContain('Every VLAN is assumed to exist')
  })

  test('is what the text lists with VTP transparent', () => {
    const device = read('vtp mode transparent', 'vlan 10,20-22', 'no vlan 21', 'interface Gi0/1')
    expect(showVlans(device.device.vlans.existing.value)).toBe('1,10,20,22,1002-1005')
  })
})

describe('members of a port-channel', () => {
  const device = read(
    'interface Port-channel3',
    ' switchport mode trunk',
    ' switchport trunk native vlan 7',
    'interface Gi0/1',
    ' channel-group 3 mode active',
    'interface Gi0/2',
    ' switchport trunk native vlan 8',
    ' channel-group 3 mode active',
    'interface Gi0/3',
    ' switchport mode access',
    ' channel-group 4 mode on',
  )
  const named = (name: string) => findPort(device, name)

  test('have the settings of the bundle, and their own where a line says so', () => {
    expect(named('gi0/1')).toMatchObject({
      channel: { value: 'Port-channel3' },
      mode: { value: 'trunk' },
      nativeVlan: { value: 7 },
    })
    expect(named('gi0/2')).toMatchObject({ mode: { value: 'trunk' }, nativeVlan: { value: 8 } })
  })

  test('tell how the bundle agrees with its far end', () => {
    expect(named('gi0/1')?.channelMode.value).toBe('active')
    expect(named('Po3')?.channelMode.value).toBe('active')
    expect(named('Po4')?.channelMode.value).toBe('on')
  })

  test('that differ are told', () => {
    expect(device.notes['Gi0/2']?.differs.map(({ setting }) => setting)).toEqual(['nativeVlan'])
    expect(device.notes['Gi0/1']?.differs).toEqual([])
  })

  test('make the bundle where it has no block of its own', () => {
    expect(named('Po4')).toMatchObject({ mode: { value: 'access' }, channel: { value: null } })
  })
})

describe('what is no configuration', () => {
  const refused = (text: string) => {
    try {
      readConfig(text, { path: 'the.file' })
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadableConfig)
      return String((error as Error).message)
    }
    return 'was read'
  }

  test.each([
    ['', 'the.file is empty.'],
    [' \n\n', 'the.file is empty.'],
    ['\u0000\u0001\u0002\u007fELF\u0000\u0000', 'the.file is not a text file.'],
    ['set interfaces ge-0/0/0 unit 0 family ethernet-switching\n', 'Juniper Junos'],
    ['vlan batch 10\ninterface GigabitEthernet0/0/1\n port link-type trunk\n', 'Huawei VRP'],
    ['Dear all,\nthe switch is broken.\n', 'the.file holds no configuration that vlan-dojo knows.'],
  ])('%j is refused with one sentence', (text, says) => expect(refused(text)).toContain(says))
})
