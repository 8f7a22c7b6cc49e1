import { describe, expect, test } from 'vitest'
import { openConsole } from '../../../../src/config/ios/console/index.ts'
import {
  type Moment,
  type Shown,
  showCdp,
  showCdpDetail,
  showDescriptions,
  showEtherchannels,
  showStatus,
  showVlan,
  showVlanNumber,
  showVtpStatus,
} from '../../../../src/config/ios/show/index.ts'
import { answer } from '../console/at-console.ts'
import { build, type Lab, read, run } from './lab.ts'

const HEAD = 'switch 1 provision ws-c2960x-24ts-l\nvtp mode transparent\n'

/** Two switches joined by a bundle and by a single cable, and what is plugged into the first besides. */
const LAB: Lab = {
  switches: {
    SW1: `hostname SW1
${HEAD}vtp domain LAB
vlan 10
 name USERS
interface Gi0/1
 description a desk with more to say than fits
 switchport access vlan 10
 switchport mode access
interface Gi0/2
 shutdown
interface Gi0/3
 no switchport
interface Port-channel1
 switchport mode trunk
interface Gi0/21
 channel-group 1 mode active
interface Gi0/22
 channel-group 1 mode active
interface Gi0/23
 channel-group 2 mode on
interface Gi0/24
 switchport mode trunk
`,
    SW2: `hostname SW2
${HEAD}vtp domain LAB
interface Port-channel1
 switchport mode trunk
interface Gi0/21
 channel-group 1 mode active
interface Gi0/22
 channel-group 1 mode active
interface Gi0/24
 switchport trunk native vlan 99
 switchport mode trunk
`,
  },
  stations: { PC: { kind: 'host', mac: '02:00:00:00:00:10' } },
  cables: ['PC - SW1 Gi0/1', 'SW1 Gi0/21 - SW2 Gi0/21', 'SW1 Gi0/22 - SW2 Gi0/22', 'SW1 Gi0/24 - SW2 Gi0/24'],
}

const { moment } = run(LAB, 65_000)

function text({ lines, notes }: Shown): string {
  return [...lines, ...notes.map((note) => `(ours) ${note}`), ''].join('\n')
}

const OUTPUTS: Readonly<Record<string, (moment: Moment) => Shown>> = {
  'interfaces-status': (at) => showStatus(at),
  'interfaces-description': showDescriptions,
  'etherchannel-summary': showEtherchannels,
  'cdp-neighbors': showCdp,
  'cdp-neighbors-detail': showCdpDetail,
  'vtp-status': showVtpStatus,
  vlan: showVlan,
  'vlan-id-10': (at) => showVlanNumber(at, 10),
}

describe('what a switch with neighbours shows', () => {
  test.each(Object.entries(OUTPUTS))('show %s', async (name, show) => {
    await expect(text(show(moment('SW1')))).toMatchFileSnapshot(`golden/${name}.txt`)
  })

  test('its neighbours can be read back, each at its port with the native VLAN it announces', () => {
    const session = ['SW1#show cdp neighbors detail', ...showCdpDetail(moment('SW1')).lines, ''].join('\n')
    const found = read(session).observed?.neighbours.map(({ port, device, farPort, nativeVlan }) => [
      port,
      device,
      farPort,
      nativeVlan,
    ])
    expect(found).toEqual([
      ['GigabitEthernet0/21', 'SW2', 'GigabitEthernet0/21', 1],
      ['GigabitEthernet0/22', 'SW2', 'GigabitEthernet0/22', 1],
      ['GigabitEthernet0/24', 'SW2', 'GigabitEthernet0/24', 99],
    ])
  })

  test('a port that spanning tree blocks is listed under its VLANs', () => {
    const { network, readings } = build(LAB)
    const blocked = ['SW1', 'SW2'].flatMap((device) => {
      const reading = readings[device]
      if (!reading) throw new Error(`no switch ${device}`)
      const console = openConsole({ network, device, reading, settings: { spanningTree: 'pvst' } })
      return answer(console, 'show spanning-tree blockedports')
    })
    expect(blocked.filter((line) => line.startsWith('VLAN0001'))).toEqual([
      expect.stringMatching(/^VLAN0001 {13}(?:Gi0\/24|Po1)$/),
    ])
  })
})
