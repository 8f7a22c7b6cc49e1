import type { VtpMode } from '../../../net/network.ts'
import { countVlans } from '../../../net/vlan-set.ts'
import type { Moment } from './moment.ts'
import type { Shown } from './shown.ts'
import { shownVlans, VLANS_NOT_KNOWN } from './vlans.ts'

const MODES: Readonly<Record<VtpMode, string>> = {
  server: 'Server',
  client: 'Client',
  transparent: 'Transparent',
  off: 'Off',
}

/** `show vtp status`: the mode and the domain. Format as in published transcripts, of which the versions differ. */
export function showVtpStatus(moment: Moment): Shown {
  const { reading } = moment
  const vlans = shownVlans(moment)
  return {
    lines: [
      `VTP Domain Name                 : ${reading.device.vtpDomain.value}`.trimEnd(),
      '',
      'Feature VLAN:',
      '--------------',
      `VTP Operating Mode                : ${MODES[reading.device.vtpMode.value]}`,
      `Number of existing VLANs          : ${countVlans(vlans.existing)}`,
    ],
    notes: [
      'VTP exchanges nothing here: version, revision and pruning are left out.',
      ...(vlans.assumed ? [VLANS_NOT_KNOWN] : []),
    ],
  }
}
