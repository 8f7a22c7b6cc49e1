export { showBlockedPorts } from './blocked-ports.ts'
export { CDP_EVERY, showCdp, showCdpDetail, speaksCdp } from './cdp.ts'
export { showDtp, showDtpInterface } from './dtp.ts'
export { showEtherchannels } from './etherchannel.ts'
export { longVlan, showInconsistentPorts } from './inconsistent-ports.ts'
export { showDescriptions, showStatus } from './interfaces.ts'
export { farEnds } from './links.ts'
export { showMacTable } from './mac-table.ts'
export { atTime, endOf, type Moment, type MomentAt, momentOf } from './moment.ts'
export {
  type Inconsistency,
  inconsistencies,
  type NativeMismatch,
  nativeMismatches,
} from './native-mismatch.ts'
export { showNativeTagging } from './native-tagging.ts'
export { showRunningConfig, showRunningInterface } from './running-config.ts'
export type { Shown } from './shown.ts'
export { type Operating, type ShownPort, shownPort, shownPorts } from './shown-ports.ts'
export { showSpanningTree, showSpanningTreeVlan } from './spanning-tree.ts'
export { showSwitchport } from './switchport.ts'
export { showTrunk } from './trunk.ts'
export { showVlan, showVlanBrief, showVlanNumber } from './vlan-brief.ts'
export { showVtpStatus } from './vtp-status.ts'
