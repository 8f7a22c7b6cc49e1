import type { Scenario, ScenarioPort } from './scenario.ts'

/** The stacks of tags that an attacker tries, outermost first, each in a broadcast. */
export const STACKS: readonly (readonly number[])[] = [
  [],
  [0],
  [1],
  [20],
  [1, 20],
  [1, 10],
  [0, 20],
  [1, 1, 20],
  [30, 20],
  [999, 20],
  [20, 1],
]

type Trunk = Omit<Extract<ScenarioPort, { mode: 'trunk' }>, 'mode'>
type SetUp = {
  readonly id: string
  readonly near: Partial<Trunk>
  readonly far?: Partial<Trunk>
  readonly attackerVlan?: number
}

/** What an operator may have done to the trunk between the switches; `far` is the other end where it differs. */
const SET_UPS: readonly SetUp[] = [
  { id: 'as it comes: native 1', near: {} },
  { id: 'native 999, allowed', near: { native: 999, allowed: [1, 10, 20, 999] } },
  { id: 'native 999, not allowed', near: { native: 999 } },
  { id: 'native 999 at the near end only', near: { native: 999, allowed: [1, 10, 20, 999] }, far: {} },
  { id: 'native tagged, untagged frames taken', near: { tagNative: true } },
  { id: 'native tagged, untagged frames dropped', near: { tagNative: 'drop' } },
  { id: 'the attacker in VLAN 30', near: { allowed: [1, 10, 20, 30] }, attackerVlan: 30 },
  { id: 'VLAN 20 pruned at both ends', near: { allowed: [1, 10] } },
  { id: 'VLAN 20 pruned at the near end only', near: { allowed: [1, 10] }, far: {} },
  { id: 'VLAN 20 pruned at the far end only', near: {}, far: { allowed: [1, 10] } },
  { id: 'native VLAN 1 pruned', near: { allowed: [10, 20] } },
  { id: 'native 1 and 20: a mismatch', near: {}, far: { native: 20 } },
]

const access = (vlan: number): ScenarioPort => ({ mode: 'access', vlan })
const trunk = (more: Partial<Trunk>): ScenarioPort => ({
  mode: 'trunk',
  native: 1,
  allowed: [1, 10, 20],
  tagNative: false,
  ...more,
})

function scenario(id: string, attacker: ScenarioPort, { near, far = near }: SetUp): Scenario {
  return {
    id,
    switches: 2,
    ports: {
      'S1.1': attacker,
      'S1.2': access(1),
      'S1.3': access(20),
      'S1.L2': trunk(near),
      'S2.L1': trunk(far),
      'S2.1': access(20),
      'S2.2': access(1),
      'S2.3': access(10),
    },
    inject: STACKS.map((tags, number) => ({
      port: 'S1.1',
      frame: [
        'ffffffffffff0200000000a1',
        ...tags.map((vid) => `8100${vid.toString(16).padStart(4, '0')}`),
        `88b5${number.toString(16).padStart(4, '0')}`,
        'a5'.repeat(46),
      ].join(''),
    })),
  }
}

/**
 * Every set-up with the attacker on an access port, on a port that is trunk for its own VLAN alone (an access port that takes its
 * own tag, on switches that otherwise do not), and on a trunk of all VLANs or of one: what spoofing gets.
 */
export const MITIGATIONS: readonly Scenario[] = [
  ...SET_UPS.map((set) => scenario(`access: ${set.id}`, access(set.attackerVlan ?? 1), set)),
  ...SET_UPS.map((set) => {
    const own = set.attackerVlan ?? 1
    return scenario(`own tag taken: ${set.id}`, trunk({ native: own, allowed: [own] }), set)
  }),
  scenario('spoofed trunk', trunk({}), { id: '', near: {} }),
  scenario('spoofed trunk of VLAN 10', trunk({ allowed: [10] }), { id: '', near: {} }),
]
