import { describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config/index.ts'
import { bareSite } from '../../src/rules/site.ts'
import { checkSite } from '../../src/verdict/check-site.ts'
import type { Finding } from '../../src/verdict/finding.ts'

function findings(text: string): readonly Finding[] {
  return checkSite(bareSite(readConfig(text, { path: 'kvm' }).devices)).findings
}

function of(found: readonly Finding[], rule: string): Finding | undefined {
  return found.find((finding) => finding.rule.id === rule)
}

/** A host whose machines are in the VLAN that its uplink carries without a tag: the hole of double tagging on a bridge of a host. */
const LINUX = `port              vlan-id
eth0              1 PVID Egress Untagged
                  20
vnet1             1 PVID Egress Untagged
vnet2             20 PVID Egress Untagged
3: br0: <BROADCAST,UP> mtu 1500
    bridge forward_delay 0 vlan_filtering 1 vlan_default_pvid 1
`

describe('a bridge of a host is judged like a switch, and fixed in its own language', () => {
  test('Linux: double tagging works, and its own commands stop it', () => {
    const found = of(findings(LINUX), 'native/in-use')
    expect(found).toMatchObject({
      level: 'error',
      judgement: { verdict: 'works' },
      after: 'blocked',
    })
    expect(found?.ports).toEqual(['vnet1'])
    // A native VLAN that the trunk does not carry is a port without a PVID: untagged frames are no longer taken, VLAN 1 is tagged.
    expect(found?.fix.flatMap(({ lines }) => lines)).toEqual(['bridge vlan add vid 1 dev eth0'])
  })

  test('Open vSwitch: a tag is dropped on access, VLAN ID 0 is not', () => {
    const found = of(
      findings(`ovs-vsctl add-br br0
ovs-vsctl set port br0 tag=30
ovs-vsctl add-port br0 eth0 tag=10 trunks=20 vlan_mode=native-untagged
ovs-vsctl add-port br0 vnet1 tag=10
ovs-vsctl add-port br0 vnet2 tag=20
`),
      'native/in-use',
    )
    expect(found).toMatchObject({ level: 'error', ports: ['vnet1'], after: 'blocked' })
    expect(found?.fix.flatMap(({ lines }) => lines)).toEqual(['ovs-vsctl set port eth0 tag=999'])
  })

  test('no advice that the platform has no command for', () => {
    expect(of(findings(LINUX), 'access/bpduguard')).toBeUndefined()
    expect(of(findings(LINUX), 'dtp/trunk-negotiates')).toBeUndefined()
  })

  test('a VLAN that leaves untagged beside the PVID is a way out of double tagging too, and is tagged again', () => {
    const beside = findings(LINUX.replace('                  20\n', '                  20 Egress Untagged\n'))
    const found = beside.find(({ rule, ports }) => rule.id === 'native/in-use' && ports.includes('vnet2'))
    expect(found).toMatchObject({
      level: 'error',
      judgement: { verdict: 'works' },
      after: 'blocked',
      effective: 'access VLAN 20 untagged on eth0',
    })
    expect(found?.fix.flatMap(({ lines }) => lines)).toEqual(['bridge vlan add vid 20 dev eth0'])
  })

  test('a bridge that does not filter has no finding of native VLANs', () => {
    expect(
      of(findings(LINUX.replace('vlan_filtering 1', 'vlan_filtering 0')), 'native/in-use'),
    ).toBeUndefined()
  })
})
