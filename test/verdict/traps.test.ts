import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config/index.ts'
import { bareSite } from '../../src/rules/site.ts'
import { checkSite } from '../../src/verdict/check-site.ts'

const CLI = ['ios', 'nxos', 'eos'] as const
type Cli = (typeof CLI)[number]

/** What double tagging from an access port comes to by platform: documented to enter on NX-OS, open on the others (facts C3, J1). */
const HOP: Readonly<Record<Cli, string>> = { ios: 'depends', nxos: 'works', eos: 'depends' }
const BUNDLE: Readonly<Record<Cli, string>> = {
  ios: 'Port-channel1',
  nxos: 'port-channel1',
  eos: 'Port-Channel1',
}

function nameOf(cli: Cli, port: number): string {
  return { ios: `GigabitEthernet0/${port}`, nxos: `Ethernet1/${port}`, eos: `Ethernet${port}` }[cli]
}

/** A port of a switch with these lines, as each language heads it. */
function port(cli: Cli, number: number, ...lines: readonly string[]): string {
  const switched = cli === 'nxos' ? ['switchport'] : []
  return [`interface ${nameOf(cli, number)}`, ...[...switched, ...lines].map((line) => ` ${line}`), ''].join(
    '\n',
  )
}

const access = (cli: Cli, number: number, vlan: number, ...more: readonly string[]) =>
  port(cli, number, 'switchport mode access', `switchport access vlan ${vlan}`, ...more)
const trunk = (cli: Cli, ...lines: readonly string[]) =>
  port(cli, 24, 'switchport mode trunk', 'switchport trunk native vlan 10', ...lines)

/** What is found in a text: `rule verdict ports`, advice without its verdict. */
function found(cli: Cli, text: string): string[] {
  const { devices } = readConfig(`hostname TRAP\n${text}`, { path: 'trap.cfg', dialect: cli })
  return checkSite(bareSite(devices)).findings.map(({ rule, level, judgement, ports }) =>
    [rule.id, level === 'advice' ? 'advice' : judgement.verdict, ...ports].join(' '),
  )
}

/** Only the findings on an attack that gets through or may. */
function attacks(cli: Cli, text: string): string[] {
  return found(cli, text).filter((line) => !line.includes(' advice '))
}

describe.each(CLI)('traps in %s', (cli) => {
  const victim = access(cli, 2, 20)
  const hole = `${access(cli, 1, 10)}${victim}`
  const hop = [`native/in-use ${HOP[cli]} ${nameOf(cli, 1)}`]

  it('the hole itself, without any trap', () => {
    expect(attacks(cli, `${hole}${trunk(cli)}`)).toEqual(hop)
  })

  it('a shut port is no way in, a shut trunk no way out', () => {
    expect(attacks(cli, `${access(cli, 1, 10, 'shutdown')}${victim}${trunk(cli)}`)).toEqual([])
    expect(attacks(cli, `${hole}${trunk(cli, 'shutdown')}`)).toEqual([])
  })

  it('a routed port is neither', () => {
    const routed = port(cli, 1, 'no switchport', 'ip address 192.0.2.1/24').replace(
      '192.0.2.1/24',
      cli === 'ios' ? '192.0.2.1 255.255.255.0' : '192.0.2.1/24',
    )
    expect(attacks(cli, `${routed}${victim}${trunk(cli)}`)).toEqual([])
    expect(attacks(cli, `${hole}${trunk(cli, 'no switchport')}`)).toEqual([])
  })

  it('a member of a bundle is judged on the bundle, once', () => {
    const mode = ['switchport mode trunk', 'switchport trunk native vlan 10']
    const bundle = port(cli, 1, ...mode).replace(nameOf(cli, 1), BUNDLE[cli])
    const members = [23, 24].map((number) => port(cli, number, ...mode, 'channel-group 1 mode active'))
    const { devices } = readConfig(`hostname TRAP\n${hole}${bundle}${members.join('')}`, {
      path: 'x',
      dialect: cli,
    })
    const findings = checkSite(bareSite(devices)).findings.filter(({ level }) => level !== 'advice')
    expect(findings.map(({ effective }) => effective)).toEqual([
      `access VLAN 10 = native VLAN of ${BUNDLE[cli]}`,
    ])
  })

  it('a native VLAN that leaves with its tag loses nothing', () => {
    const tagged =
      cli === 'eos'
        ? trunk(cli).replace('native vlan 10', 'native vlan tag')
        : `vlan dot1q tag native\n${trunk(cli)}`
    expect(attacks(cli, `${hole}${tagged}`)).toEqual([])
  })

  it('a native VLAN that is not in the allowed list leaves by no trunk', () => {
    expect(attacks(cli, `${hole}${trunk(cli, 'switchport trunk allowed vlan 20,30')}`)).toEqual([])
  })

  it('"allowed vlan add" goes on top of the list before it', () => {
    const added = trunk(cli, 'switchport trunk allowed vlan 20', 'switchport trunk allowed vlan add 10')
    expect(attacks(cli, `${hole}${added}`)).toEqual(hop)
  })

  it('"except" replaces the list before it', () => {
    const except = (vlan: number) =>
      trunk(cli, 'switchport trunk allowed vlan 20', `switchport trunk allowed vlan except ${vlan}`)
    expect(attacks(cli, `${hole}${except(30)}`)).toEqual(hop)
    expect(attacks(cli, `${hole}${except(10)}`)).toEqual([])
  })

  it('a parking VLAN is taken off a trunk by "remove", and shut ports in it are in order', () => {
    const parked = access(cli, 7, 998, 'shutdown')
    const carrying = trunk(cli, 'switchport trunk allowed vlan 20,998')
    expect(found(cli, `${victim}${parked}${carrying}`)).toContain(
      `trunk/parking-vlan-allowed advice ${nameOf(cli, 24)}`,
    )
    const without = trunk(cli, 'switchport trunk allowed vlan 20')
    expect(found(cli, `${victim}${parked}${without}`).filter((line) => /parking|unused/.test(line))).toEqual(
      [],
    )
  })

  it('a VLAN that does not exist bridges nothing', () => {
    const declared = (...vlans: readonly number[]) =>
      `${cli === 'ios' ? 'vtp mode transparent\n' : ''}${vlans.map((vlan) => `vlan ${vlan}\n`).join('')}`
    expect(attacks(cli, `${declared(20, 30)}${hole}${trunk(cli)}`)).toEqual([])
    expect(attacks(cli, `${declared(10, 20, 30)}${hole}${trunk(cli)}`)).toEqual(hop)
  })

  it('VLANs that the platform keeps for itself are no native VLANs', () => {
    const native = (vlan: number) => found(cli, trunk(cli).replace('native vlan 10', `native vlan ${vlan}`))
    const reserved = { ios: [1002, 1005], nxos: [3968, 4094], eos: [] }[cli]
    const free = { ios: [999, 4094], nxos: [999, 3967], eos: [999, 1002, 4094] }[cli]
    for (const vlan of reserved) expect(native(vlan)).toContain(`native/reserved advice ${nameOf(cli, 24)}`)
    for (const vlan of free) expect(native(vlan).join()).not.toContain('native/reserved')
  })
})

