import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Assumptions, dependence, MOST_RUNS } from '../../src/net/depend.ts'
import { tag } from '../../src/net/frame.ts'
import type { VtpMode } from '../../src/net/network.ts'
import { OPTIONS, type OptionName, type OptionReading } from '../../src/net/options.ts'
import type { ProfileName } from '../../src/net/profiles.ts'
import { simulate } from '../../src/net/simulate.ts'
import { stateAt } from '../../src/net/state.ts'
import { cables, frameFrom, networkOf, portWith, station, switchOf } from './scene.ts'

/** A make-believe run: asks options of platform `p` and answers by them. */
function asking(answer: (ask: (option: OptionName, profile?: string) => string) => boolean) {
  return ({ assume, otherwise }: Assumptions) => {
    const readings: OptionReading[] = []
    const works = answer((option, profile = 'p') => {
      const { values, ordered } = OPTIONS[option]
      const value =
        assume[profile]?.[option] ?? (otherwise === 'strict' && ordered ? values.at(-1) : values[0])
      readings.push({ profile, option, value: value ?? '', settled: false })
      return value ?? ''
    })
    return { works, readings }
  }
}

describe('the three-valued verdict', () => {
  it('is sure after one run when no open option was read', () => {
    const sure = dependence(() => ({ works: true, readings: [] }))
    expect(sure).toMatchObject({ verdict: 'works', dependsOn: [], runs: 1 })
  })

  it('is sure after two runs when permissive and strict agree', () => {
    const sure = dependence(asking((ask) => ask('tagOnAccess') === 'nothing of the kind'))
    expect(sure).toMatchObject({ verdict: 'blocked', dependsOn: [], runs: 2 })
  })

  it('names the option that matters and not the one that was merely read', () => {
    const verdict = dependence(
      asking((ask) => {
        ask('untaggedOnTaggedNative')
        return ask('tagOnAccess') === 'accept-own'
      }),
    )
    expect(verdict).toMatchObject({
      verdict: 'depends',
      dependsOn: [{ profile: 'p', option: 'tagOnAccess' }],
    })
  })

  it('holds assumptions under which it works and is blocked', () => {
    const attempt = asking((ask) => ask('tagOnAccess') === 'accept-own' && ask('priorityTag', 'q') !== 'drop')
    const verdict = dependence(attempt)
    if (verdict.verdict !== 'depends') throw new Error(`It should depend, and is ${verdict.verdict}.`)
    expect(attempt(verdict.works).works).toBe(true)
    expect(attempt(verdict.blocked).works).toBe(false)
  })

  it('tries options without an order value by value, even where both ends agree', () => {
    const verdict = dependence(asking((ask) => ask('accessSpeaksDtp') === 'yes'))
    expect(verdict).toMatchObject({
      verdict: 'depends',
      dependsOn: [{ profile: 'p', option: 'accessSpeaksDtp' }],
    })
  })

  it('keeps platforms apart', () => {
    const verdict = dependence(
      asking((ask) => ask('tagOnAccess', 'a') === 'accept-own' && ask('tagOnAccess', 'b') === 'accept-own'),
    )
    expect(verdict.dependsOn).toEqual([
      { profile: 'a', option: 'tagOnAccess' },
      { profile: 'b', option: 'tagOnAccess' },
    ])
  })

  it('gives up after the most runs it may take, and says what it read', () => {
    const platforms = Array.from({ length: 12 }, (_, i) => `p${i}`)
    const verdict = dependence(
      asking((ask) => platforms.filter((p) => ask('accessSpeaksDtp', p) === 'yes').length > 6),
    )
    expect(verdict).toMatchObject({ verdict: 'unsure', runs: MOST_RUNS })
    expect(verdict.dependsOn.length).toBeGreaterThan(5)
  })
})

const ASKED = ['tagOnAccess', 'bpdu', 'priorityTag', 'pvidMismatch', 'untaggedOnTaggedNative'] as const
const valuesOf = (option: OptionName): readonly string[] => OPTIONS[option].values
type Literal = readonly [option: (typeof ASKED)[number], place: number]
const literal: fc.Arbitrary<Literal> = fc
  .constantFrom(...ASKED)
  .chain((option) => fc.tuple(fc.constant(option), fc.nat(OPTIONS[option].values.length - 1)))

/** Whether every option of one of the terms is at most as strict as it says; an option without an order must have that value. */
function answerOf(terms: readonly (readonly Literal[])[], placeOf: (option: Literal[0]) => number): boolean {
  return terms.some((term) =>
    term.every(([option, place]) =>
      OPTIONS[option].ordered ? placeOf(option) <= place : placeOf(option) === place,
    ),
  )
}

/** Every setting of the options, by the places of their values. */
const SETTINGS = ASKED.reduce<readonly Readonly<Record<string, number>>[]>(
  (all, option) =>
    all.flatMap((before) => OPTIONS[option].values.map((_, place) => ({ ...before, [option]: place }))),
  [{}],
)

