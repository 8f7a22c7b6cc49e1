import { expect, it } from 'vitest'
import { readConfig } from '../../src/config/index.ts'
import { bareSite } from '../../src/rules/site.ts'
import { viewSite } from '../../src/rules/view.ts'

function classes(text: string): (readonly string[])[] {
  const { devices } = readConfig(`hostname SW1\n${text}`, { path: 'sw1.cfg', dialect: 'ios' })
  return [...viewSite(bareSite(devices)).devices.values()].flatMap(({ classes }) =>
    classes.map(({ names }) => names),
  )
}

const trunk = (name: string, ...lines: readonly string[]) =>
  [`interface ${name}`, ' switchport mode trunk', ...lines.map((line) => ` ${line}`), ''].join('\n')

it('a trunk that carries no VLAN is not taken for one that carries all', () => {
  expect(classes(trunk('Gi0/1') + trunk('Gi0/2', 'switchport trunk allowed vlan none'))).toHaveLength(2)
})
