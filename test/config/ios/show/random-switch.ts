import fc from 'fast-check'
import type { Lab } from './lab.ts'

type RandomPort = {
  readonly lines: readonly string[]
  readonly plugged: 'nothing' | 'host' | 'spoofer' | 'SW2 auto' | 'SW2 desirable' | 'SW2 trunk'
}

const vlan = fc.constantFrom(1, 2, 10, 20, 30, 99, 1001)

const allowed = fc.oneof(
  fc.constant([]),
  fc.constant(['switchport trunk allowed vlan none']),
  fc
    .uniqueArray(fc.integer({ min: 1, max: 4094 }), { minLength: 1, maxLength: 60 })
    .map((vlans) => [`switchport trunk allowed vlan ${vlans.join(',')}`]),
)

const mode = fc.constantFrom(
  [],
  ['switchport mode access'],
  ['switchport mode access', 'switchport nonegotiate'],
  ['switchport mode trunk'],
  ['switchport mode trunk', 'switchport nonegotiate'],
  ['switchport mode dynamic desirable'],
)

const port: fc.Arbitrary<RandomPort> = fc
  .record({
    access: vlan,
    native: vlan,
    voice: fc.constantFrom([], ['switchport voice vlan 30'], ['switchport voice vlan dot1p']),
    allowed,
    mode,
    down: fc.constantFrom([], [], [], ['shutdown']),
    plugged: fc.constantFrom<RandomPort['plugged']>(
      'nothing',
      'host',
      'spoofer',
      'SW2 auto',
      'SW2 desirable',
      'SW2 trunk',
    ),
  })
  .map(({ access, native, voice, allowed: list, mode: told, down, plugged }) => ({
    lines: [
      'switchport trunk encapsulation dot1q',
      `switchport access vlan ${access}`,
      `switchport trunk native vlan ${native}`,
      ...list,
      ...voice,
      ...told,
      ...down,
    ],
    plugged,
  }))

const vlans = fc.uniqueArray(fc.constantFrom(2, 10, 20, 30, 99, 1001, 2000), { maxLength: 6 })

/** A switch SW1 with a few ports in any configuration, each with something at the other end or nothing. */
export const randomLab: fc.Arbitrary<Lab> = fc
  .record({
    ports: fc.array(port, { minLength: 1, maxLength: 6 }),
    vlans,
    suspended: fc.boolean(),
    platform: fc.constantFrom('! IOSv', 'switch 1 provision ws-c2960x-24ts-l'),
  })
  .map(({ ports, vlans: ids, suspended, platform }) => {
    const far: string[] = ['hostname SW2', '! IOSv']
    const stations: Record<string, NonNullable<Lab['stations']>[string]> = {}
    const cables: string[] = []
    for (const [index, { plugged }] of ports.entries()) {
      const here = `SW1 GigabitEthernet0/${index + 1}`
      const mac = `02:00:00:00:00:0${index}`
      const name = `H${index}`
      if (plugged === 'host') stations[name] = { kind: 'host', mac }
      if (plugged === 'spoofer') {
        stations[name] = { kind: 'spoofer', mac, domain: '', startsAt: 1000, repeats: 'for-ever' }
      }
      if (plugged === 'host' || plugged === 'spoofer') cables.push(`${name} - ${here}`)
      if (!plugged.startsWith('SW2')) continue
      far.push(`interface GigabitEthernet0/${index + 1}`, ' switchport trunk encapsulation dot1q')
      far.push(` switchport mode ${plugged === 'SW2 trunk' ? 'trunk' : plugged.replace('SW2', 'dynamic')}`)
      cables.push(`${here} - SW2 GigabitEthernet0/${index + 1}`)
    }
    const lines = ports.flatMap(({ lines: own }, index) => [
      `interface GigabitEthernet0/${index + 1}`,
      ...own.map((line) => ` ${line}`),
    ])
    const database = ids.flatMap((id) => [
      `vlan ${id}`,
      ...(id === 10 ? [' name OUR active USERS'] : []),
      ...(suspended && id === 20 ? [' state suspend'] : []),
    ])
    const text = ['hostname SW1', platform, 'vtp mode transparent', ...database, ...lines].join('\n')
    return { switches: { SW1: `${text}\n`, SW2: `${far.join('\n')}\n` }, stations, cables }
  })
