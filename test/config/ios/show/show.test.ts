import { describe, expect, test } from 'vitest'
import {
  momentOf,
  type Shown,
  showDtp,
  showDtpInterface,
  showInconsistentPorts,
  showMacTable,
  showNativeTagging,
  shownPort,
  showRunningConfig,
  showRunningInterface,
  showSwitchport,
  showTrunk,
  showVlanBrief,
} from '../../../../src/config/ios/show/index.ts'
import { padded, tag } from '../../../../src/net/frame.ts'
import type { Stimulus } from '../../../../src/net/stimulus.ts'
import { type Lab, run } from './lab.ts'

const SW1 = `hostname SW1
! IOSv
vtp mode transparent
vlan 10
 name USERS
vlan 20
vlan 30
 state suspend
interface Gi0/1
 switchport access vlan 10
 switchport mode access
interface Gi0/2
 switchport access vlan 10
interface Gi0/5
 switchport access vlan 10
 switchport voice vlan 20
interface Gi0/6
 switchport access vlan 40
 shutdown
interface Gi0/7
 no switchport
interface Gi0/24
 switchport trunk encapsulation dot1q
 switchport trunk native vlan 99
 switchport trunk allowed vlan 10,20,30,99,200,202,204,206,208,210,212,214,216,218,220,222,224,226,228
 switchport mode trunk
 switchport nonegotiate
`

const LAB: Lab = {
  switches: { SW1 },
  stations: {
    EVIL: { kind: 'spoofer', mac: '02:00:00:00:00:66', domain: '', startsAt: 1000, repeats: 'once' },
    PC: { kind: 'host', mac: '02:00:00:00:00:10' },
    IDLE: { kind: 'host', mac: '02:00:00:00:00:11' },
    FAR: { kind: 'host', mac: '02:00:00:00:00:12' },
  },
  cables: ['PC - SW1 Gi0/1', 'IDLE - SW1 Gi0/2', 'EVIL - SW1 Gi0/5', 'FAR - SW1 Gi0/24'],
}

/** A broadcast that PC sends into VLAN 10, and one that FAR tags with VLAN 20. */
const TALK: readonly Stimulus[] = [
  {
    when: { at: 2000 },
    do: 'send',
    device: 'PC',
    port: 'eth0',
    frame: padded({
      dst: 'ff:ff:ff:ff:ff:ff',
      src: '02:00:00:00:00:10',
      tags: [],
      ethertype: 0x88b5,
      payload: '',
    }),
  },
  {
    when: { at: 3000 },
    do: 'send',
    device: 'FAR',
    port: 'eth0',
    frame: padded({
      dst: 'ff:ff:ff:ff:ff:ff',
      src: '02:00:00:00:00:12',
      tags: [tag(20)],
      ethertype: 0x88b5,
      payload: '',
    }),
  },
]

function text({ lines, notes }: Shown): string {
  return [...lines, ...notes.map((note) => `(ours) ${note}`), ''].join('\n')
}

function at(millis: number) {
  return run(LAB, millis, TALK).moment('SW1')
}

const OUTPUTS = {
  'interfaces-switchport': showSwitchport,
  'interfaces-trunk': showTrunk,
  'vlan-brief': showVlanBrief,
  dtp: showDtp,
  'dtp-interface': showDtpInterface,
  'mac-address-table': showMacTable,
  'running-config': showRunningConfig,
  'vlan-dot1q-tag-native': showNativeTagging,
  'spanning-tree-inconsistentports': showInconsistentPorts,
}

