import { DTP_HELLO, DTP_HOLD } from '../../../net/dtp.ts'
import type { Mac } from '../../../net/frame.ts'
import type { PortMode } from '../../../net/settings.ts'
import type { Moment } from './moment.ts'
import { type Shown, shown, together } from './shown.ts'
import { modeNotes, type ShownPort, shownPorts } from './shown-ports.ts'

/** Width up to the values of `show dtp interface` (facts D5). */
const LABEL = 44
const NO_NEIGHBOUR = '000000000000'
const STOPPED = 'never/STOPPED'

/** `show dtp`: the timers and how many interfaces take part (facts B2, D5). */
export function showDtp(moment: Moment): Shown {
  const using = shownPorts(moment).filter(speaksDtp).length
  return shown(
    'Global DTP information',
    `        Sending DTP Hello packets every ${DTP_HELLO / 1000} seconds`,
    `        Dynamic Trunk timeout is ${DTP_HOLD / 1000} seconds`,
    `        ${using} interfaces using DTP`,
  )
}

/** `show dtp interface`: of these ports (facts D5). Its statistics are left out. */
export function showDtpInterface(moment: Moment, ports: readonly ShownPort[] = shownPorts(moment)): Shown {
  return together(
    ports.filter(({ settings }) => settings.switching.value).map((port) => onePort(moment, port)),
  )
}

/** What DTP calls the administrative modes. */
const ADMINISTRATIVE: Readonly<Partial<Record<PortMode, string>>> = {
  access: 'OFF',
  trunk: 'ON',
  'dynamic auto': 'AUTO',
  'dynamic desirable': 'DESIRABLE',
}

function speaksDtp({ settings, mode, operating }: ShownPort): boolean {
  return (
    operating !== 'down' &&
    settings.switching.value &&
    settings.negotiate.value &&
    mode !== 'access' &&
    mode in ADMINISTRATIVE
  )
}

function onePort(moment: Moment, port: ShownPort): Shown {
  const { longName, settings, mode, operating, heard } = port
  const administrative = ADMINISTRATIVE[mode]
  if (operating === 'down' || !administrative) {
    const why = operating === 'down' ? 'the port is down' : `the mode is ${mode}`
    return { lines: [], notes: [`What a device shows of DTP on ${longName} is not known here: ${why}.`] }
  }
  const silentTrunk = mode === 'trunk' && !settings.negotiate.value
  const status = operating.toUpperCase()
  const type = operatingType(port)
  const lines = [
    `DTP information for ${longName}:`,
    field('TOS/TAS/TNS:', `${status}/${silentTrunk ? 'NONEGOTIATE' : administrative}/${status}`),
    field('TOT/TAT/TNT:', `${type}/${administrativeType(port)}/${type}`),
    field('Neighbor address 1:', heard ? digits(heard.from) : NO_NEIGHBOUR),
    field('Neighbor address 2:', NO_NEIGHBOUR),
    field('Hello timer expiration (sec/state):', helloTimer(moment, port)),
    field('Access timer expiration (sec/state):', accessTimer(moment, port)),
    field('Negotiation timer expiration (sec/state):', STOPPED),
    field('Multidrop timer expiration (sec/state):', STOPPED),
    field('FSM state:', machineState(port)),
    field('# times multi & trunk', '0'),
    field('Enabled:', mode === 'access' ? 'no' : 'yes'),
    field('In STP:', 'no'),
  ]
  return { lines, notes: modeNotes(moment, [port]) }
}

function field(label: string, value: string): string {
  return `  ${label}`.padEnd(LABEL) + value
}

function digits(mac: Mac): string {
  return mac.replaceAll(':', '').toUpperCase()
}

function operatingType({ operating, encapsulation }: ShownPort): string {
  if (operating === 'access') return 'NATIVE'
  return encapsulation === 'isl' ? 'ISL' : '802.1Q'
}

function administrativeType({ settings }: ShownPort): string {
  const { value } = settings.encapsulation
  if (value === 'negotiate') return 'NEGOTIATE'
  return value === 'isl' ? 'ISL' : '802.1Q'
}

/** Seconds until the next hello of a port that sends any: the simulated ones go out every 30 s of virtual time. */
function helloTimer({ at }: Moment, port: ShownPort): string {
  return speaksDtp(port) ? `${Math.ceil((DTP_HELLO - (at % DTP_HELLO)) / 1000)}/RUNNING` : STOPPED
}

/** Seconds until a negotiated trunk falls back without DTP (facts B2); a static trunk never does. */
function accessTimer(moment: Moment, { mode, operating, heard }: ShownPort): string {
  if (mode === 'trunk' || operating !== 'trunk' || !heard) return STOPPED
  return `${Math.max(0, Math.ceil((DTP_HOLD - (moment.at - heard.at)) / 1000))}/RUNNING`
}

/** The three states that were seen on devices (facts B2). */
function machineState({ mode, operating }: ShownPort): string {
  if (operating === 'trunk') return 'S6:TRUNK'
  return mode === 'access' ? 'S1:OFF' : 'S2:ACCESS'
}
