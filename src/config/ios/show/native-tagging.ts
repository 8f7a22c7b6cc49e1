import type { Moment } from './moment.ts'
import type { Shown } from './shown.ts'
import { shownPorts } from './shown-ports.ts'

/**
 * `show vlan dot1q tag native`: the global line, as published transcripts have it (facts C4). The format of the table of ports that
 * some devices add is not known, so that ports that differ are told in words.
 */
export function showNativeTagging(moment: Moment): Shown {
  const on = moment.state.device.tagNative.value
  const own = shownPorts(moment).filter(({ settings }) => settings.tagNative.value !== 'inherit')
  return {
    lines: [`dot1q native vlan tagging is ${on ? 'enabled' : 'disabled'}`],
    notes: own.map(({ shortName, settings }) =>
      settings.tagNative.value
        ? `${shortName} tags its native VLAN by a line of its own.`
        : `${shortName} leaves its native VLAN untagged by a line of its own.`,
    ),
  }
}
