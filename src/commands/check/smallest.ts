import { fewPorts } from '../../config/index.ts'
import type { SmallestSaid } from '../../report/checked.ts'
import type { FixStep } from '../../rules/rule.ts'
import type { Site } from '../../rules/site.ts'
import { fixLines, platformSteps } from '../../verdict/fix.ts'
import { smallestFix } from '../../verdict/smallest-fix.ts'

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
  const said = breaks.map(({ without, opens }) => ({ without: stepsSaid(site, without, several), opens }))
  return { found: 'fix', lines, commands, minimal, breaks: said }
}

/** Steps in one line: `"switchport mode access" on EDGE Gi0/5`. */
function stepsSaid(site: Site, steps: readonly FixStep[], several: boolean): string {
  const said = platformSteps(site.devices, steps).map(({ device, port, lines }) => {
    const at = [
      ...(several || port === null ? [device] : []),
      ...(port === null ? [] : [fewPorts([port])]),
    ].join(' ')
    return `"${lines.join('; ')}" on ${at}`
  })
  return said.join(' and ')
}
