import { describe, expect, it } from 'vitest'
import { serviceNotes } from '../../src/commands/check/service-notes.ts'
import { readConfig } from '../../src/config/index.ts'
import type { Purposes, Service, Site } from '../../src/rules/site.ts'
import { viewSite } from '../../src/rules/view.ts'
import { assumptionsOf, checkSite } from '../../src/verdict/check-site.ts'
import { judgeView } from '../../src/verdict/matrix.ts'
import { judgeServices } from '../../src/verdict/services.ts'

type End = readonly [device: string, port: string]

/** Switches by name, their cables and what their user said; ports are written in full. */
function siteOf(
  texts: Readonly<Record<string, string>>,
  more: { links?: readonly (readonly [End, End])[]; purposes?: Purposes; services: readonly Service[] },
): Site {
  const devices = Object.entries(texts).flatMap(
    ([name, text]) =>
      readConfig(`hostname ${name}\n${text}`, { path: `${name}.cfg`, dialect: 'ios' }).devices,
  )
  const end = ([device, port]: End) => ({ device, port })
  const links = (more.links ?? []).map(([a, b]) => ({ a: end(a), b: end(b) }))
  return { devices, links, purposes: more.purposes ?? {}, services: more.services }
}

function service(name: string, vlan: number, ...ends: readonly End[]): Service {
  return { name, vlan, ends: ends.map(([device, port]) => ({ device, port })) }
}

/** What each rule's fix cuts, as `rule: services`. */
function cuts(site: Site): string[] {
  return checkSite(site).findings.flatMap(({ rule, cuts: names, fixSafe }) => {
    if (names.length > 0) expect(fixSafe).toBe(false)
    return names.length > 0 ? [`${rule.id}: ${names.join(', ')}`] : []
  })
}

const access = (port: number, vlan: number, more = '') =>
  `interface GigabitEthernet0/${port}\n switchport mode access\n switchport access vlan ${vlan}\n${more}`
const trunk = (port: number, more = '') =>
  `interface GigabitEthernet0/${port}\n switchport mode trunk\n switchport nonegotiate\n${more}`
const gi = (device: string, port: number): End => [device, `GigabitEthernet0/${port}`]

describe('a fix that cuts a service names it', () => {
  it('another native VLAN on the port to an ESX host: its port group without a VLAN (facts J5)', () => {
    const text = access(1, 10) + access(2, 20) + trunk(10, ' switchport trunk native vlan 10\n')
    const site = siteOf(
      { SW: text },
      {
        purposes: { SW: { 'GigabitEthernet0/10': 'hypervisor' } },
        services: [
          service('management', 10, gi('SW', 1), gi('SW', 10)),
          service('vMotion', 20, gi('SW', 2), gi('SW', 10)),
        ],
      },
    )
    expect(judgeServices(viewSite(site)).map(({ works }) => works)).toEqual([true, true])
    expect(cuts(site)).toContain('native/in-use: management')
  })

  it('access mode on a port that turned out to lead to a host with tags', () => {
    const dynamic = 'interface GigabitEthernet0/10\n switchport mode trunk\n spanning-tree portfast\n'
    const site = siteOf(
      { SW: access(1, 20) + dynamic },
      { services: [service('vMotion', 20, gi('SW', 1), gi('SW', 10))] },
    )
    expect(cuts(site)).toContain('trunk/host-facing: vMotion')
  })

  it('VLAN 1 taken from an uplink that management crosses', () => {
    const site = siteOf(
      { NEAR: access(1, 1) + trunk(24), FARSIDE: access(1, 1) + trunk(24) },
      {
        links: [[gi('NEAR', 24), gi('FARSIDE', 24)]],
        services: [service('management', 1, gi('NEAR', 1), gi('FARSIDE', 1))],
      },
    )
    expect(cuts(site)).toContain('trunk/vlan1-not-pruned: management')
  })

  it('and one that keeps the phones is safe', () => {
    const phone = access(1, 10, ' switchport voice vlan 30\n')
    const bare = 'interface GigabitEthernet0/2\n switchport access vlan 10\n switchport voice vlan 30\n'
    const site = siteOf(
      { SW: phone + bare },
      {
        services: [service('phones', 30, gi('SW', 1), gi('SW', 2))],
        purposes: { SW: { 'GigabitEthernet0/2': 'phone' } },
      },
    )
    expect(judgeServices(viewSite(site)).map(({ works }) => works)).toEqual([true])
    expect(cuts(site)).toEqual([])
  })
})

