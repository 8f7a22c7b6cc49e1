import { expect, test } from 'vitest'
import { readConfig } from '../../src/config/index.ts'
import { portchannelNeverForms } from '../../src/rules/portchannel-never-forms.ts'
import { viewSite } from '../../src/rules/view.ts'
import { checkSite } from '../../src/verdict/check-site.ts'

const config = (name: string, mode: string, down = false) => `hostname ${name}
interface Port-channel1
 switchport trunk native vlan 10
 switchport mode trunk
 switchport nonegotiate
interface GigabitEthernet0/1
 channel-group 1 mode ${mode}
interface GigabitEthernet0/2
 channel-group 1 mode ${mode}${down ? '\n shutdown' : ''}
interface GigabitEthernet0/5
 switchport access vlan 10
 switchport mode access
interface GigabitEthernet0/6
 switchport access vlan 20
 switchport mode access
`

function site(near: string, far: string, ...ports: string[]) {
  const devices = [config('A', near, true), config('B', far)].flatMap(
    (text) => readConfig(text, { path: 'a.cfg', dialect: 'ios', profile: 'catalyst-2950' }).devices,
  )
  const links = (ports.length > 0 ? ports : ['Port-channel1']).map((port) => ({
    a: { device: 'A', port },
    b: { device: 'B', port },
  }))
  return { devices, links, purposes: {}, services: [] }
}

const claims = (...modes: [string, string, ...string[]]) =>
  portchannelNeverForms.check(viewSite(site(...modes)))

test.each([
  ['passive', 'passive', ['A Gi0/1 active']],
  ['auto', 'auto non-silent', ['A Gi0/1 desirable']],
  ['active', 'desirable', ['B Gi0/1 active', 'B Gi0/2 active']],
  ['auto', 'passive', ['A Gi0/1 active']],
  ['on', 'passive', ['A Gi0/1 active']],
  ['on', 'auto', ['A Gi0/1 active', 'B Gi0/1 active', 'B Gi0/2 active']],
])('%s with %s never forms: %j does, at members that are up', (near, far, fixed) => {
  const [claim, ...others] = claims(near, far)
  expect(others).toEqual([])
  expect(
    claim?.fix.map(
      ({ device, port, lines }) =>
        `${device} ${port?.replace('GigabitEthernet', 'Gi')} ${lines.join().replace('channel-group 1 mode ', '')}`,
    ),
  ).toEqual(fixed)
})

test.each([
  ['on', 'on'],
  ['active', 'passive'],
  ['auto', 'desirable'],
])('%s with %s forms', (near, far) => {
  expect(claims(near, far)).toEqual([])
})

test('cables that are drawn to members tell of a port-channel once', () => {
  expect(claims('passive', 'passive', 'GigabitEthernet0/1', 'GigabitEthernet0/2')).toHaveLength(1)
})

test('a verdict over such a cable depends on what its ports do instead, and is sure where the port-channel forms', () => {
  const hop = (near: string, far: string) => {
    const found = checkSite(site(near, far)).findings.find(({ rule }) => rule.id === 'native/in-use')
    return [found?.judgement.verdict, found?.judgement.dependsOn.map(({ option }) => option)]
  }
  expect(hop('passive', 'passive')).toEqual(['depends', ['unbundledMember']])
  expect(hop('active', 'passive')).toEqual(['works', []])
})

test('behind a port-channel whose far end was not read, one that agrees is assumed', () => {
  const [alone] = site('passive', 'passive').devices
  const { findings } = checkSite({ devices: alone ? [alone] : [], links: [], purposes: {}, services: [] })
  const found = findings.find(({ rule }) => rule.id === 'native/in-use')
  expect(found?.judgement).toMatchObject({ verdict: 'works', dependsOn: [] })
})
