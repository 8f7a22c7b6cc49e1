import { describe, expect, test } from 'vitest'
import { type ConsoleState, openConsole, openConsoleAlone } from '../../../../src/config/ios/console/index.ts'
import type { RunSettings } from '../../../../src/net/trace.ts'
import { answer, typed } from '../console/at-console.ts'
import { build, read } from './lab.ts'

/** A switch of a triangle: two trunks, and a desk in VLAN 10. */
const text = (name: string, ...more: readonly string[]) => `hostname ${name}
switch 1 provision ws-c2960x-24ts-l
vtp mode transparent
vlan 10
${more.join('\n')}
interface GigabitEthernet0/1
 switchport mode trunk
interface GigabitEthernet0/2
 switchport mode trunk
interface GigabitEthernet0/3
 switchport access vlan 10
 switchport mode access
 spanning-tree portfast
`
const PVST = { spanningTree: 'pvst', assume: { '*': { pathCosts: 'short' } } } as const

function console(device: string, settings: Partial<RunSettings> = PVST): ConsoleState {
  const { network, readings } = build({
    switches: {
      A: text('A'),
      B: text('B', 'spanning-tree vlan 10 priority 4096'),
      C: text('C', 'spanning-tree vlan 10 priority 61440'),
    },
    stations: { PC: { kind: 'host', mac: '02:00:00:00:00:10' } },
    cables: [
      'A GigabitEthernet0/1 - B GigabitEthernet0/2',
      'B GigabitEthernet0/1 - C GigabitEthernet0/2',
      'C GigabitEthernet0/1 - A GigabitEthernet0/2',
      'PC - C GigabitEthernet0/3',
    ],
  })
  const reading = readings[device]
  if (!reading) throw new Error('no such switch')
  return openConsole({ network, device, reading, settings })
}

const SHOW = 'show spanning-tree vlan 10'

describe('show spanning-tree', () => {
  test('works at a console that nobody told how to run: a switch as it comes runs spanning tree', () => {
    const alone = openConsoleAlone(read(text('A', 'spanning-tree vlan 10 priority 4096')))
    const lines = answer(alone, SHOW)
    expect(lines).toContain('             This bridge is the root')
    expect(lines).toContain('  Bridge ID  Priority    4106  (priority 4096 sys-id-ext 10)')
  })

  test('names the root, the way there, and what each port is', () => {
    expect(answer(console('C'), SHOW)).toEqual([
      '',
      'VLAN0010',
      '  Spanning tree enabled protocol ieee',
      '  Root ID    Priority    4106',
      '             Address     02c7.0bfb.8500',
      '             Cost        4',
      '             Port        2 (GigabitEthernet0/2)',
      '',
      '  Bridge ID  Priority    61450  (priority 61440 sys-id-ext 10)',
      '             Address     02c6.0bf9.f200',
      '',
      'Interface           Role Sts Cost      Prio.Nbr Type',
      '------------------- ---- --- --------- -------- --------------------------------',
      'Gi0/1               Altn BLK 4         128.1    P2p',
      'Gi0/2               Root FWD 4         128.2    P2p',
      'Gi0/3               Desg FWD 4         128.3    P2p Edge',
      '[vlan-dojo] Bridge addresses are made from host names and port numbers from the order of the ports, since no configuration holds them. Timers are left out.',
    ])
  })

  test('says so at the root, and has a tree for each VLAN', () => {
    const lines = answer(console('B'), 'show spanning-tree')
    expect(lines.filter((line) => line.startsWith('VLAN'))).toEqual(['VLAN0001', 'VLAN0010'])
    expect(lines.filter((line) => line.includes('This bridge is the root'))).toHaveLength(1)
    expect(lines.slice(lines.indexOf('VLAN0010'))).toContain('             This bridge is the root')
  })

  test('follows what is typed: a link that is to forward listens first', () => {
    const told = typed(console('C'), ['conf t', 'spanning-tree vlan 10 priority 0', 'end']).state
    const row = (state: ConsoleState) => answer(state, SHOW).find((line) => line.startsWith('Gi0/1'))
    expect(row(told)).toBe('Gi0/1               Desg LIS 4         128.1    P2p')
    expect(row(typed(told, ['wait 40']).state)).toBe('Gi0/1               Desg FWD 4         128.1    P2p')
    const costly = typed(told, ['conf t', 'int gi0/1', 'span cost 7', 'span port-p 16', 'end']).state
    expect(row(costly)).toBe('Gi0/1               Desg LIS 7         16.1     P2p')
  })

  test('marks a port that is found inconsistent', () => {
    const told = typed(console('C'), ['conf t', 'int gi0/2', 'switchport trunk native vlan 10', 'end']).state
    const rows = answer(told, SHOW).filter((line) => line.includes('_Inc'))
    expect(rows).toEqual(['Gi0/2               Desg BKN*4         128.2    P2p *PVID_Inc'])
  })

  test('has nothing to show of a run without spanning tree, or of a VLAN that is not there', () => {
    expect(answer(console('C', { spanningTree: 'none' }), SHOW)).toEqual([
      '[vlan-dojo] This run has no spanning tree.',
    ])
    expect(answer(console('C'), 'show spanning-tree vlan 77')).toEqual([
      '[vlan-dojo] VLAN 77 does not exist here, or is suspended.',
    ])
  })
})