describe('what a simulated switch shows', () => {
  test.each(Object.entries(OUTPUTS))('show %s, while a host has spoofed a trunk', async (name, show) => {
    await expect(text(show(at(21_000)))).toMatchFileSnapshot(`golden/${name}.txt`)
  })

  test('follows the run: a spoofed trunk that hears no more DTP falls back', () => {
    const line = (millis: number) =>
      showSwitchport(at(millis), ports(millis)).lines.find((each) => each.startsWith('Operational Mode'))
    const ports = (millis: number) => [shownPort(at(millis), 'Gi0/5')].filter((port) => port !== null)
    expect(line(900)).toBe('Operational Mode: static access')
    expect(line(299_000)).toBe('Operational Mode: trunk')
    expect(line(302_000)).toBe('Operational Mode: static access')
  })

  test('counts the timers down in virtual time', () => {
    const timers = (millis: number) =>
      showDtpInterface(at(millis))
        .lines.filter((line) => line.includes('/RUNNING'))
        .map((line) => line.slice(44))
    expect(timers(11_000)).toEqual(['19/RUNNING', '19/RUNNING', '291/RUNNING'])
    expect(timers(41_000)).toEqual(['19/RUNNING', '19/RUNNING', '261/RUNNING'])
  })

  test('a pulled cable takes the port down', () => {
    const pull: Stimulus = {
      when: { at: 5000 },
      do: 'cable',
      a: { device: 'EVIL', port: 'eth0' },
      b: { device: 'SW1', port: 'Gi0/5' },
      connected: false,
    }
    const moment = run(LAB, 6000, [pull]).moment('SW1')
    expect(shownPort(moment, 'Gi0/5')?.operating).toBe('down')
    expect(showTrunk(moment).lines.filter((line) => line.startsWith('Gi0/5'))).toEqual([])
  })

  test('a named port is shown as a trunk or as none', () => {
    const moment = at(900)
    const port = shownPort(moment, 'Gi0/1')
    expect(port && showTrunk(moment, [port]).lines).toEqual([
      'Port        Mode             Encapsulation  Status        Native vlan',
      'Gi0/1       off              negotiate      not-trunking  1',
    ])
    expect(port && showRunningInterface(moment, port).lines.slice(4)).toEqual([
      'interface GigabitEthernet0/1',
      ' switchport access vlan 10',
      ' switchport mode access',
      'end',
    ])
  })

  test('says so where the configuration does not tell which VLANs exist', () => {
    const lab: Lab = { switches: { SW1: 'hostname SW1\ninterface Gi0/1\n switchport access vlan 10\n' } }
    const { lines, notes } = showVlanBrief(run(lab, 100).moment('SW1'))
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      'VLAN',
      '----',
      '1',
      '10',
      '1002',
      '1003',
      '1004',
      '1005',
    ])
    expect(notes).toHaveLength(1)
  })

  test('says so where the switch model, and with it the mode of a bare port, is not known', () => {
    const moment = run({ switches: { SW1: 'hostname SW1\ninterface Gi0/1\n' } }, 100).moment('SW1')
    const said = /^The switch model is not known: .* taken as dynamic desirable in this run\.$/
    expect(showSwitchport(moment).lines).toContain('Administrative Mode: dynamic desirable')
    expect(showSwitchport(moment).notes[0]).toMatch(said)
    const known = run({ switches: { SW1: 'hostname SW1\n! IOSv\ninterface Gi0/1\n' } }, 100).moment('SW1')
    expect(showSwitchport(known).notes.filter((note) => said.test(note))).toEqual([])
  })

  test('a port-channel stands for its members', () => {
    const lab: Lab = {
      switches: {
        SW1: 'hostname SW1\ninterface Port-channel1\n switchport mode trunk\ninterface Gi0/1\n channel-group 1 mode on\ninterface Gi0/2\n channel-group 1 mode on\n',
      },
      stations: { PC: { kind: 'host', mac: '02:00:00:00:00:10' } },
      cables: ['PC - SW1 Gi0/1'],
    }
    const moment = run(lab, 100).moment('SW1')
    const modes = showSwitchport(moment).lines.filter((line) => line.startsWith('Operational Mode'))
    expect(modes).toEqual([
      'Operational Mode: trunk',
      'Operational Mode: trunk (member of bundle Po1)',
      'Operational Mode: down',
    ])
    expect(showTrunk(moment).lines[1]).toMatch(/^Po1 +on +802.1q +trunking +1$/)
  })

  test('there is nothing to show of a switch that the network does not have', () => {
    const { trace, moment } = run(LAB, 100)
    expect(() => momentOf(trace, 'SW9', moment('SW1').reading)).toThrow('no switch called SW9')
  })
})
