import { describe, expect, it } from 'vitest'
import { plainVlans } from '../../src/net/settings.ts'
import { story } from '../../src/net/trace.ts'
import { vlanSet } from '../../src/net/vlan-set.ts'
import { bareSite, type Site } from '../../src/rules/site.ts'
import { viewSite } from '../../src/rules/view.ts'
import { judge } from '../../src/verdict/judge.ts'
import { bare, portWith } from '../net/scene.ts'
import { readingOf } from '../rules/by-hand.ts'

const host = (name: string, vlan: number) => portWith(name, 'access', { accessVlan: vlan })
const doubleTag = {
  attack: 'double-tagging',
  from: { device: 'SW1', port: 'Gi0/5' },
  vlan: 20,
  way: [{ device: 'SW1', port: 'Gi0/24' }],
} as const

function judged(site: Site, attempt: Parameters<typeof judge>[1] = doubleTag) {
  return judge(viewSite(site), attempt)
}

describe('double tagging from an access port in the native VLAN of a trunk', () => {
  const ports = [host('Gi0/5', 1), portWith('Gi0/24', 'trunk')]

  it('depends on ingress where the model is not known, and the film reaches', () => {
    const { verdict, dependsOn, evidence, assumptions } = judged(bareSite([readingOf('SW1', ports)]))
    expect(verdict).toBe('depends')
    expect(dependsOn.map(({ option }) => option).sort()).toEqual(['priorityTag', 'tagOnAccess'])
    expect(evidence?.reached).toBe(true)
    const decisions = story(evidence?.trace ?? fail(), evidence?.proof ?? fail()).map((e) => e.decision)
    expect(decisions).toContain('out/native-untagged')
    expect(assumptions).toEqual([
      'Behind Gi0/24 another switch is assumed, whose end of the trunk is configured the same.',
    ])
  })

  it('works where the platform takes a frame with its own tag', () => {
    expect(judged(bareSite([readingOf('SW1', ports, { profile: 'catalyst-2950' })])).verdict).toBe('works')
  })

  it('hangs on VLAN ID 0 alone where the platform drops tagged frames (facts J1)', () => {
    const { verdict, dependsOn } = judged(bareSite([readingOf('SW1', ports, { profile: 'catalyst-2960' })]))
    expect({ verdict, on: dependsOn.map(({ option }) => option) }).toEqual({
      verdict: 'depends',
      on: ['priorityTag'],
    })
  })

  it('is blocked by a native VLAN that no port is in', () => {
    const moved = [host('Gi0/5', 1), portWith('Gi0/24', 'trunk', { nativeVlan: 999 })]
    expect(judged(bareSite([readingOf('SW1', moved, { profile: 'catalyst-2950' })])).verdict).toBe('blocked')
  })

  it('reaches a hypervisor on the same switch, which reads the inner tag itself (facts C6)', () => {
    const reading = readingOf('SW1', ports, { profile: 'catalyst-2950' })
    const { verdict, assumptions } = judged({
      ...bareSite([reading]),
      purposes: { SW1: { 'Gi0/24': 'hypervisor' } },
    })
    expect(verdict).toBe('works')
    expect(assumptions).toEqual(['On the hypervisor behind Gi0/24 a port group in VLAN 20 is assumed.'])
  })

  it('is unsure where the port rests on a line that was not understood', () => {
    const line = {
      line: 7,
      text: 'switchport frobnicate',
      state: 'unknown',
      touches: { what: 'port', port: 'Gi0/5' },
    } as const
    const { verdict, doubts } = judged(bareSite([readingOf('SW1', ports, { reading: { lines: [line] } })]))
    expect(verdict).toBe('unsure')
    expect(doubts).toEqual([{ device: 'SW1', line: 7, text: 'switchport frobnicate' }])
  })

  it('is followed through the switches that were read, to the real far end', () => {
    const far = (list: readonly number[]) =>
      readingOf('SW2', [portWith('Gi0/1', 'trunk', { allowedVlans: vlanSet(...list) }), host('Gi0/7', 20)])
    const link = { a: { device: 'SW1', port: 'Gi0/24' }, b: { device: 'SW2', port: 'Gi0/1' } }
    const site = (list: readonly number[]): Site => ({
      ...bareSite([readingOf('SW1', ports, { profile: 'catalyst-2950' }), far(list)]),
      links: [link],
    })
    expect(judged(site([1, 20])).verdict).toBe('works')
    expect(
      judged(site([1, 20]))
        .evidence?.trace.network.devices.map(({ name }) => name)
        .sort(),
    ).toEqual(['EVIL', 'HOST-20', 'SW1', 'SW2'].sort())
    expect(judged(site([1, 30])).verdict).toBe('blocked')
  })
})

describe('switch spoofing', () => {
  const attempt = { ...doubleTag, attack: 'switch-spoofing', way: [] } as const

  it('works from a dynamic port into the VLAN of another port of the same switch', () => {
    const reading = readingOf('SW1', [portWith('Gi0/5', 'dynamic auto'), host('Gi0/7', 20)])
    const { verdict, evidence } = judged(bareSite([reading]), attempt)
    expect({ verdict, gains: evidence?.gains }).toEqual({
      verdict: 'works',
      gains: ['inject', 'answered', 'read-floods'],
    })
  })

  it('is blocked on an access port', () => {
    const reading = readingOf('SW1', [host('Gi0/5', 10), host('Gi0/7', 20)])
    expect(judged(bareSite([reading]), attempt).verdict).toBe('blocked')
  })

  it('assumes a host in the target VLAN where no port is in it, and says so', () => {
    const reading = readingOf('SW1', [portWith('Gi0/5', 'dynamic auto')])
    const { verdict, assumptions } = judged(bareSite([reading]), attempt)
    expect(verdict).toBe('works')
    expect(assumptions).toEqual([
      'A host in VLAN 20 is assumed on SW1, since no port that was read is in it.',
    ])
  })

  it('is blocked where the VLAN does not exist on the switch', () => {
    const vlans = plainVlans(bare(vlanSet(1, 10)))
    const reading = readingOf('SW1', [portWith('Gi0/5', 'dynamic auto')], { device: { vlans } })
    expect(judged(bareSite([reading]), attempt).verdict).toBe('blocked')
  })
})

function fail(): never {
  throw new Error('no evidence')
}
