import { describe, expect, it } from 'vitest'
import type { AskOption } from '../../src/net/bridge.ts'
import {
  announcement,
  commonEncapsulation,
  effectiveMode,
  encapsulationAtRest,
  operatingAtRest,
  resolveDtp,
  restartsPort,
  takesPartInDtp,
} from '../../src/net/dtp.ts'
import type { Dtp } from '../../src/net/dtp-frame.ts'
import type { Switch, VtpMode } from '../../src/net/network.ts'
import type { OptionName } from '../../src/net/options.ts'
import type { PortMode } from '../../src/net/settings.ts'
import { bare, portWith, switchOf } from './scene.ts'

/** Answers the options given, and fails where any other is read. */
function answering(options: Partial<Record<OptionName, string>> = {}): AskOption {
  return ((name: OptionName) => {
    const answer = options[name]
    if (answer === undefined) throw new Error(`The option ${name} should not be read.`)
    return answer
  }) as AskOption
}

const heard = (said: Partial<Dtp> = {}): Dtp => ({
  src: '02:00:00:00:66:01',
  domain: '',
  operating: 'access',
  administrative: 'desirable',
  operatingType: 'dot1q',
  administrativeType: 'dot1q',
  ...said,
})

/** A switch in this VTP domain, as far as DTP asks it. */
function inDomain(domain: string, vtp: VtpMode = 'server'): Switch {
  return switchOf('SW1', [], { domain, vtp })
}

describe('the mode of a port', () => {
  it('is the platform default only where no line says it', () => {
    const ask = answering({ defaultMode: 'dynamic desirable' })
    expect(effectiveMode(portWith('1', 'platform-default'), ask)).toBe('dynamic desirable')
    expect(effectiveMode(portWith('1', 'trunk'), answering())).toBe('trunk')
  })

  it('at rest is access but for static trunks, in 802.1Q but for ISL', () => {
    const modes: PortMode[] = [
      'access',
      'trunk',
      'dynamic auto',
      'dynamic desirable',
      'platform-default',
      'dot1q-tunnel',
    ]
    expect(modes.map((mode) => operatingAtRest(portWith('1', mode)))).toEqual([
      'access',
      'trunk',
      'access',
      'access',
      'access',
      'access',
    ])
    expect(
      (['dot1q', 'isl', 'negotiate'] as const).map((encapsulation) =>
        encapsulationAtRest(portWith('1', 'trunk', { encapsulation })),
      ),
    ).toEqual(['dot1q', 'isl', 'dot1q'])
  })

  it('starts anew with settings that DTP or the link hang on, and with no others', () => {
    for (const settings of [
      { mode: bare('trunk' as const) },
      { enabled: bare(false) },
      { switching: bare(false) },
      { negotiate: bare(false) },
      { encapsulation: bare('isl' as const) },
    ]) {
      expect(restartsPort(settings)).toBe(true)
    }
    expect(restartsPort({ accessVlan: bare(20), nativeVlan: bare(99) })).toBe(false)
  })
})

describe('who takes part in DTP (facts B7, D1)', () => {
  const speaks = answering({ dtp: 'yes' })

  it('ports that negotiate, on platforms that have it', () => {
    for (const mode of ['access', 'trunk', 'dynamic auto', 'dynamic desirable'] as const) {
      expect(takesPartInDtp(portWith('1', mode), speaks)).toBe(true)
      expect(takesPartInDtp(portWith('1', mode), answering({ dtp: 'no' }))).toBe(false)
    }
  })

  it('no tunnel or private port, and nothing that is shut down, routed or on nonegotiate, whatever the platform', () => {
    expect(takesPartInDtp(portWith('1', 'dot1q-tunnel'), speaks)).toBe(false)
    expect(takesPartInDtp(portWith('1', 'private-vlan'), speaks)).toBe(false)
    for (const off of [{ enabled: false }, { switching: false }, { negotiate: false }]) {
      expect(takesPartInDtp(portWith('1', 'dynamic auto', off), answering())).toBe(false)
    }
  })
})

