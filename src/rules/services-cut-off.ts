import type { PortSettings, TrunkGroup, VlanDatabase } from '../net/settings.ts'
import { withheldVlans } from '../net/trunk-groups.ts'
import {
  commonVlans,
  countVlans,
  hasVlan,
  NO_VLANS,
  showVlans,
  type Vid,
  type VlanSet,
  vlanSet,
  withoutVlans,
} from '../net/vlan-set.ts'
import { advise } from './advice.ts'
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
      const group = groupFor(port.port, vlans, vlan)
      if (!isStaticTrunk(device, port) || (exists && isListed && !group)) return []
      const how = !isListed ? 'not allowed' : group ? 'in other trunk groups' : 'missing'
      const others = group ? lettingIn(port.port, vlans, group, vlan) : NO_VLANS
      const claim = advise(
        device,
        { names: [port.name] },
        {
          message: `The service ${name} needs VLAN ${vlan} here, and the ${how === 'missing' ? 'switch does not have it' : 'trunk does not carry it'}.`,
          effective: `VLAN ${vlan} ${how}`,
          settings: group ? ['allowedVlans', 'trunkGroups'] : ['allowedVlans'],
          lines: [
            ...(isListed ? [] : [`switchport trunk allowed vlan add ${vlan}`]),
            ...(group ? [`switchport trunk group ${group.name}`] : []),
          ],
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

/** The trunk group that lets a VLAN cross which groups keep off a trunk: the one with the fewest VLANs. Null where none keeps it off. */
function groupFor(port: PortSettings, vlans: VlanDatabase, vlan: Vid): TrunkGroup | null {
  if (!hasVlan(withheldVlans(port, vlans), vlan)) return null
  const [smallest = null] = vlans.groups
    .filter((group) => hasVlan(group.vlans.value, vlan))
    .sort((a, b) => countVlans(a.vlans.value) - countVlans(b.vlans.value))
  return smallest
}

/** The other VLANs that a trunk carries once it is in this group. */
function lettingIn(
  port: PortSettings,
  vlans: VlanDatabase,
  { vlans: { value } }: TrunkGroup,
  vlan: Vid,
): VlanSet {
  const come = commonVlans(commonVlans(value, withheldVlans(port, vlans)), port.allowedVlans.value)
  return withoutVlans(come, vlanSet(vlan))
}
