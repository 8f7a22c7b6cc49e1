import { expect, test } from 'vitest'
import { readConfig } from '../../../src/config/index.ts'

function read(text: string) {
  const [device] = readConfig(text, { path: 'session.txt' }).devices
  if (!device) throw new Error('no device')
  return device
}

const SWITCHPORT = `Name: Gi0/1
Switchport: Enabled
Administrative Mode: dynamic auto
Operational Mode: static access
Administrative Trunking Encapsulation: dot1q
Access Mode VLAN: 10 (USERS)
Trunking Native Mode VLAN: 1 (default)
Trunking VLANs Enabled: ALL
`

test('what another command printed is no configuration, and what follows the next prompt is', () => {
  const device = read(
    `SW1#sh clock\n*12:00:00.000 UTC\nSW1#sh int sw\n${SWITCHPORT}SW1#sh ip int br\nInterface IP-Address\nVlan1 unassigned\nSW1#conf t\nSW1(config)#int gi0/1\nSW1(config-if)#shut\n`,
  )
  expect(device.lines.filter(({ state }) => state === 'unknown')).toEqual([])
  expect(device.device.ports[0]).toMatchObject({
    mode: { value: 'dynamic auto' },
    enabled: { value: false },
  })
})

test('two outputs that disagree are told apart from a configuration that one of them disagrees with', () => {
  const dtp = 'DTP information for GigabitEthernet0/1:\n  TOS/TAS/TNS:  ACCESS/DESIRABLE/ACCESS\n'
  expect(read(`SW1#sh int sw\n${SWITCHPORT}SW1#sh dtp int\n${dtp}`).assumptions).toContain(
    'Gi0/1: the mode is dynamic auto in "show interfaces switchport" and dynamic desirable in "show dtp" (line 12). The first is taken.',
  )
  expect(read(`int gi0/1\n sw mo acc\nSW1#sh dtp int\n${dtp}`).assumptions).toContain(
    'gi0/1: the mode is access in the configuration and dynamic desirable in "show dtp" (line 5). The configuration is taken.',
  )
})

test.each([
  ['in its columns', '20   OUR OWN active VLAN              active    Gi0/3\n'],
  ['as wide as its column', '20   A name of 32 characters in all!! active    Gi0/3\n'],
  ['squeezed by a mail program', '20 OUR OWN VLAN active Gi0/3\n'],
])('a name of a VLAN may hold blanks: %s', (_how, row) => {
  const device = read(
    `SW1#sh vlan br\n\nVLAN Name                             Status    Ports\n---- -------------------------------- --------- -------------------------------\n1    default                          active    Gi0/1\n${row}SW1#\n`,
  )
  expect(device.device.vlans.existing.value).toEqual([
    [1, 1],
    [20, 20],
  ])
  expect(device.vlanNames[20]).toMatch(/ /)
  expect(device.device.ports.find(({ name }) => name === 'Gi0/3')?.accessVlan.value).toBe(20)
})
