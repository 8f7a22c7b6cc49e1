export { showDtp, showDtpInterface } from './dtp.ts'
export { longVlan, showInconsistentPorts } from './inconsistent-ports.ts'
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
export { showSwitchport } from './switchport.ts'
export { showTrunk } from './trunk.ts'
export { showVlanBrief } from './vlan-brief.ts'
