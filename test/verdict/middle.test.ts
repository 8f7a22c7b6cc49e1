import { describe, expect, it } from 'vitest'
import { ATTACKS } from '../../src/attacks/index.ts'
import { standsInTheMiddle } from '../../src/attacks/middle.ts'
import { readConfig } from '../../src/config/index.ts'
import { bareSite, type Site } from '../../src/rules/site.ts'
import { checkSite } from '../../src/verdict/check-site.ts'
import { judgeSite } from '../../src/verdict/matrix.ts'
import { cables, networkOf, portWith, station, switchOf } from '../net/scene.ts'

const VICTIM = { kind: 'host', mac: '02:00:00:00:20:01', ip: '192.0.2.20' } as const
const AS_READ = { assume: {}, otherwise: 'strict' } as const

/** The first plan of an attack from Gi0/5, a port of this mode, into VLAN 20. */
function planned(attack: 'switch-spoofing' | 'plain-tagging', mode: 'dynamic auto' | 'access' | 'trunk') {
  const network = networkOf(
    [
      switchOf('SW1', [portWith('Gi0/5', mode), portWith('Gi0/7', 'access', { accessVlan: 20 })]),
      station('ESX', VICTIM),
    ],
    cables('ESX.eth0 - SW1.Gi0/7'),
  )
  const target = { from: { device: 'SW1', port: 'Gi0/5' }, vlan: 20, victim: VICTIM.mac }
  const [plan] = ATTACKS[attack].plans(network, target)
  if (!plan) throw new Error(`There is no plan for ${attack} on a port in mode ${mode}.`)
  return standsInTheMiddle(plan, target, AS_READ)
}

describe('the middle of a migration (facts J9)', () => {
  it('is reached over a trunk that was talked into being, or that was one', () => {
    expect(planned('switch-spoofing', 'dynamic auto')).toBe(true)
    expect(planned('plain-tagging', 'trunk')).toBe(true)
  })

  it('is not reached from an access port of another VLAN', () => {
    expect(planned('switch-spoofing', 'access')).toBe(false)
  })

  it('is told of findings in which frames go both ways, never of double tagging', () => {
    const text = `hostname SW1
interface Gi0/1
interface Gi0/2
 switchport mode access
interface Gi0/3
 switchport mode access
 switchport access vlan 20
interface Gi0/24
 switchport mode trunk
`
    const { devices } = readConfig(text, { path: 'sw1.cfg', dialect: 'ios', profile: 'catalyst-2950' })
    const { findings } = checkSite(bareSite(devices))
    const said = findings.flatMap(({ judgement: { evidence } }) =>
      evidence?.reached ? [`${evidence.attack} ${evidence.inTheMiddle().is}`] : [],
    )
    expect(new Set(said)).toEqual(new Set(['switch-spoofing reached', 'double-tagging one-way']))
  })
})

it('answers by what a network is, not by what its devices are called', () => {
  expect([planned('switch-spoofing', 'dynamic auto'), planned('switch-spoofing', 'access')]).toEqual([
    true,
    false,
  ])
  expect([planned('switch-spoofing', 'access'), planned('switch-spoofing', 'dynamic auto')]).toEqual([
    false,
    true,
  ])
})

const SPOOFABLE = `hostname SW1
interface Gi0/1
 switchport mode dynamic auto
interface Gi0/3
 switchport mode access
 switchport access vlan 20
`

/** Who stands where after the attack of this rule's finding. */
function middleOf(rule: string, ...sites: Parameters<typeof checkSite>) {
  const finding = checkSite(...sites).findings.find((each) => each.rule.id === rule)
  return finding?.judgement.evidence?.inTheMiddle()
}

it.each([
  ['ip arp inspection vlan 10,20-29', { is: 'depends', on: [{ device: 'SW1', line: 7 }] }],
  ['ip arp inspection vlan 30', { is: 'reached' }],
])('%s on the switch of the hosts: %j', (line, middle) => {
  const { devices } = readConfig(`${SPOOFABLE}${line}\n`, { path: 'sw1.cfg', dialect: 'ios' })
  expect(middleOf('dtp/dynamic-port', bareSite(devices))).toMatchObject(middle)
})

it('is reached in the native VLAN of a trunk that was talked into being, whose frames come without a tag', () => {
  const text =
    'hostname SW1\ninterface Gi0/1\n switchport mode dynamic desirable\n switchport access vlan 20\n'
  const { devices } = readConfig(text, { path: 'sw1.cfg', dialect: 'ios' })
  const [finding] = checkSite(bareSite(devices)).findings
  expect(finding?.judgement.evidence).toMatchObject({ attack: 'switch-spoofing', vlan: 1 })
  expect(finding?.judgement.evidence?.inTheMiddle()).toEqual({ is: 'reached' })
})

describe('a guest that tags', () => {
  const list = `Name        Virtual Switch  Active Clients  VLAN ID
----------  --------------  --------------  -------
Router      vSwitch0                     1     4095
vMotion     vSwitch0                     1       50
`
  const { hypervisors } = readConfig(list, { path: 'esx1', dialect: 'esxi' })

  function film(site: Site, port: string) {
    const row = judgeSite(site).rows.find(({ ports }) => ports.includes(port))
    const target = row?.cells.find(({ attack }) => attack === 'guest-tagging')?.gravest
    return target?.film().evidence
  }

  it('is answered by a member of another port group, and gets into the middle there, without any switch', () => {
    const evidence = film({ ...bareSite([]), hypervisors }, 'Router')
    expect(evidence?.gains).toEqual(['inject', 'answered', 'read-floods'])
    expect(evidence?.inTheMiddle()).toEqual({ is: 'reached' })
  })

  it('gets there over the trunk of its host too, though its virtual switch lets it send from no other address', () => {
    const trunk = `${SPOOFABLE}interface Gi0/10
 switchport mode trunk
`
    const { devices } = readConfig(trunk, { path: 'sw1.cfg', dialect: 'ios' })
    const site = { ...bareSite(devices), purposes: { SW1: { 'Gi0/10': 'hypervisor' as const } } }
    expect(film(site, 'Gi0/10')?.inTheMiddle()).toEqual({ is: 'reached' })
  })
})
