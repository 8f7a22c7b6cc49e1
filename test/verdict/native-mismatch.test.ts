import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config/index.ts'
import type { DialectName } from '../../src/config/reading.ts'
import { nativeMismatch } from '../../src/rules/native-mismatch.ts'
import type { Site } from '../../src/rules/site.ts'
import { viewSite } from '../../src/rules/view.ts'
import { checkSite } from '../../src/verdict/check-site.ts'
import { judge } from '../../src/verdict/judge.ts'

const cisco = (name: string, native: number) => `hostname ${name}
interface Ethernet1/5
 switchport
 switchport mode access
 switchport access vlan ${native}
interface Ethernet1/48
 switchport
 switchport mode trunk
 switchport trunk native vlan ${native}
`
const LINUX = `port              vlan-id
eth0              20 PVID Egress Untagged
                  10
vnet2             20 PVID Egress Untagged
3: br0: <BROADCAST,UP> mtu 1500
    bridge forward_delay 0 vlan_filtering 1 vlan_default_pvid 1
`

function siteOf(near: readonly [DialectName, string], far: readonly [DialectName, string]): Site {
  const devices = [near, far].flatMap(
    ([dialect, text], i) => readConfig(text, { path: `${i}`, dialect }).devices,
  )
  const trunk = (index: number) => ({
    device: devices[index]?.name ?? '',
    port: devices[index]?.device.ports.find(({ mode }) => mode.value === 'trunk')?.name ?? '',
  })
  return { devices, links: [{ a: trunk(0), b: trunk(1) }], purposes: {}, services: [] }
}

function mismatch(site: Site) {
  const found = checkSite(site).findings.find(({ rule }) => rule.id === 'native/mismatch')
  return {
    level: found?.level,
    verdict: found?.judgement.verdict,
    dependsOn: found?.judgement.dependsOn.map(({ option }) => option),
    after: found?.after,
  }
}

it('between two switches that speak PVST+ nothing crosses: the two VLANs are cut off, which is no attack (facts C5)', () => {
  const found = mismatch(siteOf(['ios', cisco('A', 10)], ['ios', cisco('B', 20)]))
  expect(found).toEqual({ level: 'advice', verdict: 'blocked', dependsOn: [], after: 'blocked' })
})

it('where the platform leaves its spanning tree open it depends on that', () => {
  const found = mismatch(siteOf(['nxos', cisco('A', 10)], ['nxos', cisco('B', 20)]))
  expect(found).toEqual({ level: 'warning', verdict: 'depends', dependsOn: ['bpdu'], after: 'blocked' })
})

it('beside a bridge without spanning tree an untagged frame changes its VLAN, and its answer comes back', () => {
  const site = siteOf(['ios', cisco('A', 10)], ['linux-bridge', LINUX])
  expect(mismatch(site)).toEqual({ level: 'error', verdict: 'works', dependsOn: [], after: 'blocked' })
  const witness = checkSite(site).findings.find(({ rule }) => rule.id === 'native/mismatch')?.judgement
    .evidence
  expect(witness).toMatchObject({
    attack: 'native-mismatch',
    vlan: 20,
    gains: ['inject', 'answered', 'read-floods'],
  })
  // The middle is reached without any tag, as the attack is (facts J9).
  expect(witness?.inTheMiddle()).toEqual({ is: 'reached' })
})

it('the VLAN of a phone is none that a host beside it is in: its untagged frames do not change their VLAN', () => {
  const withPhone = cisco('A', 10).replace('access vlan 10', 'access vlan 20\n switchport voice vlan 10')
  const found = mismatch(siteOf(['ios', withPhone], ['linux-bridge', LINUX.replace(/^vnet2.*\n/m, '')]))
  expect(found).toMatchObject({ level: 'advice', verdict: 'blocked' })
})

it('double tagging over such a cable depends on the end that PVST+ blocks (facts J6)', () => {
  const view = viewSite(siteOf(['ios', cisco('A', 10)], ['ios', cisco('B', 20)]))
  const found = judge(view, {
    attack: 'double-tagging',
    from: { device: 'A', port: 'Ethernet1/5' },
    vlan: 30,
    way: [{ device: 'A', port: 'Ethernet1/48' }],
  })
  expect(found.verdict).toBe('depends')
  expect(found.dependsOn.map(({ option }) => option)).toContain('pvidMismatch')
})

