import { expect, test } from 'vitest'
import { suggestCables } from '../../src/commands/check/suggest-cables.ts'
import { readConfig } from '../../src/config/index.ts'

function devices(...texts: string[]) {
  return texts.flatMap((text, n) => readConfig(text, { path: `${n}.cfg` }).devices)
}

function port(name: string, description: string): string {
  return `interface ${name}\n description ${description}\n switchport mode trunk\n`
}

test('a cable that a description speaks of is offered with the line that confirms it', () => {
  const site = devices(
    `hostname SW1\n${port('Gi0/24', 'to SW2 Gi0/23')}`,
    `hostname SW2\n${port('Gi0/23', 'x')}`,
  )
  expect(suggestCables(site, [])).toEqual([
    'SW1 Gi0/24 seems to lead to SW2 Gi0/23 (description "to SW2 Gi0/23"). It is not taken for a cable; if it is one, add "- [SW1 Gi0/24, SW2 Gi0/23]" under links: in the site file.',
  ])
})

test('both ends that speak of each other are one cable, also where one names no port', () => {
  const both = devices(
    `hostname SW1\n${port('Gi0/24', 'SW2 Gi0/23')}`,
    `hostname SW2\n${port('Gi0/23', 'SW1 Gi0/24')}`,
  )
  expect(suggestCables(both, [])).toHaveLength(1)
  const half = devices(
    `hostname SW1\n${port('Gi0/24', 'to SW2')}`,
    `hostname SW2\n${port('Gi0/23', 'to SW1')}`,
  )
  expect(suggestCables(half, [])).toEqual([expect.stringContaining('"- [SW1 Gi0/24, SW2 Gi0/23]"')])
})

test('a far port that stays open is left to the user', () => {
  const open = devices(
    `hostname SW1\n${port('Gi0/24', 'to SW2')}`,
    `hostname SW2\n${port('Gi0/23', 'to SW1')}${port('Gi0/22', 'SW1 spare')}`,
  )
  expect(suggestCables(open, [])[0]).toContain('"- [SW1 Gi0/24, SW2 PORT]"')
})

test('a port that has a cable gets no other', () => {
  const site = devices(`hostname SW1\n${port('Gi0/24', 'to SW2')}`, `hostname SW2\n${port('Gi0/23', 'x')}`)
  const link = { a: { device: 'SW1', port: 'Gi0/24' }, b: { device: 'SW2', port: 'Gi0/23' } }
  expect(suggestCables(site, [link])).toEqual([])
})

test('a site whose descriptions all speak is not drowned in suggestions', () => {
  const ports = Array.from({ length: 30 }, (_, n) => port(`Gi0/${n}`, 'to SW2')).join('')
  const said = suggestCables(devices(`hostname SW1\n${ports}`, 'hostname SW2\ninterface Gi0/1\n'), [])
  expect(said).toHaveLength(13)
  expect(said.at(-1)).toBe('Descriptions suggest 18 more cables; confirm these first.')
})
