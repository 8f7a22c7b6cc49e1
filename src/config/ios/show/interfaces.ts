import type { Moment } from './moment.ts'
import { type Shown, shown } from './shown.ts'
import { type ShownPort, shownPorts } from './shown-ports.ts'

/** Widths of the columns of `show interfaces status`, and how much of a description fits. */
const PORT = 10
const NAME = 19
const LONGEST_NAME = 18
const STATUS = 13

/**
 * `show interfaces status`: of these ports, or of all. Format as in published transcripts; its columns "Duplex", "Speed" and "Type"
 * are left out, since nothing of them is simulated.
 */
export function showStatus(moment: Moment, ports: readonly ShownPort[] = shownPorts(moment)): Shown {
  const rows = ports.map((port) =>
    [
      port.shortName.padEnd(PORT),
      descriptionOf(moment, port).slice(0, LONGEST_NAME).padEnd(NAME),
      statusOf(port).padEnd(STATUS),
      vlanOf(port),
    ].join(''),
  )
  return {
    lines: ['', 'Port      Name               Status       Vlan', ...rows],
    notes: ['Duplex, speed and type are not simulated and left out.'],
  }
}

function statusOf({ settings, operating }: ShownPort): string {
  if (!settings.enabled.value) return 'disabled'
  return operating === 'down' ? 'notconnect' : 'connected'
}

function vlanOf({ settings, operating, mode }: ShownPort): string {
  if (!settings.switching.value) return 'routed'
  const isTrunk = operating === 'trunk' || (operating === 'down' && mode === 'trunk')
  return isTrunk ? 'trunk' : `${settings.accessVlan.value}`
}

/** Widths of the columns of `show interfaces description`. */
const INTERFACE = 31
const ADMINISTRATIVE = 15
const PROTOCOL = 9

/** `show interfaces description`. Format as in published transcripts. */
export function showDescriptions(moment: Moment): Shown {
  const rows = shownPorts(moment).map((port) =>
    [
      port.shortName.padEnd(INTERFACE),
      (port.settings.enabled.value ? upOrDown(port) : 'admin down').padEnd(ADMINISTRATIVE),
      upOrDown(port).padEnd(PROTOCOL),
      descriptionOf(moment, port),
    ]
      .join('')
      .trimEnd(),
  )
  return shown('Interface                      Status         Protocol Description', ...rows)
}

function upOrDown({ operating }: ShownPort): string {
  return operating === 'down' ? 'down' : 'up'
}

function descriptionOf({ reading }: Moment, { settings }: ShownPort): string {
  return reading.notes[settings.name]?.description ?? ''
}
