import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config/index.ts'
import type { Purposes, Service, Site } from '../../src/rules/site.ts'
import { viewSite } from '../../src/rules/view.ts'
import { openAttempts } from '../../src/verdict/atoms.ts'
import { fixedSite } from '../../src/verdict/fix.ts'
import { candidatesFor } from '../../src/verdict/fix-candidates.ts'
import { type SmallestFix, smallestFix } from '../../src/verdict/smallest-fix.ts'

const host = (port: number, vlan: number) =>
  `interface GigabitEthernet0/${port}\n switchport access vlan ${vlan}\n switchport mode access\n`
const trunk = (port: number, native: number, more = '') =>
  `interface GigabitEthernet0/${port}\n switchport trunk native vlan ${native}\n${more} switchport mode trunk\n switchport nonegotiate\n`

function siteOf(text: string, purposes: Purposes[string] = {}, services: readonly Service[] = []): Site {
  const { devices } = readConfig(`hostname SW1\n${text}`, { path: 'sw1.cfg', dialect: 'ios' })
  return { devices, links: [], purposes: { SW1: purposes }, services }
}

function fixOf(site: Site): SmallestFix {
  const search = smallestFix(site)
  if (search.found !== 'fix') throw new Error(search.found)
  return search.fix
}

const typed = ({ steps }: SmallestFix) => steps.map(({ port, lines }) => `${port ?? ''}: ${lines.join('; ')}`)

