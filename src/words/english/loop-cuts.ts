import type { LoopCut } from '../../net/event.ts'
import { ALL_VLANS, countVlans, sameVlans, showVlans, type VlanSet, vlanSet } from '../../net/vlan-set.ts'

/** Trees that are told one by one: in a site of many roots the first stand for the others. */
const MOST_TREES = 3

type Where = { readonly device: string; readonly port: string; readonly cuts: readonly LoopCut[] }

/** That spanning tree blocks a port against loops, in one sentence. */
export function blocksLoop({ device, port, cuts }: Where): string {
  const vlans = vlanSet(...cuts.flatMap((cut) => cut.vlans))
  const [only, ...others] = cuts
  const head = sameVlans(vlans, ALL_VLANS)
    ? `Spanning tree blocks ${device} ${port}`
    : `Spanning tree blocks ${vlanWords(vlans)} at ${device} ${port}`
  if (!only || others.length > 0) return `${head}, so that no frame goes round in a loop.`
  return only.kept
    ? `${head}: ${device} keeps ${only.kept.port}, its way to the root ${only.root}.`
    : `${head}: ${device} is the root, and this cable leads back to it.`
}

/** Why the root is the root, and why this port blocks and no other, as sentences for each tree. */
export function whyCut({ device, port, cuts }: Where): string[] {
  return cuts
    .slice(0, MOST_TREES)
    .flatMap((cut) => [
      `${cut.root} is the root of ${vlanWords(cut.vlans)}: ${whyRoot(cut)}.`,
      `${decided(device, port, cut)}.`,
    ])
}

function whyRoot({ rival }: LoopCut): string {
  return rival === null
    ? 'its bridge priority is the best'
    : `no bridge priority is better, and of the switches with the same, such as ${rival}, its address is the lowest`
}

function decided(device: string, port: string, { kept, cut, by }: LoopCut): string {
  const better = by === 'priority' ? 'the better bridge priority' : 'the lower address'
  if (!kept || cut.over.device === device)
    return `Of both ends, ${device} ${cut.over.port} is the better port`
  if (by === 'cost') return `By ${kept.port} the way there costs ${kept.cost}, by ${port} ${cut.cost}`
  if (kept.cost < cut.cost) {
    return `${cut.over.device} and ${device} are as near to it: ${cut.over.device} has ${better}`
  }
  const equal = `By ${kept.port} and by ${port} the way there costs ${cut.cost}`
  if (by !== 'port') return `${equal}: ${kept.over.device} has ${better} than ${cut.over.device}`
  const isFarPort = kept.over.port !== cut.over.port
  const [first, second] = isFarPort ? [kept.over.port, cut.over.port] : [kept.port, port]
  return `${equal}: ${isFarPort ? cut.over.device : device} ${first} is a better port than ${second}`
}

function vlanWords(vlans: VlanSet): string {
  return `VLAN${countVlans(vlans) > 1 ? 's' : ''} ${showVlans(vlans)}`
}
