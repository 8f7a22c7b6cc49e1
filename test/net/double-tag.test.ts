import { expect, it } from 'vitest'
import { tag } from '../../src/net/frame.ts'
import { simulate } from '../../src/net/simulate.ts'
import { story } from '../../src/net/trace.ts'
import { cables, frameFrom, networkOf, portWith, station, switchOf } from './scene.ts'

const network = networkOf(
  [
    station('EVIL', { kind: 'attacker', mac: '02:00:00:00:66:01' }),
    switchOf('SW1', [portWith('Gi0/5', 'access'), portWith('Gi0/24', 'trunk')], {
      options: { tagOnAccess: 'accept-own' },
    }),
    switchOf('SW2', [portWith('Gi0/24', 'trunk'), portWith('Gi0/7', 'access', { accessVlan: 20 })]),
    station('ESX-B', { kind: 'host', mac: '02:00:00:00:20:02' }),
  ],
  cables('EVIL.eth0 - SW1.Gi0/5', 'SW1.Gi0/24 - SW2.Gi0/24', 'SW2.Gi0/7 - ESX-B.eth0'),
)

it('a frame with tags 1 and 20 loses the outer one at an untagged egress and arrives in VLAN 20', () => {
  const frame = frameFrom('02:00:00:00:66:01', [tag(1), tag(20)], '02:00:00:00:20:02')
  const trace = simulate(network, [{ when: { at: 10 }, do: 'send', device: 'EVIL', port: 'eth0', frame }])
  const delivered = trace.events.find((e) => e.decision === 'station/addressed' && e.device === 'ESX-B')
  expect(story(trace, delivered?.id ?? -1).map((e) => `${e.device} ${e.decision}`)).toEqual([
    'EVIL station/sends',
    'EVIL wire/cross',
    'SW1 in/own-tag-access',
    'SW1 relay/flood-unknown',
    'SW1 out/native-untagged',
    'SW1 wire/cross',
    'SW2 in/tag-trunk',
    'SW2 relay/flood-unknown',
    'SW2 out/access',
    'SW2 wire/cross',
    'ESX-B station/addressed',
  ])
})
