import type { PortMode } from '../../../net/settings.ts'
import type { Moment } from './moment.ts'
import { type Shown, together } from './shown.ts'
import { modeNotes, type ShownPort, shownPorts } from './shown-ports.ts'
import { allOrList, shownVlans, VLANS_NOT_KNOWN, vlanWithName } from './vlans.ts'
import { wrappedList } from './wrap.ts'

/** Modes as `show interfaces switchport` calls them, as far as the form is known (facts D3). */
export const MODE_NAMES: Readonly<Partial<Record<PortMode, string>>> = {
  access: 'static access',
  trunk: 'trunk',
  'dynamic auto': 'dynamic auto',
  'dynamic desirable': 'dynamic desirable',
}

/** Blanks before the rest of a long list of VLANs (facts D4). */
const LIST_INDENT = 5

/** `show interfaces switchport`: of these ports, or of all. */
export function showSwitchport(moment: Moment, ports: readonly ShownPort[] = shownPorts(moment)): Shown {
  return together(
    ports.map((port) => onePort(moment, port)),
    [''],
  )
}

/** The block of one port (facts D5). Lines that the facts do not give are left out. */
function onePort(moment: Moment, port: ShownPort): Shown {
  const { settings, mode, operating } = port
  const name = `Name: ${port.shortName}`
  if (!settings.switching.value) return { lines: [name, 'Switchport: Disabled'], notes: [] }
  const vlans = shownVlans(moment)
  const modeName = MODE_NAMES[mode]
  const { voiceVlan, encapsulation } = settings
  const voice =
    typeof voiceVlan.value === 'number' ? vlanWithName(moment, vlans, voiceVlan.value) : voiceVlan.value
  const lines = [
    name,
    'Switchport: Enabled',
    ...(modeName ? [`Administrative Mode: ${modeName}`] : []),
    `Operational Mode: ${operationalMode(port)}`,
    `Administrative Trunking Encapsulation: ${encapsulation.value}`,
    ...(operating === 'down'
      ? []
      : [`Operational Trunking Encapsulation: ${operationalEncapsulation(port)}`]),
    `Negotiation of Trunking: ${negotiates(port) ? 'On' : 'Off'}`,
    `Access Mode VLAN: ${vlanWithName(moment, vlans, settings.accessVlan.value)}`,
    `Trunking Native Mode VLAN: ${vlanWithName(moment, vlans, settings.nativeVlan.value)}`,
    'Administrative Native VLAN tagging: enabled',
    `Voice VLAN: ${voice}`,
    'Administrative private-vlan host-association: none',
    'Operational private-vlan: none',
    ...wrappedList('Trunking VLANs Enabled: ', allOrList(settings.allowedVlans.value), LIST_INDENT),
    'Pruning VLANs Enabled: 2-1001',
    'Capture Mode Disabled',
    'Capture VLANs Allowed: ALL',
    '',
    'Protected: false',
    'Appliance trust: none',
  ]
  const notes = [
    ...(modeName ? [] : [`How a device names the mode of ${port.shortName} (${mode}) is not known here.`]),
    ...modeNotes(moment, [port]),
    ...(vlans.assumed ? [VLANS_NOT_KNOWN] : []),
  ]
  return { lines, notes }
}

function operationalMode({ operating, memberOf, apart }: ShownPort): string {
  if (memberOf !== null && apart === 'suspended') return `down (suspended member of bundle ${memberOf})`
  if (operating === 'down') return 'down'
  const mode = operating === 'trunk' ? 'trunk' : 'static access'
  return memberOf === null ? mode : `${mode} (member of bundle ${memberOf})`
}

function operationalEncapsulation({ operating, encapsulation }: ShownPort): string {
  if (operating === 'access') return 'native'
  return encapsulation
}

/** What the line "Negotiation of Trunking" says: off for static access and for a trunk without DTP, else on (facts D5). */
function negotiates({ mode, settings }: ShownPort): boolean {
  return mode !== 'access' && settings.negotiate.value
}