it('two cables between the same switches are no loop where spanning tree runs', () => {
  const text = access(1, 10) + trunk(23) + trunk(24)
  const site = siteOf(
    { A: text, B: text },
    {
      links: [
        [gi('A', 23), gi('B', 23)],
        [gi('A', 24), gi('B', 24)],
      ],
      services: [service('office', 10, gi('A', 1), gi('B', 1))],
    },
  )
  expect(judgeServices(viewSite(site))).toMatchObject([{ works: true, lost: [] }])
})

it('a loop that no spanning tree breaks is told as the reason why a service was not simulated', () => {
  const ovs = `c5f8dd1e-0e5c-4c5b-a8a9-0d2f6d3b7a10
    Bridge br0
        Port eth0
            Interface eth0
        Port eth1
            Interface eth1
`
  const near = readConfig(`hostname A\n${access(1, 10)}${trunk(23)}${trunk(24)}`, {
    path: 'A',
    dialect: 'ios',
  })
  const bridges = readConfig(ovs, { path: 'B', dialect: 'ovs' }).devices
  const far = bridges[0]?.name ?? ''
  const site: Site = {
    devices: [...near.devices, ...bridges],
    links: [
      { a: { device: 'A', port: 'GigabitEthernet0/23' }, b: { device: far, port: 'eth0' } },
      { a: { device: 'A', port: 'GigabitEthernet0/24' }, b: { device: far, port: 'eth1' } },
    ],
    purposes: {},
    services: [service('office', 10, gi('A', 1), [far, 'eth0'])],
  }
  const view = viewSite(site)
  expect(judgeServices(view)).toMatchObject([{ works: false, refused: expect.stringMatching(/form a loop/) }])
  expect(serviceNotes(view)).toEqual([
    expect.stringMatching(
      /^The service office \(VLAN 10\) is not simulated\. Frames circle through .*: the cables form a loop that no spanning tree breaks\.$/,
    ),
  ])
})

describe('the root of a loop', () => {
  const links = [
    [gi('A', 23), gi('B', 23)],
    [gi('B', 24), gi('C', 24)],
    [gi('C', 23), gi('A', 24)],
  ] as const
  const office = [service('office', 10, gi('A', 1), gi('C', 1))]
  const triangle = (lines: Readonly<Record<string, string>> = {}) => {
    const text = access(1, 10) + trunk(23) + trunk(24)
    const of = (name: string) => `${lines[name] ?? ''}${text}`
    return viewSite(siteOf({ A: of('A'), B: of('B'), C: of('C') }, { links, services: office }))
  }
  const assumed = (lines?: Readonly<Record<string, string>>) =>
    judgeServices(triangle(lines)).flatMap(({ assumptions }) => assumptions)

  it('is an assumption where no priority tells it, told with the switch that is taken for it', () => {
    const [only, ...more] = assumed()
    expect(more).toEqual([])
    expect(only?.device).toBe('A')
    expect(only?.text).toBe(
      "Nobody said which switch is the root of VLAN 10's spanning tree: A is taken for it, though B has the same priority. A better priority on one switch settles it.",
    )
  })

  it('is none where a line tells it; then equal costs leave open which port blocks', () => {
    const [only, ...more] = assumed({ B: 'spanning-tree vlan 10 priority 4096\n' })
    expect(more).toEqual([])
    expect(only).toEqual({
      device: 'C',
      text: 'C GigabitEthernet0/23 is taken for the port that blocks VLAN 10 against a loop: costs and priorities are equal, and the addresses of switches are in no configuration.',
    })
    expect(
      assumed({ B: 'spanning-tree vlan 10 priority 4096\n', C: 'spanning-tree vlan 10 priority 8192\n' }),
    ).toEqual([])
  })

  it('is no switch that was made up behind a trunk, and none is in its place', () => {
    const text = access(1, 10) + trunk(22) + trunk(23) + trunk(24)
    const of = (priority: number) => `spanning-tree vlan 10 priority ${priority}\n${text}`
    const ends = [service('office', 10, gi('A', 22), gi('C', 22))]
    const site = siteOf({ A: of(40_960), B: of(45_056), C: of(49_152) }, { links, services: ends })
    expect(judgeServices(viewSite(site))).toMatchObject([{ works: true, assumptions: [] }])
  })

  it('stands in the reports and in the matrix, once', () => {
    const view = triangle()
    const said = ['A', 'B', 'C'].map((name) =>
      assumptionsOf({ view, findings: [] }, name).filter((text) => text.includes('is the root of')),
    )
    expect(said.map(({ length }) => length)).toEqual([1, 0, 0])
    expect(judgeView(view).assumptions.filter((text) => text.includes('is the root of'))).toHaveLength(1)
  })
})
