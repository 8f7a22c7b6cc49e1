import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config/index.ts'
import { bareSite } from '../../src/rules/site.ts'
import { checkSite } from '../../src/verdict/check-site.ts'
import type { Finding } from '../../src/verdict/finding.ts'
import { judgeSite } from '../../src/verdict/matrix.ts'

/** A live host in VLAN 20, so that there is something to reach; guarded and said in full, so that it brings no finding. */
const VICTIM = `interface GigabitEthernet0/2
 switchport access vlan 20
 switchport mode access
 spanning-tree bpduguard enable
`
const HOST_PORT = 'interface GigabitEthernet0/1'
const TRUNK = 'interface GigabitEthernet0/24'
const BUNDLE = 'interface Port-channel1'

/** The findings of a text of IOS, model not known, as `rule verdict ports`. */
function found(text: string): string[] {
  const { devices } = readConfig(`hostname MICRO\n${text}`, { path: 'micro.cfg', dialect: 'ios' })
  return checkSite(bareSite(devices)).findings.map(say).sort()
}

function say({ rule, level, judgement, ports }: Finding): string {
  return `${rule.id} ${level === 'advice' ? 'advice' : judgement.verdict} ${ports.join(' ')}`
}

/** Only the findings on an attack that gets through or may. */
function attacks(text: string): string[] {
  return found(text).filter((line) => !line.includes(' advice '))
}

const GOOD_TRUNK = `${TRUNK}
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20
 switchport mode trunk
 switchport nonegotiate
`

describe('the micro cases', () => {
  it('m01: a bare port is spoofable on every IOS default', () => {
    expect(attacks(`${HOST_PORT}\n${VICTIM}`)).toEqual(['dtp/dynamic-port works GigabitEthernet0/1'])
  })

  it('m02: so is an access VLAN without a mode line', () => {
    const text = `${HOST_PORT}\n switchport access vlan 10\n${VICTIM}`
    expect(attacks(text)).toEqual(['dtp/dynamic-port works GigabitEthernet0/1'])
    expect(found(text)).toContain('dtp/access-implicit advice GigabitEthernet0/1')
  })

  it('m03: dynamic desirable is spoofable', () => {
    const text = `${HOST_PORT}\n switchport mode dynamic desirable\n${VICTIM}`
    expect(attacks(text)).toEqual(['dtp/dynamic-port works GigabitEthernet0/1'])
  })

  it('m04: a static access port is safe from spoofing', () => {
    expect(attacks(`${HOST_PORT}\n switchport mode access\n switchport access vlan 10\n${VICTIM}`)).toEqual(
      [],
    )
  })

  it('m05: a trunk without nonegotiate is advice', () => {
    const text = GOOD_TRUNK.replace(' switchport nonegotiate\n', '')
    expect(found(text)).toEqual(['dtp/trunk-negotiates advice GigabitEthernet0/24'])
  })

  it('m06: native by default and an access port in VLAN 1 is a hole that depends on ingress', () => {
    const text = `${HOST_PORT}\n switchport mode access\n${VICTIM}${TRUNK}\n switchport mode trunk\n switchport nonegotiate\n`
    expect(attacks(text)).toEqual([
      'native/default-vlan depends GigabitEthernet0/24',
      'native/in-use depends GigabitEthernet0/1',
    ])
  })

  it('m07: native 10 and an access port in VLAN 10 is the same hole', () => {
    const text = `${HOST_PORT}\n switchport access vlan 10\n switchport mode access\n${VICTIM}${GOOD_TRUNK.replace('999', '10')}`
    expect(attacks(text)).toEqual(['native/in-use depends GigabitEthernet0/1'])
  })

  it('m08: all right is silent', () => {
    const text = `${HOST_PORT}\n switchport access vlan 10\n switchport mode access\n spanning-tree bpduguard enable\n${VICTIM}${GOOD_TRUNK}`
    expect(found(text)).toEqual([])
  })

  it('m09: a tagged native VLAN is safe outbound', () => {
    const text = `vlan dot1q tag native\n${HOST_PORT}\n switchport mode access\n${VICTIM}${TRUNK}\n switchport mode trunk\n switchport nonegotiate\n`
    expect(attacks(text)).toEqual([])
    expect(found(text)).not.toContainEqual(expect.stringContaining('native/'))
  })

  it('m10: no allowed list is advice', () => {
    const text = GOOD_TRUNK.replace(' switchport trunk allowed vlan 10,20\n', '')
    expect(found(text)).toEqual([
      'trunk/allow-all advice GigabitEthernet0/24',
      'trunk/vlan1-not-pruned advice GigabitEthernet0/24',
    ])
  })

  it('m11, m12: a shut bare port and a routed one have no attack', () => {
    expect(found(`${HOST_PORT}\n shutdown\n${VICTIM}`)).toEqual(['access/unused advice GigabitEthernet0/1'])
    expect(found(`${HOST_PORT}\n no switchport\n ip address 192.0.2.1 255.255.255.0\n${VICTIM}`)).toEqual([])
  })

  it('m13: "allowed vlan add 1" brings VLAN 1 back, and is a hole only with native 1 and a live port in it', () => {
    const added = GOOD_TRUNK.replace('vlan 10,20\n', 'vlan 10,20\n switchport trunk allowed vlan add 1\n')
    expect(found(added)).toEqual(['trunk/vlan1-not-pruned advice GigabitEthernet0/24'])
    const native = added.replace(' switchport trunk native vlan 999\n', '')
    expect(attacks(`${HOST_PORT}\n switchport mode access\n${VICTIM}${native}`)).toEqual([
      'native/default-vlan depends GigabitEthernet0/24',
      'native/in-use depends GigabitEthernet0/1',
    ])
  })

  it('m14: a port-channel is found once, on the bundle', () => {
    const weak =
      ' switchport trunk native vlan 999\n switchport trunk allowed vlan 10,20\n switchport mode trunk\n'
    const text = `${BUNDLE}\n${weak}${HOST_PORT}\n${weak} channel-group 1 mode active\n`
    expect(found(text)).toEqual(['dtp/trunk-negotiates advice Port-channel1'])
  })

  it('m15: a voice port is safe from spoofing, and an entry where the voice VLAN is native', () => {
    const phone = `${HOST_PORT}\n switchport access vlan 10\n switchport voice vlan 30\n switchport mode access\n${VICTIM}`
    expect(attacks(`${phone}${GOOD_TRUNK}`)).toEqual([])
    const native = GOOD_TRUNK.replace('999', '30').replace('10,20', '10,20,30')
    expect(attacks(`${phone}${native}`)).toEqual(['native/in-use works GigabitEthernet0/1'])
  })
})

