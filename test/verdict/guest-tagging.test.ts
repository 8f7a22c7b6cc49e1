import { describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config/index.ts'
import type { Site } from '../../src/rules/site.ts'
import { viewSite } from '../../src/rules/view.ts'
import { checkSite } from '../../src/verdict/check-site.ts'
import { fixedSite } from '../../src/verdict/fix.ts'
import { judgeAny } from '../../src/verdict/judge.ts'
import { judgeSite, type SiteVerdict } from '../../src/verdict/matrix.ts'
import { smallestFix } from '../../src/verdict/smallest-fix.ts'

const SWITCH = `hostname EDGE
interface GigabitEthernet0/1
 switchport mode access
 switchport access vlan 20
interface GigabitEthernet0/2
 switchport mode access
 switchport access vlan 30
interface GigabitEthernet0/10
 switchport mode trunk
 switchport nonegotiate
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20
`

function site(...rows: readonly string[]): Site {
  const list = `Name        Virtual Switch  Active Clients  VLAN ID
----------  --------------  --------------  -------
${rows.join('\n')}
`
  const { hypervisors } =
    rows.length > 0 ? readConfig(list, { path: 'esx1', dialect: 'esxi' }) : { hypervisors: [] }
  return { devices: [], hypervisors, links: [], purposes: {}, services: [] }
}

function withSwitch(bare: Site): Site {
  const { devices } = readConfig(SWITCH, { path: 'edge.cfg', dialect: 'ios' })
  return { ...bare, devices, purposes: { EDGE: { 'GigabitEthernet0/10': 'hypervisor' } } }
}

/** What guests come to, as `port: vlan verdict`. */
function guests({ rows }: SiteVerdict): string[] {
  return rows.flatMap(({ ports, cells }) =>
    cells
      .filter(({ attack }) => attack === 'guest-tagging')
      .flatMap(({ targets }) => targets.map(({ vlan, verdict }) => `${ports.join()}: ${vlan} ${verdict}`)),
  )
}

const ROUTER = 'Router      vSwitch0                     1     4095'
const VMOTION = 'vMotion     vSwitch0                     1       50'

test('behind a port for a hypervisor a machine that may tag is assumed: it gets into what the trunk allows', () => {
  const verdict = judgeSite(withSwitch(site()))
  expect(guests(verdict)).toEqual([
    'GigabitEthernet0/10: 20 works',
    'GigabitEthernet0/10: 30 blocked',
    'GigabitEthernet0/10: 10 works',
  ])
  expect(verdict.assumptions.join()).toContain('VLAN 4095')
})

test('its film is a run of the machine behind its virtual switch, both ways', () => {
  const [row] = judgeSite(withSwitch(site())).rows.filter(({ role }) => role === 'hypervisor')
  const film = row?.cells[0]?.gravest?.film()
  expect(film?.evidence).toMatchObject({
    reached: true,
    variant: '[20]',
    gains: ['inject', 'answered', 'read-floods'],
  })
  const path = film?.evidence?.trace.events.filter(({ kind }) => kind === 'cross').map(({ device }) => device)
  expect(path?.slice(0, 3)).toEqual(['EVIL', 'ESX', 'EDGE'])
  expect(film?.assumptions.join()).toContain(
    'On the hypervisor behind GigabitEthernet0/10 a machine is assumed',
  )
})

test('where hosts were read, it is their port groups that count', () => {
  expect(guests(judgeSite(withSwitch(site(VMOTION))))).toEqual(
    expect.arrayContaining(['GigabitEthernet0/10: 20 blocked']),
  )
  expect(guests(judgeSite(withSwitch(site(ROUTER))))).toEqual(
    expect.arrayContaining(['GigabitEthernet0/10: 20 works', 'Router: 20 works', 'Router: 30 blocked']),
  )
})

test('a host by itself: another port group of the same virtual switch is reached without any cable', () => {
  const verdict = judgeSite(site(ROUTER, VMOTION))
  expect(guests(verdict)).toEqual(['Router: 50 works'])
  const film = verdict.rows[0]?.cells[0]?.gravest?.film()
  expect(film?.evidence?.reached).toBe(true)
  expect(film?.assumptions).toEqual(['A machine of the attacker is assumed in port group Router of esx1.'])
})

test('on another virtual switch it is reached over a switch that is assumed', () => {
  const verdict = judgeSite(site(ROUTER, VMOTION.replace('vSwitch0', 'vSwitch1')))
  expect(guests(verdict)).toEqual(['Router: 50 works'])
  expect(verdict.rows[0]?.cells[0]?.gravest?.film().assumptions.join()).toContain('a switch is assumed')
})

test('a guest whose port group has a VLAN of its own has no such attack', () => {
  expect(guests(judgeSite(site(VMOTION)))).toEqual([])
})

const TRUNKS = `hostname EDGE
interface GigabitEthernet0/2
 switchport mode access
 switchport access vlan 20
interface GigabitEthernet0/10
 switchport mode trunk
 switchport nonegotiate
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,30
interface GigabitEthernet0/24
 switchport mode trunk
 switchport nonegotiate
 switchport trunk native vlan 10
 switchport trunk allowed vlan 10,20
`

test.each([
  ['hypervisor', 'guest-tagging'],
  ['host', 'double-tagging'],
] as const)('two tags go on from a trunk for a %s into a VLAN that it does not carry', (purpose, attack) => {
  const { devices } = readConfig(TRUNKS, { path: 'edge.cfg', dialect: 'ios' })
  const { rows } = judgeSite({
    devices,
    links: [],
    purposes: { EDGE: { 'GigabitEthernet0/10': purpose } },
    services: [],
  })
  const cells = rows.find(({ ports }) => ports.includes('GigabitEthernet0/10'))?.cells ?? []
  const target = cells.find((cell) => cell.attack === attack)?.targets.find(({ vlan }) => vlan === 20)
  expect(target?.verdict).toBe('works')
  expect(target?.film().evidence).toMatchObject({ variant: '[10|20]', reached: true })
})

test('a comment of ours inside a table of port groups ends no table', () => {
  const comment = '# vlan-dojo-ignore esx/vgt-4095 -- the firewall needs its tags'
  expect(guests(judgeSite(site(VMOTION, comment, ROUTER)))).toEqual(['Router: 50 works'])
})

describe('esx/vgt-4095', () => {
  const finding = (of: Site) => checkSite(of).findings.find(({ rule }) => rule.id === 'esx/vgt-4095')

  test.each([
    ['inside the host', site(ROUTER, VMOTION), 50, 'esx1 vSwitch0'],
    ['over the trunk of the host', withSwitch(site(ROUTER)), 20, 'EDGE'],
  ])('is witnessed by the guest %s, and stopped in a run once the port group has a VLAN of its own', (_, of, vlan, stoppedAt) => {
    const found = finding(of)
    expect(found).toMatchObject({
      level: 'error',
      judgement: { verdict: 'works', evidence: { vlan, reached: true } },
    })
    expect(found?.after).toBe('blocked')
    // The guest still sends its tag: the virtual switch puts its own before it, which the trunk does not carry.
    const { fix = [], attempts = [] } = found?.claim ?? {}
    const { evidence } = judgeAny(viewSite(fixedSite(of, fix)), attempts)
    expect(evidence).toMatchObject({ variant: `[${vlan}]`, reached: false })
    expect(evidence?.trace.events[evidence.proof]?.device).toBe(stoppedAt)
  })

  test('is advice where there is nowhere to go, and has no command for a distributed switch', () => {
    expect(finding(site(ROUTER))?.level).toBe('advice')
  })

  test('is closed by the smallest fix at its port group, not at the port of its host', () => {
    const search = smallestFix(withSwitch(site(ROUTER, VMOTION)))
    expect(search).toMatchObject({ found: 'fix', fix: { commands: 1, minimal: true } })
    if (search.found !== 'fix') return
    expect(search.fix.steps.map(({ device, lines }) => `${device}: ${lines}`)).toEqual([
      'esx1: esxcli network vswitch standard portgroup set -p Router --vlan-id=997',
    ])
  })
})
