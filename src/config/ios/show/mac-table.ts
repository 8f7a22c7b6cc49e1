import type { Mac } from '../../../net/frame.ts'
import { shortPortName } from '../../port-name.ts'
import type { Moment } from './moment.ts'
import { type Shown, shown } from './shown.ts'

/** `show mac address-table`: what was learned. The switch's own static entries are left out. Format as in published transcripts. */
export function showMacTable({ state }: Moment): Shown {
  const entries = [...state.macTable].sort((a, b) => a.vlan - b.vlan || (a.mac < b.mac ? -1 : 1))
  return shown(
    '          Mac Address Table',
    '-------------------------------------------',
    '',
    'Vlan    Mac Address       Type        Ports',
    '----    -----------       --------    -----',
    ...entries.map(
      ({ vlan, mac, port }) =>
        `${String(vlan).padStart(4)}    ${dotted(mac)}    ${'DYNAMIC'.padEnd(12)}${shortPortName(port)}`,
    ),
    `Total Mac Addresses for this criterion: ${entries.length}`,
  )
}

/** `0050.7966.6800`, the way IOS writes addresses. */
export function dotted(mac: Mac): string {
  const hex = mac.replaceAll(':', '')
  return `${hex.slice(0, 4)}.${hex.slice(4, 8)}.${hex.slice(8, 12)}`
}
