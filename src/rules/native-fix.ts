import type { OptionValues } from '../net/options.ts'
import { openValues, PROFILES } from '../net/profiles.ts'
import { hasVlan, type Vid, vlanSet } from '../net/vlan-set.ts'
import type { Escape } from './escape.ts'
import { mayOperate, neighbourOf, permissive } from './passage.ts'
import { portsThat } from './ports.ts'
import type { FixStep } from './rule.ts'
import { READ_UNTAGGED, taggedAgain } from './tagged-again.ts'
import { type DeviceView, deviceOf, type PortView, portOf, type SiteView } from './view.ts'
import { unusedVlan } from './vlans-in-use.ts'

/** Whether this VLAN leaves a port of a Linux bridge untagged without being its native one. */
export function leavesBeside({ port }: PortView, vlan: Vid): boolean {
  return hasVlan(port.egressUntagged.value, vlan)
}

/** The trunks of the site whose native VLAN this is: all of them move, so that both ends of each keep agreeing. */
function trunksWithNative(view: SiteView, vlan: Vid): PortView[] {
  return [...view.devices.values()].flatMap((device) => {
    const ask = permissive(device.reading.device)
    const isSuch = (port: PortView) =>
      neighbourOf(port).kind !== 'none' &&
      port.port.nativeVlan.value === vlan &&
      mayOperate(port, ask).includes('trunk')
    return portsThat(device, isSuch)
  })
}

/**
 * The commands by which a VLAN no longer loses its tag at these places: it leaves with its tag again where a Linux bridge sent it
 * untagged, and trunks get a native VLAN that nothing uses. And what to mind on the way (facts J5, J14).
 */
export function movedNative(
  view: SiteView,
  vlan: Vid,
  escapes: readonly Escape[],
): { fix: FixStep[]; caution: string | null } {
  const trunks = trunksWithNative(view, vlan)
  const bare = escapes.filter(({ out }) => leavesBeside(out, vlan))
  const retagged = bare.map(({ out }) => taggedAgain(out, vlanSet(vlan)))
  if (!escapes.some(({ out }) => trunks.includes(out))) {
    if (retagged.length > 0) return { fix: retagged, caution: READ_UNTAGGED }
    return {
      fix: [],
      caution: 'The frame leaves by an access port: make that link a trunk with an unused native VLAN.',
    }
  }
  const hypervisor = trunks.some(({ role }) => role === 'hypervisor')
  return {
    fix: [...retagged, ...nativeSteps(view, trunks, unusedVlan(view, 'native'))],
    caution: hypervisor
      ? `Untagged port groups (VLAN 0, often the management network) lose their network: retag them first. The far end of every trunk must change too.`
      : farEndToo(view, trunks),
  }
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
export function farEndToo(view: SiteView, trunks: readonly PortView[]): string {
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
