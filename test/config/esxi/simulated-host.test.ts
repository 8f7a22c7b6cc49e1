import { describe, expect, test } from 'vitest'
import { type HypervisorReading, readConfig, simulatedHost } from '../../../src/config/index.ts'
import { BROADCAST, tag } from '../../../src/net/frame.ts'
import type { Network, Switch } from '../../../src/net/network.ts'
import { simulate } from '../../../src/net/simulate.ts'
import { frameFrom, station } from '../../net/scene.ts'

function host(...rows: readonly string[]): HypervisorReading {
  const text = [
    '[root@esx1:~] esxcli network vswitch standard portgroup list',
    'Name        Virtual Switch  Active Clients  VLAN ID',
    '----------  --------------  --------------  -------',
    ...rows,
    '[root@esx1:~] esxcli network ip interface list',
    ...[
      'vmk1',
      '   Name: vmk1',
      '   MAC Address: 02:00:00:00:00:51',
      '   Portset: vSwitch0',
      '   Portgroup: vMotion',
    ],
  ].join('\n')
  const [reading] = readConfig(text, { path: 'esx1.txt' }).hypervisors
  if (!reading) throw new Error('no host')
  return reading
}

const VMOTION = 'vMotion     vSwitch0                     1       50'
const GUESTS = 'Guests      vSwitch0                     3       60'
const TRUNK = 'Router      vSwitch0                     1     4095'

/** An access port in VLAN 10 and a trunk to the host on one switch, with this native VLAN. */
function behindSwitch(reading: HypervisorReading, native: number): Network {
  const [read] = readConfig(
    `boot system flash:c2950-x.bin
interface FastEthernet0/1
 switchport mode access
 switchport access vlan 10
interface FastEthernet0/24
 switchport mode trunk
 switchport nonegotiate
 switchport trunk native vlan ${native}
`,
    { path: 'sw.cfg' },
  ).devices
  if (!read) throw new Error('no switch')
  const simulated = simulatedHost(reading, { unknownPolicy: 'reject' })
  const [card] = simulated.cards
  if (!card) throw new Error('no card')
  const sw: Switch = { ...read.device, name: 'SW' }
  return {
    devices: [sw, station('EVIL', { kind: 'attacker', mac: '02:00:00:00:00:66' }), ...simulated.devices],
    links: [
      { a: { device: 'SW', port: 'FastEthernet0/1' }, b: { device: 'EVIL', port: 'eth0' } },
      { a: { device: 'SW', port: 'FastEthernet0/24' }, b: card.at },
      ...simulated.links,
    ],
    sources: read.sources,
  }
}

function reached(network: Network, ...tags: readonly number[]): string[] {
  const frame = frameFrom(
    '02:00:00:00:00:66',
    tags.map((vid) => tag(vid)),
    BROADCAST,
  )
  const trace = simulate(network, [{ when: { at: 0 }, do: 'send', device: 'EVIL', port: 'eth0', frame }])
  const took = trace.events.filter(
    ({ kind, device }) => kind === 'deliver' && /^esx1 (?:vmk|.* guest)/.test(device),
  )
  return [...new Set(took.map(({ device }) => device))].sort()
}

describe('a host that was read, in the simulator', () => {
  test('is the second switch of double tagging: the inner tag picks the port group (facts C6)', () => {
    const reading = host(VMOTION, GUESTS)
    expect(reached(behindSwitch(reading, 10), 10, 50)).toContain('esx1 vmk1')
    expect(reached(behindSwitch(reading, 10), 10, 60)).toContain('esx1 Guests guest')
    expect(reached(behindSwitch(reading, 999), 10, 50)).not.toContain('esx1 vmk1')
  })

  test('has a station for each VMkernel port, and one guest where the text shows more clients', () => {
    const { members, cards, assumptions } = simulatedHost(host(VMOTION, GUESTS), { unknownPolicy: 'accept' })
    expect(members).toEqual([
      { station: 'esx1 vmk1', portGroup: 'vMotion', vmKernelPort: 'vmk1' },
      { station: 'esx1 Guests guest', portGroup: 'Guests', vmKernelPort: null },
    ])
    expect(cards).toEqual([{ card: 'uplink', at: { device: 'esx1 vSwitch0', port: 'uplink' } }])
    expect(assumptions).toEqual(['Which cards lead out of vSwitch0 is not in the text: one is assumed.'])
  })

  test('takes policies that are not in the text as it is told', () => {
    const policies = (unknownPolicy: 'accept' | 'reject') => {
      const [device] = simulatedHost(host(VMOTION), { unknownPolicy }).devices
      return device?.spec.kind === 'vswitch' ? device.spec.portGroups.map((group) => group.promiscuous) : []
    }
    expect(policies('accept')).toEqual([true])
    expect(policies('reject')).toEqual([false])
  })

  test('a trunk range holds a guest to its VLANs, 4095 does not', () => {
    const text = (vlan: string) =>
      `Distributed Port Group | VLAN | Distributed Switch | Uplinks\nRouter | ${vlan} | dvs | vmnic0\n`
    const guestOf = (vlan: string, ...tags: readonly number[]) => {
      const [reading] = readConfig(text(vlan), { path: 'esx1.txt' }).hypervisors
      if (!reading) throw new Error('no host')
      return reached(behindSwitch(reading, 10), ...tags)
    }
    expect(guestOf('trunk 20-29', 10, 20)).toEqual(['esx1 Router guest'])
    expect(guestOf('trunk 20-29', 10, 30)).toEqual([])
    expect(guestOf('trunk 20-29', 10)).toEqual([])
    expect(guestOf('trunk 0-29', 10)).toEqual(['esx1 Router guest'])
    expect(reached(behindSwitch(host(TRUNK), 10), 10, 30)).toEqual(['esx1 Router guest'])
  })
})
