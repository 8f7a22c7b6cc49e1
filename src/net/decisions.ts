/**
 * Every decision a device can take, by a name that stays put: words/ turns it into a sentence, tests and lessons refer to
 * it. The value is the section of facts it rests on.
 */
export const DECISIONS = {
  // ingress: which VLAN is this frame in?
  'in/untagged-access': 'A3 step 2',
  'in/untagged-native': 'A3 step 2',
  'in/own-tag-access': 'C3, J1',
  'in/priority-tag': 'A3 step 2, C3',
  'in/voice-tag': 'D6',
  'in/tag-trunk': 'A3 steps 2-3',
  'drop/port-down': 'D3',
  'drop/routed-port': 'A3',
  'drop/tag-on-access': 'C3, J1',
  'drop/other-tag-on-access': 'C3',
  'drop/priority-tag': 'C3',
  'drop/reserved-vid': 'A2',
  'drop/not-allowed': 'A3 step 3',
  'drop/native-not-allowed': 'C6',
  'drop/untagged-on-tagged-native': 'C4',
  'drop/vlan-missing': 'A3 step 3, J3',
  'drop/vlan-suspended': 'A3 step 3',
  'drop/blocked': 'B3, C5',
  // relay: to which ports?
  'learn/source': 'A3 step 4',
  'relay/known': 'A3 step 5',
  'relay/flood-unknown': 'A3 step 5',
  'relay/flood-group': 'A3 step 5',
  'relay/same-port': 'A3 step 5',
  // egress: may it leave, and tagged or not?
  'out/access': 'A3 step 7',
  'out/native-untagged': 'A3 step 7, C1',
  'out/native-tagged': 'C4',
  'out/tagged': 'A3 step 7',
  'out/voice-tagged': 'D6',
  'hold/port-down': 'D3',
  'hold/routed-port': 'A3',
  'hold/not-member': 'A3 step 6',
  'hold/not-allowed': 'A3 step 6',
  'hold/native-not-allowed': 'C6',
  'hold/blocked': 'A3 step 6',
  // DTP
  'dtp/says': 'B1, B2',
  'dtp/heard': 'B1',
  'dtp/becomes-trunk': 'B3, G2',
  'dtp/becomes-access': 'B3, G2',
  'dtp/agrees': 'B3, G2',
  'dtp/static-access': 'B3, D2',
  'dtp/static-trunk': 'B3',
  'dtp/not-listening': 'D1',
  'dtp/both-wait': 'B3',
  'dtp/peer-wants-access': 'B3',
  'dtp/domain-mismatch': 'B4',
  'dtp/no-common-encapsulation': 'B5',
  'dtp/timeout': 'B2',
  'dtp/link-lost': 'B8',
  // wires and stations
  'wire/cross': 'A1',
  'station/sends': 'A1',
  'station/addressed': 'E4',
  'station/overheard': 'B8',
  'station/ignored': 'E4',
  'station/reports': 'E4',
  // the operator
  'operator/configures': 'D3',
  'operator/plugs': 'A1',
  'operator/unplugs': 'A1',
} as const

/** The name of a decision. */
export type DecisionId = keyof typeof DECISIONS
