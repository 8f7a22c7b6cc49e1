import { dtpDynamicPort } from './dtp-dynamic-port.ts'
import { nativeDefaultVlan } from './native-default-vlan.ts'
import { nativeInUse } from './native-in-use.ts'
import type { Rule } from './rule.ts'

/** Every rule, in the order in which findings are told. */
export const RULES: readonly Rule[] = [dtpDynamicPort, nativeInUse, nativeDefaultVlan]
