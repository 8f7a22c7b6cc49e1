import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPortName, shortPortName } from '../../src/config/port-name.ts'
import { blankSecrets } from '../../src/config/secrets.ts'
import { readVlanList, vlanListElements, vlanListRanges, wrapVlanList } from '../../src/config/vlan-list.ts'
import { vlanSet } from '../../src/net/vlan-set.ts'

describe('lists of VLANs', () => {
  test.each([
    '',
    ',',
    '1,,2',
    '0',
    '4095',
    '10-5',
    '1-',
    '-1',
    '1 2',
    'a',
    '1-2-3',
    '99999999999',
  ])('%j is none', (text) => expect(readVlanList(text)).toBeNull())

  test('are written with a pair as two numbers by IOS, as a range by the others', () => {
    const set = vlanSet([1, 3], [5, 6], 9)
    expect(vlanListElements(set)).toEqual(['1-3', '5', '6', '9'])
    expect(vlanListRanges(set)).toEqual(['1-3', '5-6', '9'])
  })

  test('are read as they were written, however they are wrapped', () => {
    const ranges = fc.array(fc.tuple(fc.integer({ min: 1, max: 4094 }), fc.nat(20)), {
      minLength: 1,
      maxLength: 80,
    })
    fc.assert(
      fc.property(ranges, (pairs) => {
        const set = vlanSet(
          ...pairs.map(([from, more]): [number, number] => [from, Math.min(from + more, 4094)]),
        )
        const lines = wrapVlanList(vlanListElements(set), { first: 48, next: 44 })
        expect(readVlanList(lines.join(','))).toEqual(set)
        expect(lines.every((line, at) => line.length <= (at === 0 ? 48 : 44))).toBe(true)
      }),
    )
  })
})

describe('names of ports', () => {
  test.each([
    ['GigabitEthernet1/0/1', 'GigabitEthernet1/0/1'],
    ['gi1/0/1', 'GigabitEthernet1/0/1'],
    ['Gig 1/0/1', 'GigabitEthernet1/0/1'],
    ['Te1/1/1', 'TenGigabitEthernet1/1/1'],
    ['Po12', 'Port-channel12'],
    ['port-channel 12', 'Port-channel12'],
    ['Eth1/49', 'Ethernet1/49'],
    ['vlan6', 'Vlan6'],
    ['Twe1/0/1', 'TwentyFiveGigE1/0/1'],
    ['fa0/1.20', 'FastEthernet0/1.20'],
  ])('%s is %s', (text, key) => expect(readPortName(text)?.key).toBe(key))

  test.each([
    '',
    'Gi',
    '1/0/1',
    'Gi1/0/',
    'Gi1//1',
    'xyz1',
    'Gi1/0/1 up',
    `Gi${'1/'.repeat(50)}1`,
  ])('%j is none', (text) => expect(readPortName(text)).toBeNull())

  test('keep the way they were written, without blanks', () => {
    expect(readPortName('gi 1/0/1')?.written).toBe('gi1/0/1')
    expect(readPortName('GigabitEthernet1/0/1')?.written).toBe('GigabitEthernet1/0/1')
  })

  test('have a short form', () => {
    expect(['TenGigabitEthernet1/1/1', 'Port-channel3', 'what'].map(shortPortName)).toEqual([
      'Te1/1/1',
      'Po3',
      'what',
    ])
  })
})

/** Lines of IOS, NX-OS and EOS that hold a secret, which is `hunter2` in each. */
const SECRET_LINES = readFileSync(new URL('./secret-lines.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')

describe('secrets', () => {
  test.each(SECRET_LINES)('%s: all but the secret may be repeated', (line) => {
    const blanked = blankSecrets(line)
    expect(line).toContain('hunter2')
    expect(blanked).not.toContain('hunter2')
    expect(line.startsWith(blanked.replace(/\*\*\*$/, ''))).toBe(true)
  })

  test.each([
    ['enable secret 9 $9$abc', 'enable secret ***'],
    [' neighbor 192.0.2.1 password 7 0822455D', ' neighbor 192.0.2.1 password ***'],
    [' ip ospf message-digest-key 1 md5 7 0822', ' ip ospf message-digest-key ***'],
    [' key-string 7 0822', ' key-string ***'],
    ['snmp-server user u g v3 auth sha AAA priv aes 128 BBB', 'snmp-server user u g v3 auth sha ***'],
    ['snmp-server host 192.0.2.1 version 2c AAA', 'snmp-server host 192.0.2.1 ***'],
    ['event manager environment mail_pass AAA', 'event manager environment mail_pass ***'],
    [' path ftp://user:AAA@192.0.2.1/backup', ' path ftp://user:***'],
    [' standby 1 authentication AAA', ' standby 1 authentication ***'],
    [' exec /usr/bin/Agent -cvauth=key,AAA -x', ' exec /usr/bin/Agent -cvauth=key,***'],
    ['c2hvcnQgdGFpbA==', '***'],
    ['crypto isakmp key AAA address 0.0.0.0', 'crypto isakmp key ***'],
    ['username a secret sha512 AAA', 'username a secret ***'],
    [' wpa-psk ascii 0 AAA', ' wpa-psk ***'],
    [' 30820330 30820218 A0030201', '***'],
  ])('%s', (line, blanked) => expect(blankSecrets(line)).toBe(blanked))

  test.each([
    'service password-encryption',
    'ip ssh version 2',
    ' switchport port-security',
    'interface Gi0/1',
    ' authentication port-control auto',
    ' authentication open',
    'boot system flash:/image.bin',
  ])('%s holds none', (line) => expect(blankSecrets(line)).toBe(line))
})
