import { describe, expect, it } from 'vitest'
import type { AttackCase, AttackId, Outcome } from '../../src/attacks/attack.ts'
import { ATTACKS } from '../../src/attacks/index.ts'
import type { OptionValues } from '../../src/net/options.ts'
import type { PortSettings } from '../../src/net/settings.ts'
import { simulate } from '../../src/net/simulate.ts'
import { eventOf, story, type Trace } from '../../src/net/trace.ts'
import { vlanSet } from '../../src/net/vlan-set.ts'
import { cables, networkOf, portWith, station, switchOf } from '../net/scene.ts'

const VICTIM = '02:00:00:00:20:02'
const TARGET: AttackCase = { from: { device: 'SW1', port: 'Gi0/5' }, vlan: 20, victim: VICTIM }

/** Two switches, the attacker's port and both ends of the trunk as given; the victim listens in VLAN 20 on SW2. */
function scene(edge: PortSettings, near: PortSettings, far: PortSettings, options: OptionValues = {}) {
  return networkOf(
    [
      switchOf('SW1', [edge, near], { options: { tagOnAccess: 'accept-own', ...options } }),
      switchOf('SW2', [far, portWith('Gi0/7', 'access', { accessVlan: 20, negotiate: false })]),
      station('PC', { kind: 'host', mac: '02:00:00:00:01:01' }),
      station('ESX-B', { kind: 'host', mac: VICTIM, ip: '192.0.2.20' }),
    ],
    cables('PC.eth0 - SW1.Gi0/5', 'SW1.Gi0/24 - SW2.Gi0/24', 'SW2.Gi0/7 - ESX-B.eth0'),
  )
}

function run(
  attack: AttackId,
  network: ReturnType<typeof scene>,
  variant = 0,
): { trace: Trace; outcome: Outcome } {
  const plan = ATTACKS[attack].plans(network, TARGET)[variant]
  if (!plan) throw new Error('no plan')
  const trace = simulate(plan.network, plan.stimuli)
  return { trace, outcome: ATTACKS[attack].outcome(trace, plan, TARGET) }
}

const trunk = (values: Parameters<typeof portWith>[2] = {}) => portWith('Gi0/24', 'trunk', values)

describe('double tagging', () => {
  const edge = portWith('Gi0/5', 'access')

  it('reaches the victim through an untagged native VLAN, and nothing comes back', () => {
    const { trace, outcome } = run('double-tagging', scene(edge, trunk(), trunk()))
    expect(outcome).toMatchObject({ reached: true, gains: ['inject'] })
    expect(story(trace, outcome.proof).map((e) => e.decision)).toContain('out/native-untagged')
    expect(trace.events.some((e) => e.kind === 'send' && e.device === 'ESX-B')).toBe(true)
  })

  it.each([
    ['a native VLAN used for nothing else', { nativeVlan: 999 }, 'out/tagged'],
    ['a native VLAN that is tagged', { tagNative: true }, 'out/native-tagged'],
  ])('is stopped by %s', (_, values, decision) => {
    const { trace, outcome } = run('double-tagging', scene(edge, trunk(values), trunk(values)))
    expect(outcome).toMatchObject({ reached: false, gains: [] })
    expect(story(trace, outcome.proof).map((e) => e.decision)).toContain(decision)
  })

  it('is stopped where the native VLAN is not allowed at the near end', () => {
    const { trace, outcome } = run(
      'double-tagging',
      scene(edge, trunk({ allowedVlans: vlanSet(20) }), trunk()),
    )
    expect(eventOf(trace, outcome.proof).decision).toBe('hold/native-not-allowed')
  })

  it('is not stopped by pruning the target at the near end, only where the frame is received (facts J4)', () => {
    const list = vlanSet(1, 10)
    expect(run('double-tagging', scene(edge, trunk({ allowedVlans: list }), trunk())).outcome.reached).toBe(
      true,
    )
    expect(run('double-tagging', scene(edge, trunk(), trunk({ allowedVlans: list }))).outcome.reached).toBe(
      false,
    )
  })

  it('enters a port that drops tagged frames with a priority tag, where the switch takes it (facts C3)', () => {
    const strict = scene(edge, trunk(), trunk(), { tagOnAccess: 'drop', priorityTag: 'as-untagged' })
    expect(run('double-tagging', strict, 0).outcome.reached).toBe(false)
    expect(run('double-tagging', strict, 1).outcome.reached).toBe(true)
  })

  it('has no plan from a port that is in the target VLAN already', () => {
    const inside = scene(portWith('Gi0/5', 'access', { accessVlan: 20 }), trunk(), trunk())
    expect(ATTACKS['double-tagging'].plans(inside, TARGET)).toEqual([])
  })
})

describe('switch spoofing', () => {
  it.each(['dynamic auto', 'dynamic desirable'] as const)('gets a trunk from a port in %s', (mode) => {
    const { trace, outcome } = run('switch-spoofing', scene(portWith('Gi0/5', mode), trunk(), trunk()))
    expect(outcome).toMatchObject({ reached: true, gains: ['inject', 'answered', 'read-floods'] })
    expect(story(trace, outcome.proof).map((e) => e.decision)).toContain('dtp/becomes-trunk')
  })

  it.each([
    ['mode access', true, 'dtp/static-access'],
    ['mode access and nonegotiate', false, 'dtp/not-listening'],
  ])('is stopped by %s', (_, negotiate, decision) => {
    const { trace, outcome } = run(
      'switch-spoofing',
      scene(portWith('Gi0/5', 'access', { negotiate }), trunk(), trunk()),
    )
    expect(outcome).toMatchObject({ reached: false, gains: [] })
    expect(eventOf(trace, outcome.proof).decision).toBe(decision)
  })

  it('gets a trunk without the target VLAN where the port does not allow it', () => {
    const pruned = portWith('Gi0/5', 'dynamic auto', { allowedVlans: vlanSet(10) })
    const { trace, outcome } = run('switch-spoofing', scene(pruned, trunk(), trunk()))
    expect(outcome.reached).toBe(false)
    expect(eventOf(trace, outcome.proof).decision).toBe('drop/not-allowed')
  })
})
