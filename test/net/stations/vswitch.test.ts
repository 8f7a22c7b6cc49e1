import { describe, expect, it } from 'vitest'
import { BROADCAST, tag } from '../../../src/net/frame.ts'
import type { OptionValues } from '../../../src/net/options.ts'
import { simulate } from '../../../src/net/simulate.ts'
import { EST, type PortGroup, VGT } from '../../../src/net/stations/vswitch.ts'
import { frameOf } from '../../../src/net/trace.ts'
import { cables, frameFrom, networkOf, portWith, station, switchOf } from '../scene.ts'

const MACS = {
  outside: '02:00:00:00:00:01',
  web: '02:00:00:00:10:01',
  web2: '02:00:00:00:10:02',
  vmk: '02:00:00:00:20:01',
  mgmt: '02:00:00:00:01:01',
  lab: '02:00:00:00:40:01',
}
type Name = keyof typeof MACS

const group = (name: string, vlan: number, more: Partial<PortGroup> = {}): PortGroup => ({
  name,
  vlan,
  promiscuous: false,
  forgedTransmits: true,
  ...more,
})

/** A vSwitch with two uplinks to one switch: web and web2 in VLAN 10, vmk in 20, mgmt untagged, lab with guest tagging. */
function run(
  from: Name,
  tags: number[],
  dst: string,
  more: { options?: OptionValues; web?: Partial<PortGroup>; src?: string } = {},
) {
  const guests = ['web', 'web2', 'vmk', 'mgmt', 'lab'] as const
  const groups = {
    web: 'Production',
    web2: 'Production',
    vmk: 'vMotion',
    mgmt: 'Management Network',
    lab: 'Lab',
  }
  const network = networkOf(
    [
      switchOf('SW1', [
        portWith('1', 'trunk', { negotiate: false }),
        portWith('2', 'trunk', { negotiate: false }),
        portWith('o', 'trunk', { negotiate: false }),
      ]),
      station('ESX', {
        kind: 'vswitch',
        platform: 'esxi',
        uplinks: ['vmnic0', 'vmnic1'],
        portGroups: [
          group('Production', 10, more.web),
          group('vMotion', 20),
          group('Management Network', EST),
          group('Lab', VGT),
        ],
        virtualPorts: guests.map((name) => ({ port: name, portGroup: groups[name], mac: MACS[name] })),
      }),
      ...(['outside', ...guests] as const).map((name) =>
        station(name, { kind: 'attacker', mac: MACS[name] }),
      ),
    ],
    cables(
      'SW1.1 - ESX.vmnic0',
      'SW1.2 - ESX.vmnic1',
      'outside.eth0 - SW1.o',
      ...guests.map((name) => `${name}.eth0 - ESX.${name}`),
    ),
  )
  const frame = frameFrom(
    more.src ?? MACS[from],
    tags.map((vid) => tag(vid)),
    dst,
  )
  const trace = simulate(network, [{ when: { at: 1 }, do: 'send', device: from, port: 'eth0', frame }], {
    assume: { esxi: more.options ?? {} },
  })
  return trace.events
    .filter((e) => e.kind === 'deliver' && e.device !== 'ESX')
    .map(
      (e) =>
        `${e.device} [${frameOf(trace, e.frame ?? -1)
          .tags.map((t) => t.vid)
          .join('|')}]`,
    )
    .sort()
}

describe('a standard vSwitch (facts E1, as documented)', () => {
  it('tags for its guests: VST leaves tagged and arrives untagged, and guests that tag see all', () => {
    expect(run('web', [], BROADCAST)).toEqual(['lab [10]', 'outside [10]', 'web2 []'])
    expect(run('outside', [10], BROADCAST)).toEqual(['lab [10]', 'web []', 'web2 []'])
  })

  it('leaves EST frames untagged both ways', () => {
    expect(run('mgmt', [], BROADCAST)).toEqual(['lab []', 'outside []'])
    expect(run('outside', [], BROADCAST)).toEqual(['lab []', 'mgmt []'])
  })

  it('lets a guest with VGT tag into any VLAN, and pass double tags unmodified', () => {
    expect(run('lab', [20], BROADCAST)).toEqual(['outside [20]', 'vmk []'])
    expect(run('lab', [10, 20], BROADCAST)).toContain('outside [10|20]')
  })

  it('keeps local traffic local, and gives unicast only to its owner', () => {
    expect(run('web', [], MACS.web2)).toEqual(['web2 []'])
    expect(run('outside', [20], MACS.vmk)).toEqual(['vmk []'])
    expect(run('outside', [20], MACS.web)).toEqual([])
  })

  it('gives a frame of a team to each guest once, and not back to its sender', () => {
    expect(run('web2', [], BROADCAST)).toEqual(['lab [10]', 'outside [10]', 'web []'])
  })

  it('drops double tags of a guest with VST', () => {
    expect(run('web', [10, 20], BROADCAST)).toEqual([])
  })

  it('takes a single tag of a guest with VST, or drops it: an option', () => {
    expect(run('web', [20], BROADCAST, { options: { guestTagOnVst: 'dropped' } })).toEqual([])
    expect(run('web', [20], BROADCAST, { options: { guestTagOnVst: 'inside' } })).toEqual([
      'lab [10|20]',
      'outside [10|20]',
      'web2 [20]',
    ])
  })

  it('takes a tag of a guest with EST, or drops it: an option', () => {
    expect(run('mgmt', [20], BROADCAST, { options: { guestTagOnEst: 'dropped' } })).toEqual([])
    expect(run('mgmt', [20], BROADCAST, { options: { guestTagOnEst: 'passed' } })).toEqual([
      'lab [20]',
      'outside [20]',
      'vmk []',
    ])
  })

  it('drops forged sources where the port group says so', () => {
    const src = '02:00:00:00:66:66'
    expect(run('web', [], BROADCAST, { src, web: { forgedTransmits: false } })).toEqual([])
    expect(run('web', [], BROADCAST, { src })).toContain('web2 []')
  })

  it('shows a promiscuous group the unicast of its VLAN', () => {
    expect(run('outside', [10], MACS.web)).toEqual(['web []'])
    expect(run('outside', [10], MACS.web, { web: { promiscuous: true } })).toEqual(['web []', 'web2 []'])
  })
})
