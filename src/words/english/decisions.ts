import type { DecisionId } from '../../net/decisions.ts'
import type { Dtp } from '../../net/dtp-frame.ts'
import type { Circumstances, Party } from '../circumstances.ts'
import { tagStack } from '../tag-stack.ts'
import { blocksLoop } from './loop-cuts.ts'

/** One sentence about one decision. */
export type Sentence = (c: Circumstances) => string

const MOST_PORTS = 3

function stack({ frame }: Circumstances): string {
  return frame ? tagStack(frame) : 'the frame'
}

function party(who: Party | null): string {
  switch (who?.kind) {
    case 'station':
      return who.name
    case 'everyone':
      return 'everyone'
    case 'group':
      return 'a group address'
    case 'address':
      return who.mac
    default:
      return 'nobody'
  }
}

function ports(names: readonly string[]): string {
  const more = names.length - MOST_PORTS
  return more > 0
    ? `${names.slice(0, MOST_PORTS).join(', ')} and ${more} more`
    : names.join(', ').replace(/, ([^,]*)$/, ' and $1')
}

const WISH: Readonly<Record<Dtp['administrative'], string>> = {
  on: '"on": it is a trunk',
  off: '"off": no trunk',
  desirable: '"desirable": it wants a trunk',
  auto: '"auto": a trunk if asked',
}

function wish({ heard }: Circumstances): string {
  return heard ? WISH[heard.administrative] : 'nothing'
}

function beneath({ beneath: ids }: Circumstances): string {
  return ids.length === 0 ? '' : ` What lies beneath, tag ${ids.join(' and ')}, is payload to it.`
}

function nextTag({ frame }: Circumstances): string {
  const first = frame?.tags[0]
  return first ? ` Tag ${first.vid} is the outermost now.` : ''
}

function floods(c: Circumstances, why: string): string {
  return c.out.length === 0
    ? `${c.device} ${why}, and no other port carries VLAN ${c.vlan}.`
    : `${c.device} ${why}, so it floods VLAN ${c.vlan}: out of ${ports(c.out)}.`
}

/** `${device} drops [1|20|IP] at ${port}: ${why}.` */
function drops(why: Sentence): Sentence {
  return (c) => `${c.device} drops ${stack(c)} at ${c.port}: ${why(c)}.`
}

/** `${device} holds [IP] back from ${port}: ${why}.` */
function holds(why: Sentence): Sentence {
  return (c) => `${c.device} does not send the frame of VLAN ${c.vlan} out of ${c.port}: ${why(c)}.`
}

/** `${device} ${port} stays access` or becomes it, with the reason. */
function access(why: Sentence): Sentence {
  return (c) => `${c.device} ${c.port} ${c.changed ? 'falls back to' : 'stays'} access: ${why(c)}.`
}

/** `${device} ${port} is kept from its port-channel`, and what the port does then. */
function apart(why: Sentence): Sentence {
  return (c) => {
    const then = { suspended: 'is suspended', alone: 'forwards by itself', bundled: 'is bundled again' }
    return `${c.device} ${c.port} ${then[c.apart ?? 'bundled']}: ${why(c)}.`
  }
}

/** What a station notices, by its code. Pages are counted from 1 for people. */
const REPORTS: Readonly<Record<string, (device: string, page: number, text: string) => string>> = {
  'migration-starts': (device) => `${device} begins to move the machine.`,
  'migration-sent': (device) => `${device} has sent the whole machine.`,
  'migration-complete': (device) => `${device} has the whole machine.`,
  'migration-refused': (device) =>
    `${device} does not move the machine: encryption is required, and not both hosts can.`,
  'page-arrived': (device, page, text) =>
    `${device} takes in page ${page} of the machine's memory: "${text}".`,
  'page-rejected': (device, page) =>
    `${device} throws page ${page} away: it was changed on the way, and its seal is broken.`,
  'page-read': (device, page, text) => `${device} reads page ${page} of the machine's memory: "${text}".`,
  'page-unreadable': (device, page) =>
    `${device} holds page ${page} of the machine's memory and cannot read it.`,
  'page-changed': (device, page) => `${device} writes something else into page ${page}.`,
}

