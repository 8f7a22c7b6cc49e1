import type { OperatingMode } from '../net/event.ts'
import type { OptionValues } from '../net/options.ts'
import { openValues, PROFILES } from '../net/profiles.ts'
import { hasVlan, type Vid, vlanSet } from '../net/vlan-set.ts'
import type { Escape } from './escape.ts'
import { mayOperate, neighbourOf, permissive } from './passage.ts'
import { portsThat } from './ports.ts'
import type { FixStep } from './rule.ts'
import { READ_UNTAGGED, taggedAgain } from './tagged-again.ts'
import { staticTrunkLines } from './trunks.ts'
import { type DeviceView, deviceOf, type PortView, portOf, type SiteView } from './view.ts'
import { unusedVlan } from './vlans-in-use.ts'

/** Whether this VLAN leaves a port of a Linux bridge untagged without being its native one. */
export function leavesBeside({ port }: PortView, vlan: Vid): boolean {
  return hasVlan(port.egressUntagged.value, vlan)
}

/** The trunks of the site whose native VLAN this is: all of them move, so that both ends of each keep agreeing. */
function trunksWithNative(view: SiteView, vlan: Vid): PortView[] {
  return [...view.devices.values()].flatMap((device) => {
    return portsThat(device, (port) => neighbourOf(port).kind !== 'none' && isNativeOf(view, port, vlan))
  })
}

/** What closes the ways out of a VLAN, and what to mind about it. */
export type Closing = { readonly fix: readonly FixStep[]; readonly caution: string | null }

/**
 * The commands by which a VLAN no longer loses its tag at these places: it leaves with its tag again where a Linux bridge sent it
 * untagged, ports that are no trunk yet become one, and trunks get a native VLAN that nothing uses (facts J5, J14).
 */
export function movedNative(view: SiteView, vlan: Vid, escapes: readonly Escape[]): Closing {
  const outs = [...new Set(escapes.map(({ out }) => out))]
  const bare = outs.filter((out) => leavesBeside(out, vlan))
  const asAccess = outs.filter((out) => leavesAsAccess(view, out, vlan))
  const dynamic = asAccess.filter((out) => modesOf(view, out).includes('trunk'))
  const all = trunksWithNative(view, vlan)
  const trunks = outs.some((out) => all.includes(out)) ? all : []
  const cautions = [
    ...(bare.length > 0 ? [READ_UNTAGGED] : []),
    ...(asAccess.length > dynamic.length ? [BY_ACCESS_PORT] : []),
    ...mind(view, [...new Set([...trunks, ...dynamic])]),
  ]
  return {
    fix: [
      ...bare.map((out) => taggedAgain(out, vlanSet(vlan))),
      ...dynamic.map(({ device, name, port }) => ({ device, port: name, lines: staticTrunkLines(port) })),
      ...nativeSteps(view, trunks, unusedVlan(view, 'native')),
    ],
    caution: cautions.length > 0 ? cautions.join(' ') : null,
  }
}

/** The commands that give these trunks a native VLAN that nothing uses. */
export function unusedNative(view: SiteView, trunks: readonly PortView[]): Closing {
  const cautions = mind(view, trunks)
  return {
    fix: nativeSteps(view, trunks, unusedVlan(view, 'native')),
    caution: cautions.length > 0 ? cautions.join(' ') : null,
  }
}

/** What to mind while the native VLAN of these ports moves, by what is behind them. */
function mind(view: SiteView, ports: readonly PortView[]): string[] {
  const links = ports.filter(({ role }) => role === 'link')
  return [
    ...(ports.some(({ role }) => role === 'hypervisor') ? [HOST_GROUPS_CUT] : []),
    ...(ports.some(({ role }) => role === 'entry') ? [HOST_CUT] : []),
    ...(links.length > 0 ? [farEndToo(view, links)] : []),
  ]
}

const BY_ACCESS_PORT =
  'The frame leaves by an access port: make that link a trunk with an unused native VLAN.'
const HOST_CUT = 'A host on such a trunk loses its network where it sends without a tag.'
const HOST_GROUPS_CUT =
  'Untagged port groups (VLAN 0, often the management network) lose their network: retag them first.'

/** Whether this VLAN leaves by this port as that of an access port, which it is or stays where its neighbour speaks no DTP. */
function leavesAsAccess(view: SiteView, out: PortView, vlan: Vid): boolean {
  return out.port.accessVlan.value === vlan && modesOf(view, out).includes('access')
}

function modesOf(view: SiteView, port: PortView): readonly OperatingMode[] {
  return mayOperate(port, permissive(deviceOf(view, port.device).reading.device))
}

/** Whether this VLAN is the native one of this port, which is a trunk or may become one. */
export function isNativeOf(view: SiteView, out: PortView, vlan: Vid): boolean {
  return out.port.nativeVlan.value === vlan && modesOf(view, out).includes('trunk')
}

/** The commands that give these trunks this native VLAN, and their far ends where those are known, so that both ends agree. */
export function nativeSteps(view: SiteView, trunks: readonly PortView[], vlan: Vid): FixStep[] {
  const farEnd = ({ peer }: PortView) => (peer ? (portOf(view, peer) ?? []) : [])
  const ends = new Set(trunks.flatMap((port) => [port, farEnd(port)].flat()))
  return [...ends]
    .filter(({ port }) => port.nativeVlan.value !== vlan)
    .map(({ device, name }) => ({ device, port: name, lines: [`switchport trunk native vlan ${vlan}`] }))
}

/** What to mind while the native VLAN of these trunks moves: the far end, and what happens until it has moved too (facts C5, J14). */
function farEndToo(view: SiteView, trunks: readonly PortView[]): string {
  const ends = trunks.length === 1 ? 'The far end of the trunk' : 'The far end of every trunk'
  return `${ends} must change too, the far end first; until both agree ${whileEndsDiffer(view, trunks)}.`
}

/** What becomes of frames while the ends of these trunks have different native VLANs, by the spanning tree that their switches speak. */
export function whileEndsDiffer(view: SiteView, trunks: readonly PortView[]): string {
  const speaks = new Set(trunks.flatMap(({ device }) => spanningTrees(deviceOf(view, device))))
  if (speaks.size === 1 && speaks.has('pvst')) return 'PVST+ blocks both VLANs'
  const joined = 'untagged frames change their VLAN on the cable'
  return speaks.has('pvst') ? `PVST+, where it runs, blocks both VLANs, and without it ${joined}` : joined
}

/** The spanning trees that the platform of a switch may speak. */
function spanningTrees({ reading }: DeviceView): readonly string[] {
  const { settled }: { settled: OptionValues } = PROFILES[reading.profile]
  const spoken = reading.device.options.bpdu ?? settled.bpdu
  return spoken === undefined ? openValues(reading.profile, 'bpdu') : [spoken]
}
