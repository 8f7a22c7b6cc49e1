import fc from 'fast-check'
import { readConfig } from '../../src/config/index.ts'
import { PURPOSES } from '../../src/rules/purpose.ts'
import type { Purposes, Site } from '../../src/rules/site.ts'

/** How the languages of switches write what they have in common. */
const LANGUAGES = {
  ios: {
    port: (n: number) => `GigabitEthernet1/0/${n}`,
    bundle: 'Port-channel1',
    head: [],
    modes: ['access', 'trunk', 'dynamic auto', 'dynamic desirable'],
    voice: 'switchport voice vlan',
    edge: 'spanning-tree portfast',
    address: 'ip address 192.0.2.1 255.255.255.0',
    quiet: true,
    global: ['vlan dot1q tag native', 'vtp mode transparent', 'vtp mode off'],
  },
  nxos: {
    port: (n: number) => `Ethernet1/${n}`,
    bundle: 'port-channel1',
    head: ['switchport'],
    modes: ['access', 'trunk'],
    voice: 'switchport voice vlan',
    edge: 'spanning-tree port type edge',
    address: 'ip address 192.0.2.1/24',
    quiet: false,
    global: ['vlan dot1q tag native'],
  },
  eos: {
    port: (n: number) => `Ethernet${n}`,
    bundle: 'Port-Channel1',
    head: [],
    modes: ['access', 'trunk'],
    voice: 'switchport phone vlan',
    edge: 'spanning-tree portfast',
    address: 'ip address 192.0.2.1/24',
    quiet: false,
    global: [],
  },
} as const
type Language = (typeof LANGUAGES)[keyof typeof LANGUAGES]

/** Few VLANs, so that they meet: an access VLAN is native elsewhere, a parking VLAN is carried. */
const vlan = fc.constantFrom(1, 10, 20, 30, 998)
const list = fc.constantFrom('10,20', '1,10', '20', '10,20,30,998', 'all', 'none', '1-4094', '10-30')
const edits = fc.oneof(
  list,
  list,
  vlan.map((one) => `add ${one}`),
  vlan.map((one) => `remove ${one}`),
  vlan.map((one) => `except ${one}`),
)

function portLines(language: Language): fc.Arbitrary<string[]> {
  const { head, modes, voice, edge, quiet } = language
  return fc
    .tuple(
      fc.option(vlan, { freq: 1 }),
      fc.option(vlan, { freq: 1 }),
      fc.array(
        edits.map((edit) => `switchport trunk allowed vlan ${edit}`),
        { maxLength: 3 },
      ),
      fc.option(fc.constantFrom(...modes), { nil: null, freq: 3 }),
      fc.boolean(),
      fc.subarray([`${voice} 40`, edge, 'spanning-tree bpduguard enable']),
      fc.constantFrom('', '', '', '', 'shutdown', 'no switchport'),
    )
    .map(([access, native, lists, mode, silent, more, state]) => [
      ...head,
      ...(access === null ? [] : [`switchport access vlan ${access}`]),
      ...(native === null ? [] : [`switchport trunk native vlan ${native}`]),
      ...lists,
      ...(mode === null ? [] : [`switchport mode ${mode}`]),
      ...(quiet && silent && (mode === 'access' || mode === 'trunk') ? ['switchport nonegotiate'] : []),
      ...more,
      ...(state === '' ? [] : [state]),
    ])
}

function block(header: string, lines: readonly string[]): string[] {
  return [`interface ${header}`, ...lines.map((line) => ` ${line}`)]
}

function config(language: Language, name: string): fc.Arbitrary<string> {
  const lines = portLines(language)
  return fc
    .record({
      global: fc.constantFrom('', ...language.global),
      vlans: fc.constantFrom('', '', 'vlan 10,20', 'vlan 10,20,30,998,40'),
      ports: fc.array(lines, { minLength: 2, maxLength: 4 }),
      bundle: fc.option(fc.tuple(lines, lines), { freq: 1 }),
      svi: fc.option(vlan),
    })
    .map(({ global, vlans, ports, bundle, svi }) =>
      [
        `hostname ${name}`,
        ...[global, vlans].filter((line) => line !== ''),
        ...(bundle ? block(language.bundle, bundle[0]) : []),
        ...(bundle ? block(language.port(9), [...bundle[1], 'channel-group 1 mode active']) : []),
        ...ports.flatMap((port, index) => block(language.port(index + 1), port)),
        ...(svi === null ? [] : block(`Vlan${svi}`, [language.address, 'no shutdown'])),
        '',
      ].join('\n'),
    )
}

type Dialect = keyof typeof LANGUAGES

/** One or two switches of one language as texts, with or without a cable, with purposes of some ports and a service. */
export type RandomSite = { readonly dialect: Dialect; readonly texts: readonly string[] } & Omit<
  Site,
  'devices' | 'hypervisors'
>

/** The site that these texts and what is said of them stand for. */
export function siteOfTexts({ dialect, texts, ...said }: RandomSite): Site {
  const read = texts.flatMap((text, i) => readConfig(text, { path: `s${i + 1}.cfg`, dialect }).devices)
  return { devices: read, ...said }
}

export const randomSites: fc.Arbitrary<RandomSite> = fc
  .constantFrom(...(Object.keys(LANGUAGES) as Dialect[]))
  .chain((dialect) => {
    const language: Language = LANGUAGES[dialect]
    const texts = fc.oneof(
      fc.tuple(config(language, 'S1')),
      fc.tuple(config(language, 'S1'), config(language, 'S2')),
    )
    const a = { device: 'S1', port: language.port(2) }
    const b = { device: 'S2', port: language.port(1) }
    const end = (device: string) =>
      fc.integer({ min: 1, max: 3 }).map((n) => ({ device, port: language.port(n) }))
    return fc
      .record({ texts, cabled: fc.boolean(), S1: purposes(language), S2: purposes(language) })
      .chain(({ texts, cabled, S1, S2 }) => {
        const isTwo = texts.length > 1
        const service = fc.record({
          name: fc.constant('svc'),
          vlan: fc.constantFrom(10, 20, 30),
          ends: fc.tuple(end('S1'), end('S2')),
        })
        return fc.record({
          dialect: fc.constant(dialect),
          texts: fc.constant(texts),
          links: fc.constant(isTwo && cabled ? [{ a, b }] : []),
          purposes: fc.constant(isTwo ? { S1, S2 } : { S1 }),
          services: isTwo ? fc.array(service, { maxLength: 1 }) : fc.constant([]),
        })
      })
  })

function purposes(language: Language): fc.Arbitrary<Purposes[string]> {
  return fc
    .array(fc.option(fc.constantFrom(...PURPOSES), { freq: 1 }), { minLength: 4, maxLength: 4 })
    .map((four) =>
      Object.fromEntries(
        four.flatMap((purpose, i) => (purpose ? [[language.port(i + 1), purpose] as const] : [])),
      ),
    )
}
