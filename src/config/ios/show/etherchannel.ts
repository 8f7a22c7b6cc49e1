import { channelProtocol } from '../../../net/bundling.ts'
import type { Moment } from './moment.ts'
import { type Shown, shown } from './shown.ts'
import { type ShownPort, shownPorts } from './shown-ports.ts'

/** What the letters of the table say: those that it can hold here. */
const FLAGS: readonly string[] = [
  'Flags:  D - down        P - bundled in port-channel',
  '        I - stand-alone s - suspended',
  '        R - Layer3      S - Layer2',
  '        U - in use',
]

/** Widths of the columns. */
const GROUP = 7
const BUNDLE = 14
const PROTOCOL = 12
const MEMBER = 12

/** `show etherchannel summary`. Format as in published transcripts; flags that cannot come up are left out of its legend. */
export function showEtherchannels(moment: Moment): Shown {
  const ports = shownPorts(moment)
  const bundles = ports.filter(({ longName }) => longName.startsWith('Port-channel'))
  const rows = bundles.map((bundle) => {
    const members = ports.filter(({ settings }) => settings.channel.value === bundle.settings.name)
    return [
      bundle.longName.replace('Port-channel', '').padEnd(GROUP),
      `${bundle.shortName}(${flagsOf(bundle)})`.padEnd(BUNDLE),
      protocolOf(bundle).padEnd(PROTOCOL),
      ...members.map((member) => `${member.shortName}(${memberFlag(member)})`.padEnd(MEMBER)),
    ]
      .join('')
      .trimEnd()
  })
  return shown(
    ...FLAGS,
    '',
    `Number of channel-groups in use: ${bundles.length}`,
    `Number of aggregators:           ${bundles.length}`,
    '',
    'Group  Port-channel  Protocol    Ports',
    '------+-------------+-----------+-----------------------------------------------',
    ...rows,
  )
}

function flagsOf({ settings, operating }: ShownPort): string {
  return `${settings.switching.value ? 'S' : 'R'}${operating === 'down' ? 'D' : 'U'}`
}

function memberFlag({ apart, operating }: ShownPort): string {
  if (apart === 'suspended') return 's'
  if (operating === 'down') return 'D'
  return apart === 'alone' ? 'I' : 'P'
}

/** The protocol of a bundle, as the modes of its members tell it; a dash for none. */
function protocolOf({ settings }: ShownPort): string {
  const mode = settings.channelMode.value
  return (mode && channelProtocol(mode)) ?? '-'
}
