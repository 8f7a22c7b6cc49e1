import { expect, test } from 'vitest'
import { readConfig } from '../../src/config/index.ts'
import type { Purposes } from '../../src/rules/site.ts'
import { checkSite } from '../../src/verdict/check-site.ts'

const LINUX = `$ ip -d link show br0
4: br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000
    bridge forward_delay 1500 stp_state 0 priority 32768 vlan_filtering 1 vlan_protocol 802.1Q vlan_default_pvid 1
$ bridge vlan show
port              vlan-id
eth0              1 PVID Egress Untagged
                  10
                  20
veth1             10 PVID Egress Untagged
veth2             20 PVID Egress Untagged
br0               1 PVID Egress Untagged
`
const OVS = `$ ovs-vsctl show
5b3f7c2e-0000-4000-8000-000000000001
    Bridge br0
        Port eth0
            trunks: [10, 20]
            Interface eth0
        Port vnet1
            tag: 10
            Interface vnet1
        Port br0
            Interface br0
                type: internal
`

/** Findings as `rule level port`. */
function found(text: string, purposes: Purposes[string] = {}): string[] {
  const { devices } = readConfig(text, { path: 'host.txt' })
  const name = devices[0]?.name ?? ''
  const site = { devices, links: [], services: [], purposes: { [name]: purposes } }
  return checkSite(site).findings.map(({ rule, level, ports }) => `${rule.id} ${level} ${ports}`)
}

test('the host of a Linux bridge is no attacker on its own bridge, and the VLAN it is in is no finding', () => {
  expect(found(LINUX)).toEqual(['native/default-vlan advice eth0', 'trunk/vlan1-not-pruned advice eth0'])
})

test('where its user says so it is one', () => {
  expect(found(LINUX, { br0: 'host' })).toContain('native/in-use error br0')
})

test('the own port of an Open vSwitch bridge, a trunk of all VLANs by default, is no trunk to a switch', () => {
  expect(found(OVS)).toEqual([])
})

test('a port of Open vSwitch without a VLAN is a trunk of all, and VLAN 1 there is one as any other', () => {
  expect(found(OVS.replace('            tag: 10\n', ''))).toEqual(['trunk/allow-all advice vnet1'])
})
