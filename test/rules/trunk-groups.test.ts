import { expect, test } from 'vitest'
import { readConfig } from '../../src/config/index.ts'
import { RULES } from '../../src/rules/index.ts'
import type { Service } from '../../src/rules/site.ts'
import { viewSite } from '../../src/rules/view.ts'

const VLANS = `vlan 10
!
vlan 20
   trunk group racks
!
vlan 30
   trunk group racks
   trunk group peers
!
`

function trunk(port: string, ...lines: string[]): string {
  return [
    `interface ${port}`,
    '   switchport trunk native vlan 999',
    '   switchport mode trunk',
    ...lines,
    '',
  ].join('\n')
}

/** What a rule says of a switch, or of two with a cable from Ethernet1 to Ethernet1. */
function said(id: string, texts: readonly string[], services: readonly Service[] = []) {
  const devices = texts.flatMap(
    (text, n) =>
      readConfig(`hostname SW${n + 1}\n${VLANS}${text}`, { path: `${n}.cfg`, dialect: 'eos' }).devices,
  )
  const [a, b] = ['SW1', 'SW2'].map((device) => ({ device, port: 'Ethernet1' }))
  const links = texts.length > 1 && a && b ? [{ a, b }] : []
  const rule = RULES.find((each) => each.id === id)
  return (rule?.check(viewSite({ devices, links, purposes: {}, services })) ?? []).map(
    ({ ports, effective, message, fix, caution }) => ({
      ports: ports.join(' '),
      effective,
      message,
      lines: fix.flatMap(({ lines }) => lines).join('; '),
      caution,
    }),
  )
}

test('a trunk that carries all VLANs is told which its groups keep off, and needs no list for those', () => {
  const found = said('trunk/allow-all', [
    trunk('Ethernet1') + trunk('Ethernet2', '   switchport trunk group racks'),
  ])
  expect(found.map(({ ports, message, lines }) => [ports, message, lines])).toEqual([
    [
      'Ethernet1',
      'The trunk carries every VLAN but those of other trunk groups (20,30), also those that nobody needs beyond it.',
      'switchport trunk allowed vlan 10',
    ],
    [
      'Ethernet2',
      'The trunk carries every VLAN, also those that nobody needs beyond it.',
      'switchport trunk allowed vlan 10,20,30',
    ],
  ])
})

const service = (vlan: number): Service => ({
  name: 'storage',
  vlan,
  ends: [{ device: 'SW1', port: 'Ethernet1' }],
})

const FAR_END = 'The VLAN has to exist and to be allowed at the far end too.'

test('a service whose VLAN is in groups needs the trunk in the smallest of them, and in the list', () => {
  const listed = '   switchport trunk allowed vlan 10,20,30'
  expect(said('trunk/vlan-missing', [trunk('Ethernet1', listed)], [service(30)])).toMatchObject([
    { effective: 'VLAN 30 in other trunk groups', lines: 'switchport trunk group peers', caution: FAR_END },
  ])
  expect(said('trunk/vlan-missing', [trunk('Ethernet1', listed)], [service(20)])).toMatchObject([
    {
      lines: 'switchport trunk group racks',
      caution: `${FAR_END} The trunk then carries VLAN 30 of that group too.`,
    },
  ])
  const short = '   switchport trunk allowed vlan 10'
  expect(said('trunk/vlan-missing', [trunk('Ethernet1', short)], [service(30)])).toMatchObject([
    {
      effective: 'VLAN 30 not allowed',
      lines: 'switchport trunk allowed vlan add 30; switchport trunk group peers',
    },
  ])
  const both = trunk('Ethernet1', listed, '   switchport trunk group peers')
  expect(said('trunk/vlan-missing', [both], [service(30)])).toEqual([])
})

test('a VLAN that groups keep off the far end reaches nowhere, and one that they keep off both is lost at neither', () => {
  const listed = '   switchport trunk allowed vlan 10,20'
  const inGroup = trunk('Ethernet1', listed, '   switchport trunk group racks')
  expect(said('trunk/vlan-missing', [inGroup, trunk('Ethernet1', listed)])).toMatchObject([
    {
      effective: 'VLAN 20 at this end only',
      caution:
        'Where hosts of VLAN 20 are meant to reach each other over this cable, put SW2 Ethernet1 into a trunk group of it instead.',
    },
  ])
  expect(
    said('trunk/vlan-missing', [inGroup, trunk('Ethernet1', listed)], [service(20)]).map(
      ({ lines }) => lines,
    ),
  ).toEqual(['switchport trunk group racks'])
  expect(said('trunk/vlan-missing', [inGroup, inGroup])).toEqual([])
  expect(said('trunk/vlan-missing', [trunk('Ethernet1', listed), trunk('Ethernet1', listed)])).toEqual([])
})

test('parked ports in a VLAN of a group concern only the trunks of the group', () => {
  const parked = 'interface Ethernet9\n   switchport access vlan 20\n   shutdown\n'
  const trunks = trunk('Ethernet1') + trunk('Ethernet2', '   switchport trunk group racks')
  expect(said('trunk/parking-vlan-allowed', [trunks + parked]).map(({ ports }) => ports)).toEqual([
    'Ethernet2',
  ])
})

test('a member of a port-channel that is in other groups is told to be in the same', () => {
  const bundle = trunk('Port-Channel1', '   switchport trunk group peers', '   switchport trunk group racks')
  const member = 'interface Ethernet1\n   switchport trunk group racks\n   channel-group 1 mode active\n'
  expect(said('portchannel/member-differs', [bundle + member])).toMatchObject([
    {
      ports: 'Ethernet1',
      effective: 'differs in trunk groups',
      lines: 'no switchport trunk group; switchport trunk group peers; switchport trunk group racks',
    },
  ])
})

test('VLAN 1 in a group is pruned from the trunks that are not in it', () => {
  const one = 'vlan 1\n   trunk group racks\n!\n'
  const trunks = trunk('Ethernet1') + trunk('Ethernet2', '   switchport trunk group racks')
  expect(said('trunk/vlan1-not-pruned', [one + trunks]).map(({ ports }) => ports)).toEqual(['Ethernet2'])
})
