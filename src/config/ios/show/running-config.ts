import { readPortName } from '../../port-name.ts'
import type { DeviceReading } from '../../reading.ts'
import { writeConfig } from '../../write-config.ts'
import { NO_NOTES, styleOf, writePort } from '../../write-port.ts'
import type { Moment } from './moment.ts'
import { type Shown, shown } from './shown.ts'
import type { ShownPort } from './shown-ports.ts'
import { shownVlans } from './vlans.ts'

/** Said with a whole configuration: it holds what is simulated. */
const ONLY_SWITCHING = 'Only what this console simulates: switching, VLANs, VTP. A device prints more.'

/** `show running-config`: what the simulated switch holds, defaults left out (facts D5b). */
export function showRunningConfig(moment: Moment): Shown {
  const text = writeConfig(withListedVlans(moment)).replace(
    /^interface (.+)$/gm,
    (_line, name: string) => `interface ${fullName(name)}`,
  )
  const header = ['Building configuration...', '', `Current configuration : ${text.length} bytes`, '!']
  return { lines: [...header, ...text.trimEnd().split('\n')], notes: [ONLY_SWITCHING] }
}

/** `show running-config interface X`. */
export function showRunningInterface({ reading }: Moment, { settings, longName }: ShownPort): Shown {
  const [, ...lines] = writePort(settings, styleOf(reading), reading.notes[settings.name] ?? NO_NOTES)
  const block = [`interface ${longName}`, ...lines]
  const length = block.join('\n').length + 1
  return shown(
    'Building configuration...',
    '',
    `Current configuration : ${length} bytes`,
    '!',
    ...block,
    'end',
  )
}

/** The configuration with the VLANs that are shown, where the real ones are not known. */
function withListedVlans(moment: Moment): DeviceReading {
  const { reading } = moment
  const { vlans } = reading.device
  const existing = { ...vlans.existing, value: shownVlans(moment).existing }
  return { ...reading, device: { ...reading.device, vlans: { ...vlans, existing } } }
}

function fullName(written: string): string {
  return readPortName(written)?.key ?? written
}
