import { expect, it } from 'vitest'
import type { DialectName } from '../../src/config/index.ts'
import { readConfig } from '../../src/config/index.ts'
import { checkSite } from '../../src/verdict/check-site.ts'

/** A switch as our own advice would have it, in each language: whatever is found in one of these is a false alarm. */
const HARDENED: Readonly<Record<DialectName, string>> = {
  ios: `hostname ACC1
vtp mode transparent
vtp domain X
vlan 10
 name USERS
vlan 20
 name VOICE
vlan 30
 name VMOTION
vlan 998
 name PARKING
vlan 999
 name NATIVE
spanning-tree portfast bpduguard default
interface range GigabitEthernet1/0/1 - 20
 switchport access vlan 10
 switchport mode access
 switchport nonegotiate
 switchport voice vlan 20
 spanning-tree portfast
interface range GigabitEthernet1/0/21 - 22
 switchport access vlan 998
 switchport mode access
 switchport nonegotiate
 shutdown
interface GigabitEthernet1/0/23
 description esx1
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,30
 switchport mode trunk
 switchport nonegotiate
 spanning-tree portfast trunk
interface Port-channel1
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20,30
 switchport mode trunk
 switchport nonegotiate
interface range GigabitEthernet1/1/1 - 2
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20,30
 switchport mode trunk
 switchport nonegotiate
 channel-group 1 mode active
interface Vlan1
 no ip address
 shutdown
interface Vlan10
 ip address 10.0.0.2 255.255.255.0
end
`,
  nxos: `hostname CORE
feature lacp
vlan 1,10,30,998-999
interface port-channel1
  switchport
  switchport mode trunk
  switchport trunk native vlan 999
  switchport trunk allowed vlan 10,30
interface Ethernet1/1
  switchport
  switchport access vlan 10
  spanning-tree port type edge
  spanning-tree bpduguard enable
interface Ethernet1/2
  switchport
  switchport access vlan 998
  shutdown
interface Ethernet1/47
  switchport
  switchport mode trunk
  switchport trunk native vlan 999
  switchport trunk allowed vlan 10,30
  channel-group 1 mode active
interface Vlan1
  no ip address
`,
  eos: `hostname LEAF
vlan 10,30,998,999
interface Port-Channel1
   switchport trunk native vlan 999
   switchport trunk allowed vlan 10,30
   switchport mode trunk
interface Ethernet1
   switchport access vlan 10
   spanning-tree portfast
   spanning-tree bpduguard enable
interface Ethernet2
   switchport access vlan 998
   shutdown
interface Ethernet3
   switchport mode trunk
   switchport trunk allowed vlan 10
   switchport trunk native vlan tag
interface Ethernet47
   channel-group 1 mode active
`,
  'linux-bridge': `$ ip -d link show br0
4: br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP mode DEFAULT group default qlen 1000
    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff promiscuity 0 minmtu 68 maxmtu 65535
    bridge forward_delay 1500 hello_time 200 max_age 2000 ageing_time 30000 stp_state 0 priority 32768 vlan_filtering 1 vlan_protocol 802.1Q vlan_default_pvid 0
$ bridge vlan show
port              vlan-id
eth0              10
                  20
veth1             10 PVID Egress Untagged
veth2             20 PVID Egress Untagged
`,
  ovs: `$ ovs-vsctl show
5b3f7c2e-0000-4000-8000-000000000001
    Bridge br0
        Port eth0
            trunks: [10, 20]
            Interface eth0
        Port vnet1
            tag: 10
            Interface vnet1
        Port vnet2
            tag: 20
            Interface vnet2
        Port br0
            Interface br0
                type: internal
    ovs_version: "3.1.0"
`,
  esxi: `[root@esx1:~] esxcli network vswitch standard portgroup list
Name                Virtual Switch  Active Clients  VLAN ID
------------------  --------------  --------------  -------
Management Network  vSwitch0                     1       10
vMotion             vSwitch0                     1       30
VMs                 vSwitch0                     3       40
`,
}

it.each(Object.entries(HARDENED))('a hardened configuration of %s brings no finding', (dialect, text) => {
  const { devices, hypervisors } = readConfig(text, { path: 'hardened.cfg', dialect: dialect as DialectName })
  expect(devices.length + hypervisors.length).toBe(1)
  const { findings } = checkSite({ devices, hypervisors, links: [], purposes: {}, services: [] })
  expect(findings.map(({ rule, ports, message }) => `${rule.id} ${ports}: ${message}`)).toEqual([])
})
