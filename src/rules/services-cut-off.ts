import { hasVlan, showVlans, vlanSet } from '../net/vlan-set.ts'
import { advise } from './advice.ts'
import { intoGroups } from './into-groups.ts'
import type { Claim } from './rule.ts'
import { isStaticTrunk } from './trunks.ts'
import { deviceOf, portOf, type SiteView } from './view.ts'

/** Services that a trunk would have to carry and does not, for want of the VLAN on its list or on its switch. */
export function servicesCutOff(view: SiteView): Claim[] {
  return view.site.services.flatMap(({ name, vlan, ends }) =>
    ends.flatMap((end): Claim[] => {
      const port = portOf(view, end)
      if (!port) return []
      const device = deviceOf(view, end.device)
      const { vlans } = device.reading.device
      const exists = hasVlan(vlans.existing.value, vlan)
      const isListed = hasVlan(port.port.allowedVlans.value, vlan)
      const { lines, others } = intoGroups(port.port, vlans, vlanSet(vlan))
      const isKeptOff = lines.length > 0
      if (!isStaticTrunk(device, port) || (exists && isListed && !isKeptOff)) return []
      const how = !isListed ? 'not allowed' : isKeptOff ? 'in other trunk groups' : 'missing'
      const claim = advise(
        device,
        { names: [port.name] },
        {
          message: `The service ${name} needs VLAN ${vlan} here, and the ${how === 'missing' ? 'switch does not have it' : 'trunk does not carry it'}.`,
          effective: `VLAN ${vlan} ${how}`,
          settings: isKeptOff ? ['allowedVlans', 'trunkGroups'] : ['allowedVlans'],
          lines: [...(isListed ? [] : [`switchport trunk allowed vlan add ${vlan}`]), ...lines],
          caution: [
            'The VLAN has to exist and to be allowed at the far end too.',
            ...(others.length > 0
              ? [`The trunk then carries VLAN ${showVlans(others)} of that group too.`]
              : []),
          ].join(' '),
        },
      )
      const made = { device: device.reading.name, port: null, lines: [`vlan ${vlan}`] }
      return [{ ...claim, fix: [...(exists ? [] : [made]), ...claim.fix] }]
    }),
  )
}