describe.each(['ios', 'nxos'] as const)('a voice VLAN in %s', (cli) => {
  const phone = access(cli, 1, 40, 'switchport voice vlan 10')

  it('is a way in by design, and a hole where it is native on a trunk', () => {
    expect(attacks(cli, `${phone}${access(cli, 2, 20)}${trunk(cli)}`)).toEqual([
      `native/in-use works ${nameOf(cli, 1)}`,
    ])
    const other = trunk(cli).replace('native vlan 10', 'native vlan 999')
    expect(attacks(cli, `${phone}${access(cli, 2, 20)}${other}`)).toEqual([])
  })

  it('leads nowhere that the port is already: its access VLAN is no witness', () => {
    const witnessOf = (text: string) => {
      const { devices } = readConfig(`hostname TRAP\n${text}`, { path: 'x', dialect: cli })
      const [found] = checkSite(bareSite(devices)).findings.filter(({ rule }) => rule.id === 'native/in-use')
      return found?.judgement.evidence?.vlan
    }
    expect(witnessOf(`${phone}${access(cli, 2, 20)}${trunk(cli)}`)).toBe(20)
    const nowhere = trunk(cli, 'switchport trunk allowed vlan 10,40')
    expect(witnessOf(`${phone}${nowhere}`)).toBeUndefined()
  })
})

describe.each(['nxos', 'eos'] as const)('%s has no DTP (facts B7)', (cli) => {
  it.each([
    ['a bare port, which is access', port(cli, 1)],
    ['an access VLAN without a mode line', port(cli, 1, 'switchport access vlan 10')],
    ['a trunk without nonegotiate', trunk(cli)],
    ['a mode that only IOS knows', port(cli, 1, 'switchport mode dynamic desirable')],
  ])('%s has no finding of DTP', (_, text) => {
    expect(found(cli, `${text}${access(cli, 2, 20)}`).filter((line) => line.startsWith('dtp/'))).toEqual([])
  })
})

it('"nonegotiate" without a static mode is refused by the device and protects nothing', () => {
  const told = port('ios', 1, 'switchport access vlan 10', 'switchport nonegotiate')
  expect(attacks('ios', `${told}${access('ios', 2, 20)}`)).toEqual([
    `dtp/dynamic-port works ${nameOf('ios', 1)}`,
  ])
})
