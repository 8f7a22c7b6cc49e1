import type { AskOption } from './bridge-port.ts'
import type { DecisionId } from './decisions.ts'
import { isGroup, type Mac } from './frame.ts'

const IEEE_RESERVED = /^01:80:c2:00:00:0[0-9a-f]$/
/** Where BPDUs go (facts A4). A bridge that passes these on passes those of PVST+ on too. */
export const BRIDGE_GROUP: Mac = '01:80:c2:00:00:00'
const PAUSE: Mac = '01:80:c2:00:00:01'
/** CDP, VTP, DTP and others; PVST+; the old PVST+ address; ISL (facts A4, B1). */
const CISCO_RESERVED: ReadonlySet<Mac> = new Set([
  '01:00:0c:cc:cc:cc',
  '01:00:0c:cc:cc:cd',
  '01:00:0c:cd:cd:cd',
  '01:00:0c:00:00:00',
])
const ZERO: Mac = '00:00:00:00:00:00'

/** A frame that is not relayed because of its addresses; `learns` says whether its source is noted all the same. */
export type AddressRule = { readonly decision: DecisionId; readonly learns: boolean }

/** Whether the destination keeps the frame from being relayed: link-local group addresses (facts A3), by platform. */
export function destinationRule(dst: Mac, ask: AskOption): AddressRule | null {
  if (!dst.startsWith('01:')) return null
  const ieee = IEEE_RESERVED.test(dst)
  if (!ieee && !CISCO_RESERVED.has(dst)) return null
  switch (ask('reservedAddresses')) {
    case 'flooded':
      return null
    case 'ieee':
      return ieee && dst !== BRIDGE_GROUP
        ? { decision: 'drop/reserved-address', learns: dst !== PAUSE }
        : null
    case 'ieee-and-cisco':
      return { decision: 'drop/reserved-address', learns: false }
  }
}

/** Whether the source keeps the frame from being relayed: no station sends from a group address or from zero. */
export function sourceRule(src: Mac, ask: AskOption): AddressRule | null {
  if (src !== ZERO && !isGroup(src)) return null
  return ask('groupSource') === 'dropped' ? { decision: 'drop/group-source', learns: false } : null
}