function reported({ device, report }: Circumstances): string {
  const says = report?.says ?? ''
  const detail = report?.detail ?? {}
  const known = REPORTS[says]
  if (known) return known(device, Number(detail.page ?? 0) + 1, String(detail.text ?? ''))
  const rest = Object.entries(detail).map(([name, value]) => `${name} ${String(value)}`)
  return `${device} reports: ${[says, ...rest].join(', ')}.`
}

/** What every decision is called in English. A translation is a file like this one. */
export const SENTENCES: Readonly<Record<DecisionId, Sentence>> = {
  'in/untagged-access': (c) =>
    `${c.device} takes in ${stack(c)} at ${c.port}. No tag, so it belongs to the port's access VLAN: ${c.vlan}.`,
  'in/untagged-native': (c) =>
    `${c.device} takes in ${stack(c)} at trunk ${c.port}. No tag, so it belongs to the native VLAN: ${c.vlan}.`,
  'in/own-tag-access': (c) =>
    `${c.device} takes in ${stack(c)} at access port ${c.port}: tag ${c.vlan} is the port's own VLAN.${beneath(c)}`,
  'in/priority-tag': (c) =>
    `${c.device} takes in ${stack(c)} at ${c.port}. Tag 0 names no VLAN, so it counts as untagged: VLAN ${c.vlan}.${beneath(c)}`,
  'in/voice-tag': (c) =>
    `${c.device} takes in ${stack(c)} at ${c.port}: tag ${c.vlan} is the port's voice VLAN.${beneath(c)}`,
  'in/tag-trunk': (c) =>
    `${c.device} takes in ${stack(c)} at trunk ${c.port} and reads the outer tag: VLAN ${c.vlan}.${beneath(c)}`,
  'in/tunnel': (c) =>
    `${c.device} takes in ${stack(c)} at tunnel port ${c.port}. A tunnel port reads no tag: all of it is in VLAN ${c.vlan}.`,
  'drop/port-down': drops(() => 'the port is shut down'),
  'drop/routed-port': drops(() => 'a routed port bridges nothing'),
  'drop/tag-on-access': drops(() => 'on this platform an access port takes no tagged frame'),
  'drop/other-tag-on-access': drops((c) => `tag ${c.vlan} is not the VLAN of this access port`),
  'drop/priority-tag': drops(() => 'this platform takes no frame with tag 0'),
  'drop/reserved-vid': drops(() => 'VLAN 4095 is reserved and may not be on a wire'),
  'drop/not-allowed': drops((c) => `VLAN ${c.vlan} is not allowed on this trunk`),
  'drop/native-not-allowed': drops(
    (c) => `without a tag it belongs to native VLAN ${c.vlan}, which is not allowed on this trunk`,
  ),
  'drop/not-in-group': drops(
    (c) => `VLAN ${c.vlan} crosses trunks of its trunk groups only, and this one is in none of them`,
  ),
  'drop/native-not-in-group': drops(
    (c) =>
      `without a tag it belongs to native VLAN ${c.vlan}, which is in trunk groups that this trunk is not in`,
  ),
  'drop/untagged-on-tagged-native': drops(
    () => 'this trunk tags its native VLAN and takes no untagged frame',
  ),
  'drop/vlan-missing': drops((c) => `VLAN ${c.vlan} does not exist on this switch`),
  'drop/vlan-suspended': drops((c) => `VLAN ${c.vlan} is suspended on this switch`),
  'drop/blocked': drops((c) => `spanning tree blocks VLAN ${c.vlan} there`),
  'drop/untagged-not-taken': drops(() => 'the port takes only frames with a VLAN in their tag'),
  'drop/channel-suspended': drops(() => 'the port is suspended and takes no part in its port-channel'),
  'drop/isl-not-modelled': drops(() => 'the trunk uses ISL, which is not simulated here'),
  'drop/reserved-address': drops(
    (c) => `a switch does not pass on frames to ${c.frame?.dst ?? 'this address'}`,
  ),
  'drop/group-source': drops(() => 'its source is no address that a station can have'),
  'learn/source': (c) =>
    c.movedFrom === null
      ? `${c.device} notes: in VLAN ${c.vlan}, ${party(c.from)} lives behind ${c.port}.`
      : `${c.device} notes: in VLAN ${c.vlan}, ${party(c.from)} moved from ${c.movedFrom} to ${c.port}.`,
  'learn/held': (c) =>
    `${c.device} holds on to where it saw ${party(c.from)} before, and does not move it to ${c.port} yet.`,
  'forget/aged': (c) =>
    `${c.device} forgets an address of VLAN ${c.vlan} behind ${c.port}: it was silent too long.`,
  'forget/link-lost': (c) => `${c.device} forgets every address behind ${c.port}: the link is gone.`,
  'forget/topology': (c) =>
    `${c.device} forgets the addresses it learned${c.port === '' ? '' : ` behind ${c.port}`}: the paths have changed.`,
  'relay/known': (c) =>
    c.out.length === 0
      ? `${c.device} knows where ${party(c.to)} lives in VLAN ${c.vlan}, but that port will not send it.`
      : `${c.device} knows ${party(c.to)} in VLAN ${c.vlan}: out of ${ports(c.out)} only.`,
  'relay/flood-unknown': (c) => floods(c, `does not know ${party(c.to)} in VLAN ${c.vlan}`),
  'relay/flood-group': (c) => floods(c, `has a frame to ${party(c.to)}`),
  'relay/same-port': (c) =>
    `${c.device} drops ${stack(c)}: in VLAN ${c.vlan}, ${party(c.to)} lives behind ${c.port}, where it came from.`,
  'out/access': (c) =>
    `${c.device} sends ${stack(c)} out of access port ${c.port}: VLAN ${c.vlan} is its own and leaves without a tag.${nextTag(c)}`,
  'out/native-untagged': (c) =>
    `${c.device} sends ${stack(c)} out of trunk ${c.port} without writing a tag: VLAN ${c.vlan} is native there.${nextTag(c)}`,
  'out/native-tagged': (c) =>
    `${c.device} sends ${stack(c)} out of trunk ${c.port}: VLAN ${c.vlan} is native there, but this trunk tags it too.`,
  'out/egress-untagged': (c) =>
    `${c.device} sends ${stack(c)} out of trunk ${c.port} without writing a tag: VLAN ${c.vlan} is untagged there.${nextTag(c)}`,
  'out/tagged': (c) => `${c.device} sends ${stack(c)} out of trunk ${c.port}, with a tag for VLAN ${c.vlan}.`,
  'out/voice-tagged': (c) =>
    `${c.device} sends ${stack(c)} out of ${c.port}, tagged with its voice VLAN ${c.vlan}.`,
  'hold/port-down': holds(() => 'the port is shut down'),
  'hold/routed-port': holds(() => 'a routed port bridges nothing'),
  'hold/not-member': holds(() => 'that access port is in another VLAN'),
  'hold/not-allowed': holds(() => 'the VLAN is not allowed on that trunk'),
  'hold/native-not-allowed': holds(() => 'it is the native VLAN there, and it is not allowed on that trunk'),
  'hold/not-in-group': holds(
    () => 'the VLAN crosses trunks of its trunk groups only, and that one is in none of them',
  ),
  'hold/native-not-in-group': holds(
    () => 'it is the native VLAN there, and it is in trunk groups that that trunk is not in',
  ),
  'hold/blocked': holds(() => 'spanning tree blocks that VLAN there'),
  'hold/channel-suspended': holds(() => 'the port is suspended and takes no part in its port-channel'),
  'hold/isl-not-modelled': holds(() => 'the trunk uses ISL, which is not simulated here'),
  'dtp/says': (c) => `${c.device} says DTP out of ${c.port}, ${wish(c)}.`,
  'dtp/heard': (c) => `${c.device} reads the DTP frame at ${c.port}. The neighbour says ${wish(c)}.`,
  'dtp/becomes-trunk': (c) =>
    `${c.device} ${c.port} becomes a trunk. It is dynamic, and the neighbour says ${wish(c)}.`,
  'dtp/becomes-access': access((c) => `the neighbour says ${wish(c)}`),
  'dtp/agrees': (c) => `${c.device} ${c.port} stays a trunk: the neighbour still says ${wish(c)}.`,
  'dtp/static-access': access(() => 'its mode is set to access, and DTP cannot change that'),
  'dtp/static-trunk': (c) =>
    `${c.device} ${c.port} stays a trunk: its mode is set to trunk, and DTP cannot change that.`,
  'dtp/not-listening': (c) =>
    `${c.device} ignores the DTP frame at ${c.port}: the port takes no part in DTP.`,
  'dtp/both-wait': access(() => 'both ends say "auto", and neither asks for a trunk'),
  'dtp/peer-wants-access': access((c) => `the neighbour says ${wish(c)}`),
  'dtp/domain-mismatch': access(
    (c) => `the neighbour names another VTP domain${c.heard ? `, ${c.heard.domain}` : ''}`,
  ),
  'dtp/no-common-encapsulation': access(() => 'the two ends know no common encapsulation'),
  'dtp/timeout': access(() => 'it has heard no DTP for 300 seconds'),
  'dtp/link-lost': (c) =>
    c.changed
      ? `${c.device} ${c.port} loses its link and is no trunk any more.`
      : `${c.device} ${c.port} loses its link.`,
  'channel/differs': apart(() => 'its own lines differ from those of its port-channel'),
  'channel/nobody-asks': apart(() => 'it waits to be asked for a port-channel, and so does the far end'),
  'channel/protocols-differ': apart(() => 'the far end makes port-channels by another protocol'),
  'channel/one-end-asks': apart(() => 'only one end makes its port-channel by a protocol, the other by "on"'),
  'channel/far-suspended': apart(() => 'the far end is suspended and makes no port-channel'),
  'channel/bundles': apart(() => 'nothing keeps it from its port-channel any more'),
  'stp/blocks-loop': blocksLoop,
  'stp/type-inconsistent': (c) =>
    `${c.device} blocks ${c.port}: it is an access port and hears PVST+ from a trunk (type inconsistent).`,
  'stp/pvid-inconsistent': (c) =>
    `${c.device} blocks both native VLANs on ${c.port}: the two ends of the trunk name different ones (PVID inconsistent).`,
  'stp/listens': (c) => `${c.device} ${c.port} listens and learns before it forwards: 30 seconds.`,
  'stp/forwards': (c) => `${c.device} ${c.port} forwards: spanning tree has waited long enough.`,
  'wire/cross': (c) =>
    `${stack(c)} travels from ${c.device} ${c.port} to ${c.far ? `${c.far.device} ${c.far.port}` : 'the far end'}.`,
  'station/sends': (c) =>
    c.heard
      ? `${c.device} sends ${stack(c)} out of ${c.port} and says ${wish(c)}.`
      : `${c.device} sends ${stack(c)} out of ${c.port}, to ${party(c.to)}.`,
  'station/forwards': (c) => `${c.device} passes ${stack(c)} on, out of ${c.port}.`,
  'station/addressed': (c) =>
    `${c.device} receives ${stack(c)} at ${c.port}, from ${party(c.from)}, meant for ${party(c.to)}.`,
  'station/overheard': (c) =>
    `${c.device} sees ${stack(c)} at ${c.port}, from ${party(c.from)}, meant for ${party(c.to)}.`,
  'station/ignored': (c) =>
    `${c.device} ignores ${stack(c)} at ${c.port}: its tags are not for this station.`,
  'station/reports': (c) => reported(c),
  'operator/configures': (c) =>
    `Someone configures ${c.device}${c.port === '' ? '' : ` ${c.port}`}: ${c.because.map((s) => s.text.trim()).join('; ')}.`,
  'operator/plugs': (c) =>
    `A cable is plugged in from ${c.device} ${c.port} to ${c.far ? `${c.far.device} ${c.far.port}` : 'somewhere'}.`,
  'operator/unplugs': (c) =>
    `The cable from ${c.device} ${c.port} to ${c.far ? `${c.far.device} ${c.far.port}` : 'somewhere'} is pulled.`,
}
