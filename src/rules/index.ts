import { dtpDynamicPort } from './dtp-dynamic-port.ts'
import { nativeDefaultVlan } from './native-default-vlan.ts'
import { nativeInUse } from './native-in-use.ts'
import type { Rule } from './rule.ts'

/** Every rule, in the order of `RULE_IDS`. */
export const RULES: readonly Rule[] = [dtpDynamicPort, nativeDefaultVlan, nativeInUse]
