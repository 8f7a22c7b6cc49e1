import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { ATTACKS } from '../../src/attacks/index.ts'
import { checkAsSite } from '../../src/commands/check/check-text.ts'
import type { CheckRequest } from '../../src/commands/check/request.ts'
import { addTotals, NO_TOTALS, totalsOf } from '../../src/report/checked.ts'
import { FORMATS, type FormatName } from '../../src/report/index.ts'

const CORE = `hostname CORE
vtp mode transparent
vlan 10,20,30,50
interface GigabitEthernet1/0/1
 description to EDGE
 switchport mode trunk
 switchport nonegotiate
interface GigabitEthernet1/0/2
 description to LEAF
 switchport trunk native vlan 30
 switchport trunk allowed vlan 20,30,50
 switchport mode trunk
 switchport nonegotiate
interface GigabitEthernet1/0/10
 description ESX
 switchport trunk allowed vlan 1,10,50
 switchport mode trunk
 switchport nonegotiate
`
const EDGE = `hostname EDGE
vtp mode transparent
vlan 10,20,30
interface range GigabitEthernet0/1 - 8
 switchport mode access
interface GigabitEthernet0/9
 switchport access vlan 10
 switchport voice vlan 30
interface GigabitEthernet0/24
 description to CORE
 switchport mode trunk
 switchport nonegotiate
`
const LEAF = `!Command: show running-config
!Time: Mon Nov 23 2026
version 9.3(8)
hostname LEAF
feature lacp
vlan 1,20,50
interface Ethernet1/1
  switchport
  switchport access vlan 20
interface Ethernet1/48
  switchport
  switchport mode trunk
  switchport trunk native vlan 20
  switchport trunk allowed vlan 20,50
`
const ESX = `[root@esx1:~] esxcli network vswitch standard portgroup list
Name                Virtual Switch  Active Clients  VLAN ID
------------------  --------------  --------------  -------
Management Network  vSwitch0                     1        0
vMotion             vSwitch0                     1       50
Firewall            vSwitch0                     1     4095
`

const REQUEST: CheckRequest = {
  format: 'human',
  columns: 80,
  explain: false,
  version: '1.2.3',
  dialect: undefined,
  platform: undefined,
  assume: {},
  again: { paths: ['site'], options: ['--site', 'site.yaml'] },
  rules: [],
  ignore: [],
  purposes: [
    { ports: 'CORE Gi1/0/10', purpose: 'hypervisor' },
    { ports: 'EDGE Gi0/9', purpose: 'phone' },
  ],
  services: [{ name: 'management', vlan: 1, ports: ['CORE Gi1/0/10', 'EDGE Gi0/1'] }],
  links: [
    ['CORE Gi1/0/1', 'EDGE Gi0/24'],
    ['CORE Gi1/0/2', 'LEAF Ethernet1/48'],
  ],
  baseline: null,
  pcap: null,
  failOn: [],
  smallest: true,
  wants: [],
}

const FILES = checkAsSite(
  [
    { path: 'core.cfg', text: CORE },
    { path: 'edge.cfg', text: EDGE },
    { path: 'leaf.cfg', text: LEAF },
    { path: 'esx1.txt', text: ESX },
  ],
  REQUEST,
)

function reportOf(name: FormatName): string {
  const format = FORMATS[name]
  const style = { ...REQUEST, format: name }
  const pieces = FILES.map((file) => format.file(file, style))
  return (
    format.begin(style) +
    pieces.join(format.between) +
    format.end(FILES.map(totalsOf).reduce(addTotals, NO_TOTALS), style)
  )
}

describe('the report of a site of three switches and a host', () => {
  it('reads well', async () => {
    await expect(reportOf('human')).toMatchFileSnapshot('../golden/check/site.txt')
  })

  const schema = JSON.parse(readFileSync('src/report/check.schema.json', 'utf8'))
  const report = JSON.parse(reportOf('json'))

  it('is valid by the schema, with a witness of a mismatch and a fix at both ends', () => {
    const validate = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false }).compile(schema)
    expect(validate(report) ? [] : validate.errors).toEqual([])
    const found = report.files.flatMap(({ findings }: { findings: unknown[] }) => findings)
    expect(found).toContainEqual(
      expect.objectContaining({
        rule: 'native/mismatch',
        witness: expect.objectContaining({ attack: 'native-mismatch' }),
      }),
    )
    expect(found).toContainEqual(
      expect.objectContaining({
        rule: 'native/in-use',
        cuts: ['management'],
        fixElsewhere: [expect.objectContaining({ device: 'CORE' })],
      }),
    )
  })

  it('the schema knows every attack', () => {
    expect(schema.definitions.witness.properties.attack.enum).toEqual(Object.keys(ATTACKS))
  })
})