describe('what a port announces (facts B1, B2, D2)', () => {
  const ask = answering({ dtp: 'yes', accessSpeaksDtp: 'yes' })
  it.each([
    ['trunk', 'trunk', { administrative: 'on', operating: 'trunk', operatingType: 'dot1q' }],
    ['dynamic auto', 'access', { administrative: 'auto', operating: 'access', operatingType: 'native' }],
    [
      'dynamic desirable',
      'trunk',
      { administrative: 'desirable', operating: 'trunk', operatingType: 'dot1q' },
    ],
    ['access', 'access', { administrative: 'off', operating: 'access', operatingType: 'native' }],
  ] as const)('%s while %s', (mode, operating, said) => {
    expect(announcement(portWith('1', mode), operating, ask)).toEqual({
      ...said,
      administrativeType: 'dot1q',
    })
  })

  it('names ISL where it uses it, and what it is told', () => {
    const isl = portWith('1', 'trunk', { encapsulation: 'isl' })
    expect(announcement(isl, 'trunk', ask)).toMatchObject({ operatingType: 'isl', administrativeType: 'isl' })
    const either = portWith('1', 'dynamic auto', { encapsulation: 'negotiate' })
    expect(announcement(either, 'trunk', ask, 'isl')).toMatchObject({
      operatingType: 'isl',
      administrativeType: 'negotiate',
    })
  })

  it('nothing where it takes no part, and on access ports only by the option', () => {
    expect(announcement(portWith('1', 'trunk', { negotiate: false }), 'trunk', ask)).toBeNull()
    expect(
      announcement(portWith('1', 'access'), 'access', answering({ dtp: 'yes', accessSpeaksDtp: 'no' })),
    ).toBeNull()
    expect(announcement(portWith('1', 'trunk'), 'trunk', answering({ dtp: 'yes' }))).not.toBeNull()
  })
})

describe('what a heard frame makes of a port (facts B3, B4, G2; as documented)', () => {
  const auto = portWith('1', 'dynamic auto')
  const desirable = portWith('1', 'dynamic desirable')
  const none = answering()

  it.each([
    [portWith('1', 'access'), heard(), 'access', 'access dtp/static-access'],
    [portWith('1', 'trunk'), heard({ administrative: 'off' }), 'trunk', 'trunk dtp/static-trunk'],
    [auto, heard(), 'access', 'trunk dtp/becomes-trunk'],
    [auto, heard(), 'trunk', 'trunk dtp/agrees'],
    [auto, heard({ administrative: 'on' }), 'access', 'trunk dtp/becomes-trunk'],
    [auto, heard({ administrative: 'auto' }), 'access', 'access dtp/both-wait'],
    [auto, heard({ administrative: 'off' }), 'trunk', 'access dtp/peer-wants-access'],
    [desirable, heard({ administrative: 'auto' }), 'access', 'trunk dtp/becomes-trunk'],
    [desirable, heard({ administrative: 'off' }), 'access', 'access dtp/peer-wants-access'],
    [auto, heard({ administrativeType: 'isl' }), 'access', 'access dtp/no-common-encapsulation'],
  ] as const)('case %#', (port, frame, now, expected) => {
    const outcome = resolveDtp(port, inDomain(''), frame, now, none)
    expect(`${outcome.operating} ${outcome.decision}`).toBe(expected)
  })

  it.each([
    ['server', 'disregarded', 'dtp/domain-mismatch'],
    ['client', 'disregarded', 'dtp/domain-mismatch'],
    ['off', 'disregarded', 'dtp/domain-mismatch'],
    ['transparent', 'compared', 'dtp/domain-mismatch'],
    ['transparent', 'disregarded', 'dtp/becomes-trunk'],
  ] as const)('a switch that is %s in VTP, where such a one has another domain %s', (vtp, transparentDomain, decision) => {
    const settled = answering({ transparentDomain })
    const outcome = resolveDtp(auto, inDomain('lab', vtp), heard({ domain: 'other' }), 'access', settled)
    expect(outcome.decision).toBe(decision)
  })

  it('asks dynamic ports alone for one VTP domain, and takes an empty one for any', () => {
    const other = heard({ domain: 'other' })
    expect(resolveDtp(auto, inDomain('lab'), other, 'access', none).decision).toBe('dtp/domain-mismatch')
    expect(resolveDtp(auto, inDomain(''), other, 'access', none).decision).toBe('dtp/becomes-trunk')
    expect(resolveDtp(auto, inDomain('lab'), heard(), 'access', none).decision).toBe('dtp/becomes-trunk')
    expect(resolveDtp(auto, inDomain('other'), other, 'access', none).decision).toBe('dtp/becomes-trunk')
    expect(resolveDtp(portWith('1', 'trunk'), inDomain('lab'), other, 'trunk', none).decision).toBe(
      'dtp/static-trunk',
    )
    expect(resolveDtp(portWith('1', 'access'), inDomain('lab'), other, 'access', none).decision).toBe(
      'dtp/static-access',
    )
  })

  it('takes a neighbour that names no encapsulation for one that negotiates', () => {
    expect(commonEncapsulation('dot1q', 'native', none)).toBe('dot1q')
    expect(commonEncapsulation('isl', 'native', none)).toBe('isl')
    expect(commonEncapsulation('negotiate', 'native', answering({ bothNegotiate: 'isl' }))).toBe('isl')
    expect(commonEncapsulation('negotiate', 'isl', none)).toBe('isl')
  })
})
