/** The bridge's two decisions: ingress puts a frame in a VLAN, egress says whether it leaves and with a tag (facts A3, G2). */
export type { AskOption, BridgePort, Egress, Ingress } from './bridge-port.ts'
export { nativeTagging } from './bridge-port.ts'
export { egress } from './egress.ts'
export { ingress, tagRead } from './ingress.ts'