describe('traps', () => {
  const edge = `${HOST_PORT}\n switchport access vlan 10\n switchport mode access\n${VICTIM}`
  const native10 = `${TRUNK}\n switchport trunk native vlan 10\n switchport mode trunk\n switchport nonegotiate\n`

  it('a native VLAN that is not in the allowed list leaves by no trunk', () => {
    const text = native10.replace(
      'native vlan 10\n',
      'native vlan 10\n switchport trunk allowed vlan 20,30\n',
    )
    expect(attacks(`${edge}${text}`)).toEqual([])
  })

  it('"except" replaces the whole list', () => {
    const text = native10.replace(
      'native vlan 10\n',
      'native vlan 10\n switchport trunk allowed vlan 20\n switchport trunk allowed vlan except 20\n',
    )
    expect(attacks(`${edge}${text}`)).toEqual(['native/in-use depends GigabitEthernet0/1'])
  })

  it('a shut trunk and a shut port have no attack', () => {
    expect(attacks(`${edge}${native10} shutdown\n`)).toEqual([])
    expect(attacks(`${edge.replace('mode access\n', 'mode access\n shutdown\n')}${native10}`)).toEqual([])
  })

  it('a VLAN that does not exist bridges nothing: its access port is inactive (facts J3)', () => {
    const without = 'vtp mode transparent\nvlan 20,30\n'
    expect(attacks(`${without}${edge}${native10}`)).toEqual([])
    expect(attacks(`${without}vlan 10\n${edge}${native10}`)).toEqual([
      'native/in-use depends GigabitEthernet0/1',
    ])
  })

  it('a port-channel whose native VLAN is in use is found on the bundle', () => {
    const bundled = `${BUNDLE}\n switchport trunk native vlan 10\n switchport mode trunk\n switchport nonegotiate\n${TRUNK}\n channel-group 1 mode active\n`
    const { devices } = readConfig(`hostname MICRO\n${edge}${bundled}`, { path: 'micro.cfg', dialect: 'ios' })
    const [finding] = checkSite(bareSite(devices)).findings
    expect(finding?.effective).toBe('access VLAN 10 = native VLAN of Port-channel1')
  })

  it('the parking VLAN is taken out with "remove", which leaves the list alone', () => {
    const text = `interface GigabitEthernet0/7\n switchport access vlan 998\n switchport mode access\n shutdown\n${GOOD_TRUNK.replace('10,20', '10,20,998')}`
    const { devices } = readConfig(`hostname MICRO\n${text}`, { path: 'micro.cfg', dialect: 'ios' })
    const finding = checkSite(bareSite(devices)).findings.find(
      ({ rule }) => rule.id === 'trunk/parking-vlan-allowed',
    )
    expect(finding?.fix.map(({ lines }) => lines)).toEqual([['switchport trunk allowed vlan remove 998']])
  })
})

it('a switch that names no VLAN but 1 still has others to reach: the matrix says so as the rules do', () => {
  const { devices } = readConfig(`hostname DESK1\n${HOST_PORT}\n!\n${TRUNK}\n switchport mode trunk\nend\n`, {
    path: 'nowhere-to-go.cfg',
    dialect: 'ios',
  })
  const [row] = judgeSite(bareSite(devices)).rows
  expect(row?.cells.map(({ attack, verdict }) => `${attack} ${verdict}`)).toEqual([
    'switch-spoofing works',
    'plain-tagging blocked',
    'double-tagging depends',
  ])
})
