export { applyLine, applyLines, type Refused, type Typed } from './apply-lines.ts'
export type { Answer } from './command.ts'
export type { ReadRequest } from './dialect.ts'
export { commentSign } from './dialects.ts'
export { esxiCommands } from './esxi/commands.ts'
export { joinHypervisors } from './esxi/join.ts'
export { type SimulatedHost, simulatedHost } from './esxi/simulated-host.ts'
export { typeAtHypervisor } from './esxi/type-commands.ts'
export { findPort } from './find-port.ts'
export { hostCommands, takesShellCommands } from './host-commands.ts'
export type {
  HypervisorLine,
  HypervisorReading,
  PolicyAnswer,
  PolicyName,
  PortGroupReading,
  PortGroupVlan,
  SecurityPolicy,
  VmKernelPort,
  VSwitchReading,
} from './hypervisor-reading.ts'
export type { Neighbour, Observed, ObservedPort, Operation } from './observed.ts'
export { type Patch, type PatchLine, patch } from './patch.ts'
export { fewPorts, portList } from './port-list.ts'
export { portInWords, shortPortName } from './port-name.ts'
export { readConfig } from './read-config.ts'
export {
  type DeviceReading,
  type DialectName,
  type FileReading,
  type LineReading,
  type LineState,
  type MemberDifference,
  type PortNotes,
  type Touches,
  UnreadableConfig,
  type VlanInterface,
} from './reading.ts'
export { safeWays } from './safe-ways.ts'
export { cableEnd, type FoundLink, neighbourLinks, type SuggestedLink, suggestedLinks } from './site-links.ts'
export type { TypedChange } from './typed-change.ts'
export { writeConfig } from './write-config.ts'
export { styleOf, type WriteStyle, writePort } from './write-port.ts'