it('says what trying every setting of five options says, and names those that ever decide', () => {
  const met = new Set<string>()
  fc.assert(
    fc.property(
      fc.array(fc.array(literal, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
      (terms) => {
        const works = (setting: Readonly<Record<string, number>>) =>
          answerOf(terms, (option) => setting[option] ?? 0)
        const decides = (option: (typeof ASKED)[number]) =>
          SETTINGS.some((setting) =>
            OPTIONS[option].values.some(
              (_, place) => works({ ...setting, [option]: place }) !== works(setting),
            ),
          )
        const given = new Set(SETTINGS.map(works))
        const verdict = given.size === 2 ? 'depends' : given.has(true) ? 'works' : 'blocked'
        const found = dependence(
          asking((ask) => answerOf(terms, (option) => valuesOf(option).indexOf(ask(option)))),
        )
        met.add(found.verdict)
        expect({ verdict: found.verdict, on: found.dependsOn.map(({ option }) => option).sort() }).toEqual({
          verdict,
          on: ASKED.filter(decides).sort(),
        })
      },
    ),
    { numRuns: 500, seed: 17 },
  )
  expect([...met].sort()).toEqual(['blocked', 'depends', 'works'])
})

it('settles an attack by one option where six others were read first that change nothing', () => {
  const read = [
    'bpdu',
    'reservedAddresses',
    'priorityTag',
    'groupSource',
    'macMove',
    'nativeOutsideList',
  ] as const
  const { verdict, dependsOn } = dependence(
    asking((ask) => {
      for (const option of read) ask(option)
      return ask('pvidMismatch') !== 'both' && ask('tagOnAccess') === 'accept-own'
    }),
  )
  expect(dependsOn.map(({ option }) => option).sort()).toEqual(['pvidMismatch', 'tagOnAccess'])
  expect(verdict).toBe('depends')
})

function doubleTagging(profile: ProfileName) {
  const network = networkOf(
    [
      station('EVIL', { kind: 'attacker', mac: '02:00:00:00:66:01' }),
      switchOf('SW1', [portWith('Gi0/5', 'access'), portWith('Gi0/24', 'trunk')], { profile }),
      switchOf('SW2', [portWith('Gi0/24', 'trunk'), portWith('Gi0/7', 'access', { accessVlan: 20 })], {
        profile,
      }),
      station('ESX-B', { kind: 'host', mac: '02:00:00:00:20:02' }),
    ],
    cables('EVIL.eth0 - SW1.Gi0/5', 'SW1.Gi0/24 - SW2.Gi0/24', 'SW2.Gi0/7 - ESX-B.eth0'),
  )
  const frame = frameFrom('02:00:00:00:66:01', [tag(1), tag(20)], '02:00:00:00:20:02')
  return dependence((assumptions) => {
    const trace = simulate(
      network,
      [{ when: { at: 10 }, do: 'send', device: 'EVIL', port: 'eth0', frame }],
      assumptions,
    )
    const works = trace.events.some((e) => e.decision === 'station/addressed' && e.device === 'ESX-B')
    return { works, readings: trace.readings }
  })
}

describe('double tagging from an access port, by platform (facts J1, as documented)', () => {
  it('works on the 2950', () => expect(doubleTagging('catalyst-2950').verdict).toBe('works'))
  it('is blocked on the 2960', () => expect(doubleTagging('catalyst-2960').verdict).toBe('blocked'))
  it('depends on newer Catalysts, and says on what', () => {
    expect(doubleTagging('catalyst-9000')).toMatchObject({
      verdict: 'depends',
      dependsOn: [{ profile: 'catalyst-9000', option: 'tagOnAccess' }],
    })
  })
})

describe('two dynamic ports in different VTP domains (facts B4, unsure)', () => {
  function bothTrunk(...modes: readonly [VtpMode, VtpMode]) {
    const ends = modes.map((vtp, i) =>
      switchOf(`S${i + 1}`, [portWith('Gi0/1', 'dynamic desirable')], { domain: `lab${i + 1}`, vtp }),
    )
    const network = networkOf(ends, cables('S1.Gi0/1 - S2.Gi0/1'))
    return dependence((assumptions) => {
      const trace = simulate(network, [], assumptions)
      const { switches } = stateAt(trace, trace.events.length - 1)
      const works = Object.values(switches).every(({ ports }) => ports['Gi0/1']?.operating === 'trunk')
      return { works, readings: trace.readings }
    })
  }

  it('hang on the option where both are transparent', () => {
    expect(bothTrunk('transparent', 'transparent')).toMatchObject({
      verdict: 'depends',
      dependsOn: [{ profile: 'ios', option: 'transparentDomain' }],
    })
  })
  it.each([
    ['transparent', 'server'],
    ['client', 'transparent'],
    ['off', 'off'],
  ] as const)('never agree as %s and %s', (one, other) => {
    expect(bothTrunk(one, other).verdict).toBe('blocked')
  })
})

it('leaves out what no switch of the family does: on an unknown Catalyst every default mode is dynamic (facts B6)', () => {
  const network = networkOf(
    [
      switchOf('S1', [portWith('Gi0/1', 'platform-default')]),
      station('EVIL', {
        kind: 'spoofer',
        mac: '02:00:00:00:66:01',
        domain: '',
        startsAt: 0,
        repeats: 'once',
      }),
    ],
    cables('EVIL.eth0 - S1.Gi0/1'),
  )
  const becomesTrunk = (assumptions: Assumptions) => {
    const trace = simulate(network, [], assumptions)
    return {
      works: trace.events.some((e) => e.decision === 'dtp/becomes-trunk'),
      readings: trace.readings,
    }
  }
  expect(dependence(becomesTrunk)).toMatchObject({ verdict: 'works', dependsOn: [] })
})
