/** Ethernet ports by the full word a device writes, and the megabits per second that it tells; plain `Ethernet` tells none. */
const ETHERNETS = {
  Ethernet: null,
  FastEthernet: 100,
  GigabitEthernet: 1_000,
  TwoGigabitEthernet: 2_500,
  FiveGigabitEthernet: 5_000,
  TenGigabitEthernet: 10_000,
  TwentyFiveGigE: 25_000,
  FortyGigabitEthernet: 40_000,
  FiftyGigE: 50_000,
  HundredGigE: 100_000,
  TwoHundredGigE: 200_000,
  FourHundredGigE: 400_000,
} as const

type EthernetKind = keyof typeof ETHERNETS

/** Kinds of interfaces by the full word a device writes; a shorter word is any beginning of it that fits no other. */
const KINDS = [
  ...(Object.keys(ETHERNETS) as EthernetKind[]),
  'AppGigabitEthernet',
  'Port-channel',
  'Vlan',
  'Loopback',
  'Tunnel',
  'Management',
  'mgmt',
  'Serial',
  'Null',
  'BVI',
  'Bluetooth',
  'Cellular',
  'Dialer',
  'Async',
  'Virtual-Template',
  'nve',
  'Vxlan',
] as const

/** A kind of interface. */
export type InterfaceKind = (typeof KINDS)[number]

/** Short forms that devices print and people type, which are no beginning of one full word alone. */
const SHORT = new Map<string, InterfaceKind>([
  ['f', 'FastEthernet'],
  ['fi', 'FiveGigabitEthernet'],
  ['fo', 'FortyGigabitEthernet'],
  ['t', 'TenGigabitEthernet'],
  ['tw', 'TwoGigabitEthernet'],
  ['portchannel', 'Port-channel'],
])

/** What words were found to mean. */
const KIND_OF = new Map<string, InterfaceKind | null>()

/** The kind that this word means, in full or short; null for none. */
export function interfaceKind(word: string): InterfaceKind | null {
  let kind = KIND_OF.get(word)
  if (kind === undefined) {
    const typed = word.toLowerCase()
    const [only = null, ...others] = KINDS.filter((each) => each.toLowerCase().startsWith(typed))
    kind = SHORT.get(typed) ?? (others.length === 0 ? only : null)
    if (KIND_OF.size < 1000) KIND_OF.set(word, kind)
  }
  return kind
}

/** Whether an interface of this kind is an Ethernet port that can be a switch port. */
export function isEthernet(kind: InterfaceKind): kind is EthernetKind {
  return kind in ETHERNETS
}

/** The megabits per second that a kind of interface tells; null for one that tells none. */
export function speedOf(kind: InterfaceKind): number | null {
  return isEthernet(kind) ? ETHERNETS[kind] : null
}