it('a VLAN that a Linux bridge sends untagged beside its PVID is another one at the far end, whatever the natives are', () => {
  const forgotten = LINUX.replace(
    '                  10\n',
    '                  10 Egress Untagged\nvnet1             10 PVID Egress Untagged\n',
  )
  const bridge: readonly [DialectName, string] = ['linux-bridge', forgotten]
  const { findings } = checkSite(siteOf(['ios', cisco('A', 20)], bridge))
  const found = findings.find(({ rule }) => rule.id === 'native/mismatch')
  expect(found).toMatchObject({
    ports: ['eth0'],
    level: 'error',
    judgement: { verdict: 'works' },
    after: 'blocked',
    effective: 'VLAN 10 untagged, far end 20',
  })
  expect(found?.fix.flatMap(({ lines }) => lines)).toEqual(['bridge vlan add vid 10 dev eth0'])
  const tagged: readonly [DialectName, string] = ['linux-bridge', LINUX]
  expect(mismatch(siteOf(['ios', cisco('A', 20)], tagged)).level).toBeUndefined()
})

describe('where the user says which end blocks', () => {
  const hop = (pvidMismatch: 'far-from-root' | 'near-root' | 'both', lines = '') => {
    const site = siteOf(['ios', cisco('A', 10)], ['ios', cisco('B', 20) + lines])
    const devices = site.devices.map((reading) => ({
      ...reading,
      device: { ...reading.device, options: { pvidMismatch, tagOnAccess: 'accept-own' as const } },
    }))
    const { verdict, assumptions } = judge(viewSite({ ...site, devices }), {
      attack: 'double-tagging',
      from: { device: 'A', port: 'Ethernet1/5' },
      vlan: 30,
      way: [{ device: 'A', port: 'Ethernet1/48' }],
    })
    return { verdict, taken: assumptions.filter((text) => text.includes('nearer to the root')) }
  }
  const nearer = (one: string, other: string) => [
    `${one} is taken to be nearer to the root of the spanning tree than ${other}, whose end of the trunk differs in its native VLAN.`,
  ]

  it('the end that is taken for the nearer one is an assumption', () => {
    expect(hop('far-from-root')).toEqual({ verdict: 'works', taken: nearer('A', 'B') })
    expect(hop('near-root')).toEqual({ verdict: 'blocked', taken: nearer('A', 'B') })
    expect(hop('both')).toEqual({ verdict: 'blocked', taken: [] })
  })

  it('priorities tell which end is nearer', () => {
    const root = 'spanning-tree vlan 10,20 priority 4096\n'
    expect(hop('far-from-root', root)).toEqual({ verdict: 'blocked', taken: nearer('B', 'A') })
    expect(hop('near-root', root)).toEqual({ verdict: 'works', taken: nearer('B', 'A') })
  })
})

describe('a phone whose VLAN is native at one end', () => {
  const withPhone = (access: number) =>
    cisco('A', 10).replace(
      ' switchport access vlan 10\n',
      ` switchport access vlan ${access}\n switchport voice vlan 10\n`,
    )

  it('lends its tag to a frame that is in another VLAN at the far end', () => {
    const found = checkSite(siteOf(['ios', withPhone(30)], ['linux-bridge', LINUX])).findings.find(
      ({ rule }) => rule.id === 'native/mismatch',
    )?.judgement
    expect(found?.evidence).toMatchObject({
      attack: 'native-mismatch',
      vlan: 20,
      variant: '[10]',
      reached: true,
    })
  })

  it.each([
    [30, [20]],
    [20, []],
  ])('of a host in VLAN %i: into %j, since nobody attacks a VLAN that he is in anyway', (access, into) => {
    const claims = nativeMismatch.check(viewSite(siteOf(['ios', withPhone(access)], ['linux-bridge', LINUX])))
    const fromHere = claims.flatMap(({ attempts }) => attempts).filter(({ from }) => from.device === 'A')
    expect(fromHere.map(({ vlan }) => vlan)).toEqual(into)
  })
})