describe('the smallest fix', () => {
  it('is nothing where nothing is open', () => {
    expect(smallestFix(siteOf(host(1, 20) + trunk(24, 999)))).toEqual({ found: 'nothing-open' })
  })

  it('is one command for many ports in one native VLAN', () => {
    const site = siteOf(host(1, 10) + host(2, 10) + host(3, 10) + host(4, 20) + trunk(24, 10))
    const fix = fixOf(site)
    expect({ commands: fix.commands, minimal: fix.minimal }).toEqual({ commands: 1, minimal: true })
    expect(openAttempts(viewSite(fixedSite(site, fix.steps)))).toEqual([])
  })

  it('line-not-understood-left-no-smallest-fix: a line that no command takes away keeps no set from being found', () => {
    const dynamic = 'interface GigabitEthernet0/3\n switchport access vlan 10\n switchport frobnicate\n'
    expect(typed(fixOf(siteOf(host(1, 20) + dynamic + trunk(24, 10))))).toEqual([
      'GigabitEthernet0/3: switchport mode access',
      'GigabitEthernet0/24: switchport trunk native vlan 999',
    ])
  })

  it('takes a VLAN off no end of a cable alone: both ends carry the same after it', () => {
    const text = { A: host(1, 10) + trunk(24, 10), B: host(2, 20) + trunk(24, 10) }
    const devices = Object.entries(text).flatMap(
      ([name, own]) =>
        readConfig(`hostname ${name}\n${own}`, { path: `${name}.cfg`, dialect: 'ios' }).devices,
    )
    const end = (device: string) => ({ device, port: 'GigabitEthernet0/24' })
    const site = { devices, links: [{ a: end('A'), b: end('B') }], purposes: {}, services: [] }
    const { steps, commands } = fixOf(site)
    expect(commands).toBe(2)
    expect(steps.map(({ device, port }) => ({ device, port }))).toEqual([end('A'), end('B')])
    expect(new Set(steps.map(({ lines }) => lines.join())).size).toBe(1)
  })

  it('is one global line where several trunks leak', () => {
    const site = siteOf(host(1, 10) + host(4, 20) + trunk(22, 10) + trunk(23, 10) + trunk(24, 10))
    expect(typed(fixOf(site))).toEqual([': vlan dot1q tag native'])
  })

  it('keeps the services: pruning the native VLAN would cut the one that lives in it', () => {
    const service: Service = {
      name: 'office',
      vlan: 10,
      ends: [
        { device: 'SW1', port: 'GigabitEthernet0/1' },
        { device: 'SW1', port: 'GigabitEthernet0/24' },
      ],
    }
    const lines = typed(fixOf(siteOf(host(1, 10) + host(4, 20) + trunk(24, 10), {}, [service])))
    expect(lines).toEqual(['GigabitEthernet0/24: switchport trunk native vlan 999'])
  })

  it('moves the native VLAN at both ends where both were read', () => {
    const near = readConfig(`hostname SW1\n${host(1, 10)}${host(4, 20)}${trunk(24, 10)}`, {
      path: 'a',
      dialect: 'ios',
    })
    const far = readConfig(`hostname SW2\n${host(7, 20)}${trunk(1, 10)}`, { path: 'b', dialect: 'ios' })
    const site: Site = {
      devices: [...near.devices, ...far.devices],
      links: [
        {
          a: { device: 'SW1', port: 'GigabitEthernet0/24' },
          b: { device: 'SW2', port: 'GigabitEthernet0/1' },
        },
      ],
      purposes: {},
      services: [{ name: 'office', vlan: 10, ends: [] }],
    }
    const after = fixedSite(site, fixOf(site).steps)
    const natives = after.devices.map(({ device }) => device.ports.find(({ mode }) => mode.value === 'trunk'))
    expect(natives[0]?.nativeVlan.value).toBe(natives[1]?.nativeVlan.value)
  })

  it('says what each command holds shut: without it the ways are open again', () => {
    const dynamic =
      'interface GigabitEthernet0/9\n switchport access vlan 30\n switchport mode dynamic auto\n'
    const fix = fixOf(siteOf(host(1, 10) + host(4, 20) + dynamic + trunk(24, 10)))
    expect(fix.commands).toBe(2)
    expect(fix.breaks.map(({ opens }) => opens > 0)).toEqual([true, true])
  })

  describe('where the trunks must keep their native VLAN for a hypervisor', () => {
    const ends = [24, 23].map((port) => ({ device: 'SW1', port: `GigabitEthernet0/${port}` }))
    const keeping = (native: number, purposes: Purposes[string] = {}) =>
      siteOf(
        host(1, native) + host(4, 20) + trunk(24, native) + trunk(23, native),
        { 'GigabitEthernet0/24': 'hypervisor', 'GigabitEthernet0/23': 'hypervisor', ...purposes },
        [{ name: 'management', vlan: native, ends }],
      )

    it('takes a port out of VLAN 1', () => {
      expect(typed(fixOf(keeping(1)))).toEqual(['GigabitEthernet0/1: switchport access vlan 997'])
    })

    it('shuts a port that is said to be unused', () => {
      expect(typed(fixOf(keeping(10, { 'GigabitEthernet0/1': 'unused' })))).toEqual([
        'GigabitEthernet0/1: shutdown',
      ])
    })

    it('finds none that keeps the service and the host where it is', () => {
      expect(smallestFix(keeping(10))).toMatchObject({ found: 'none' })
    })
  })

  it('tags the native VLAN in the words of EOS', () => {
    const { devices } = readConfig(
      `hostname SW1
interface Ethernet1
 switchport access vlan 10
interface Ethernet4
 switchport access vlan 20
interface Ethernet23
 switchport mode trunk
 switchport trunk native vlan 10
`,
      { path: 'sw1.cfg', dialect: 'eos' },
    )
    const view = viewSite({ devices, links: [], purposes: {}, services: [] })
    const lines = candidatesFor(view, openAttempts(view)).flatMap(({ steps }) =>
      steps.flatMap((step) => step.lines),
    )
    expect(lines).toContain('switchport trunk native vlan tag')
    expect(lines).not.toContain('vlan dot1q tag native')
  })

  it('beyond four commands it is called small, and holds', () => {
    const many = [1, 2, 3, 4, 5, 6].map(
      (port) => `interface GigabitEthernet0/${port}\n switchport mode dynamic auto\n`,
    )
    const site = siteOf(many.join('') + host(9, 20))
    const fix = fixOf(site)
    expect({ commands: fix.commands, minimal: fix.minimal }).toEqual({ commands: 6, minimal: false })
    expect(openAttempts(viewSite(fixedSite(site, fix.steps)))).toEqual([])
  })
})
