import { fewPorts } from '../../config/index.ts'
import type { SmallestSaid } from '../../report/checked.ts'
import type { FixStep } from '../../rules/rule.ts'
import type { Site } from '../../rules/site.ts'
import { fixLines, platformSteps } from '../../verdict/fix.ts'
import { type SmallestFix, smallestFix } from '../../verdict/smallest-fix.ts'

/** The smallest fix of a site as lines to type; the lines of each device under its name where there are several. */
export function saidSmallest(site: Site): SmallestSaid {
  const search = smallestFix(site)
  if (search.found !== 'fix') return search
  const { steps, commands, minimal, breaks } = search.fix
  const names = [...new Set(steps.map(({ device }) => device))]
  const several = site.devices.length + (site.hypervisors ?? []).length > 1
  const lines = names.flatMap((name) => [
    ...(several ? [`! ${name}`] : []),
    ...fixLines(platformSteps(site.devices, steps), name),
  ])
  return { found: 'fix', lines, commands, minimal, breaks: breaksSaid(site, breaks, several) }
}

/** The smallest breaks in a line each: one command that opens as much wherever it is left out is told once, with its ports. */
function breaksSaid(
  site: Site,
  breaks: SmallestFix['breaks'],
  several: boolean,
): { without: string; opens: number }[] {
  const told = new Map<string, { steps: readonly FixStep[]; opens: number }>()
  for (const { without, opens } of breaks) {
    const steps = platformSteps(site.devices, without)
    const alike = steps.length === 1 ? steps.map(({ device, lines }) => [device, lines]) : steps
    const key = JSON.stringify([opens, alike])
    told.set(key, { steps: [...(told.get(key)?.steps ?? []), ...steps], opens })
  }
  return [...told.values()].map(({ steps, opens }) => ({ without: stepsSaid(steps, several), opens }))
}

/** Steps in one line: `"switchport mode access" on EDGE Gi0/5`, `on any of Gi0/5-8`. */
function stepsSaid(steps: readonly FixStep[], several: boolean): string {
  const ports = new Map<string, { step: FixStep; ports: string[] }>()
  for (const step of steps) {
    const key = JSON.stringify([step.device, step.lines])
    const known = ports.get(key)?.ports ?? []
    ports.set(key, { step, ports: step.port === null ? known : [...known, step.port] })
  }
  const said = [...ports.values()].map(({ step: { device, lines }, ports: on }) => {
    const at = [...(several || on.length === 0 ? [device] : []), ...(on.length === 0 ? [] : [fewPorts(on)])]
    return `"${lines.join('; ')}" on ${on.length > 1 ? 'any of ' : ''}${at.join(' ')}`
  })
  return said.join(' and ')
}
