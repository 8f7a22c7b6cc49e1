import { type Bundling, bundling, type ChannelMode, channelProtocol } from '../net/bundling.ts'
import type { Endpoint } from '../net/network.ts'
import { advise } from './advice.ts'
import type { Claim, FixStep, Rule } from './rule.ts'
import { deviceOf, portOf, type SiteView } from './view.ts'

/** One end of a cable that is meant for a port-channel, and the ports that are told so. */
type End = {
  readonly device: string
  readonly bundle: string
  readonly mode: ChannelMode
  readonly members: readonly string[]
}

/** The end of a port-channel at this end of a cable, be it drawn to the port-channel or to a member; null where the mode is not told. */
function endAt(view: SiteView, at: Endpoint): End | null {
  const found = portOf(view, at)
  const mode = found?.port.channelMode.value
  if (!found || !mode) return null
  const bundle = found.port.channel.value ?? found.name
  const members = deviceOf(view, at.device)
    .classes.filter(({ sample }) => sample.port.channel.value === bundle && sample.port.enabled.value)
    .flatMap(({ names }) => names)
  return { device: at.device, bundle, mode, members }
}

/** Why two ends never agree. */
const REASONS: Readonly<Record<Exclude<Bundling, 'forms'>, string>> = {
  'nobody-asks': 'both wait to be asked',
  'protocols-differ': 'they speak two protocols',
  'one-end-asks': 'only one end speaks a protocol, and nobody answers it',
}

/** The mode that an end has to be told: LACP, which every platform speaks, or the asking end of PAgP where both speak that. */
function fixedMode(own: End, other: End, isNear: boolean): ChannelMode | null {
  const [protocol, far] = [channelProtocol(own.mode), channelProtocol(other.mode)]
  if (protocol !== null && protocol === far)
    return isNear ? (protocol === 'LACP' ? 'active' : 'desirable') : null
  return protocol === 'LACP' ? null : 'active'
}

function stepsAt(end: End, mode: ChannelMode | null): FixStep[] {
  const group = end.bundle.replace(/\D+/g, '')
  const lines = [`channel-group ${group} mode ${mode}`]
  return mode === null ? [] : end.members.map((port) => ({ device: end.device, port, lines }))
}

function claim(view: SiteView, near: End, far: End, why: Exclude<Bundling, 'forms'>): Claim {
  const [here, there] = [fixedMode(near, far, true), fixedMode(far, near, false)]
  const said = advise(
    deviceOf(view, near.device),
    { names: near.members },
    {
      message: `The port-channel to ${far.device} ${far.bundle} never forms: mode ${near.mode} here and ${far.mode} there, ${REASONS[why]}. Its ports go on one by one or stop, by the platform.`,
      effective: `mode ${near.mode}, far end ${far.mode}`,
      settings: ['channelMode'],
      lines: [],
      caution:
        'The links of the port-channel go down for a moment. Where the protocol changes, take all members out of it first: one port-channel has one protocol.',
    },
  )
  return { ...said, fix: [...stepsAt(near, here), ...stepsAt(far, there)] }
}

/** Ends of a cable that can never make a port-channel by their modes. */
export const portchannelNeverForms: Rule = {
  id: 'portchannel/never-forms',
  kind: 'advice',
  title: 'Two ends of a port-channel that never agree',
  why:
    'A port-channel forms where both ends speak one protocol and one of them asks, or where both are told `on`. Otherwise its ports ' +
    'stop, or go on one by one: spanning tree then blocks all but one, and what was meant for the port-channel holds for none of them.',
  limits:
    'Needs both ends: give both switches and the cable between them. Which modes agree is as documented. What the ports do instead ' +
    'differs between platforms and models, so that verdicts over such a cable depend on it.',
  references: [],
  examples: {
    bad: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface Port-channel1
 switchport mode trunk
interface GigabitEthernet0/1
 switchport mode trunk
 channel-group 1 mode passive
`,
        neighbour: {
          text: `hostname CORE
interface Port-channel7
 switchport mode trunk
interface GigabitEthernet0/1
 switchport mode trunk
 channel-group 7 mode passive
`,
          cable: ['Port-channel1', 'Port-channel7'],
        },
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/1
 switchport mode trunk
 channel-group 1 mode desirable
`,
        neighbour: {
          dialect: 'nxos',
          text: `hostname CORE
interface port-channel7
  switchport
  switchport mode trunk
interface Ethernet1/1
  switchport
  switchport mode trunk
  channel-group 7
`,
          cable: ['GigabitEthernet0/1', 'Ethernet1/1'],
        },
      },
    ],
    good: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface Port-channel1
 switchport mode trunk
interface GigabitEthernet0/1
 switchport mode trunk
 channel-group 1 mode active
`,
        neighbour: {
          text: `hostname CORE
interface Port-channel7
 switchport mode trunk
interface GigabitEthernet0/1
 switchport mode trunk
 channel-group 7 mode passive
`,
          cable: ['Port-channel1', 'Port-channel7'],
        },
      },
    ],
  },
  check: (view) => {
    const told = new Set<string>()
    return view.site.links.flatMap(({ a, b }): Claim[] => {
      const [one, other] = [endAt(view, a), endAt(view, b)]
      const why = one && other ? bundling(one.mode, other.mode) : 'forms'
      if (!one || !other || why === 'forms') return []
      // Each of its cables tells the same of a port-channel.
      const key = JSON.stringify([one.device, one.bundle, one.mode, other.device, other.bundle, other.mode])
      if (told.has(key)) return []
      told.add(key)
      const [near, far] = fixedMode(one, other, true) === null ? [other, one] : [one, other]
      return [claim(view, near, far, why)]
    })
  },
}
