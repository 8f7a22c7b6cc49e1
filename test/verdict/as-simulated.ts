import { expect } from 'vitest'
import { hasVlan, type Vid } from '../../src/net/vlan-set.ts'
import { taggedVlan } from '../../src/rules/hypervisors.ts'
import { activeVlans, permissive, untaggedVlan } from '../../src/rules/passage.ts'
import type { Site } from '../../src/rules/site.ts'
import { portOf, type SiteView, viewSite } from '../../src/rules/view.ts'
import { anyOtherVlan, vlansOfSite } from '../../src/rules/vlans-in-use.ts'
import type { Cell } from '../../src/verdict/cells.ts'
import { judgeBySimulation } from '../../src/verdict/judge.ts'
import { judgeView, type Row } from '../../src/verdict/matrix.ts'
import { showSite } from './random-site.ts'

/**
 * Holds every cell of a site to its simulation: that it has a verdict on every VLAN that it should, each verdict with the options that
 * decide, and those of the last port of each class to a run from there. Gives what was met, `double-tagging works`, once for each VLAN.
 */
export function cellsAsSimulated(site: Site): string[] {
  const view = viewSite(site)
  const met: string[] = []
  for (const row of judgeView(view).rows) {
    const { device, ports } = row
    const last = ports.at(-1) ?? ''
    for (const cell of row.cells) {
      const { attack, targets } = cell
      const vlans = targets.map(({ vlan }) => vlan)
      expect({ device, ports, attack, vlans }, showSite(site)).toEqual({
        device,
        ports,
        attack,
        vlans: wantedFrom(view, row, cell),
      })
      for (const { vlan, verdict, dependsOn, attempts, film } of targets) {
        met.push(`${attack} ${verdict}`)
        const said = { device, ports, attack, vlan, verdict, dependsOn: [...dependsOn].sort() }
        const options = (all: readonly { readonly option: string }[]) =>
          all.map(({ option }) => option).sort()
        const shown = judgeBySimulation(view, attempts)
        expect(said, showSite(site)).toEqual({
          ...said,
          verdict: shown.verdict,
          dependsOn: options(shown.dependsOn),
        })
        if (ports.length === 1) continue
        const there = film({ device, port: last })
        expect({ ...said, reached: verdict === 'works' || verdict === 'depends' }, showSite(site)).toEqual({
          ...said,
          verdict: there.verdict,
          dependsOn: options(there.dependsOn),
          reached: there.evidence?.reached ?? false,
        })
      }
    }
  }
  return met
}

/** The VLANs that somebody would miss, but for the attacker's own; any other one where there is none. */
function wantedFrom(view: SiteView, { device, ports }: Row, { attack }: Cell): readonly Vid[] {
  const missed = vlansOfSite(view)
  const at = view.devices.get(device)
  const port = portOf(view, { device, port: ports[0] ?? '' })
  if (!at || !port) {
    const host = (view.site.hypervisors ?? []).find(({ name }) => name === device)
    return [...new Set([...missed, ...(host?.portGroups ?? []).flatMap((group) => taggedVlan(group) ?? [])])]
  }
  const { mode, nativeVlan, accessVlan } = port.port
  const active = activeVlans(at)
  if (attack === 'guest-tagging') {
    const own = untaggedVlan(at, port, permissive(at.reading.device))
    const others = missed.filter((vlan) => vlan !== own)
    return others.length > 0 || own === null ? others : anyOtherVlan(active, own)
  }
  const own = mode.value === 'trunk' ? nativeVlan.value : accessVlan.value
  const others = missed.filter((vlan) => vlan !== own)
  const wanted = others.length > 0 ? others : anyOtherVlan(active, own)
  return attack === 'double-tagging' ? wanted : wanted.filter((vlan) => hasVlan(active, vlan))
}
