import { readConfig } from '../../src/config/index.ts'
import type { Example } from '../../src/rules/rule.ts'
import type { Site } from '../../src/rules/site.ts'

/** The site that an example of a rule stands for. */
export function siteOf({ text, dialect, purposes, services = [], neighbour }: Example): Site {
  const own = readConfig(text, { path: 'example.cfg', dialect })
  const other =
    neighbour && readConfig(neighbour.text, { path: 'neighbour.cfg', dialect: neighbour.dialect ?? dialect })
  const near = own.devices[0]?.name ?? ''
  const far = other?.devices[0]?.name ?? ''
  const [a, b] = neighbour?.cable ?? []
  return {
    devices: [...own.devices, ...(other?.devices ?? [])],
    hypervisors: [...own.hypervisors, ...(other?.hypervisors ?? [])],
    links: a && b ? [{ a: { device: near, port: a }, b: { device: far, port: b } }] : [],
    purposes: { [near]: purposes ?? {}, [far]: neighbour?.purposes ?? {} },
    services,
  }
}
