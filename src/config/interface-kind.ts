/** Ethernet ports by the full word a device writes. */
const ETHERNETS = [
  'Ethernet',
  'FastEthernet',
  'GigabitEthernet',
  'TwoGigabitEthernet',
  'FiveGigabitEthernet',
  'TenGigabitEthernet',
  'TwentyFiveGigE',
  'FortyGigabitEthernet',
  'FiftyGigE',
  'HundredGigE',
  'TwoHundredGigE',
  'FourHundredGigE',
] as const

/** Kinds of interfaces by the full word a device writes; a shorter word is any beginning of it that fits no other. */
const KINDS = [
  ...ETHERNETS,
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

/** Short forms that devices print and people type, where the beginning of the full word would be another kind. */
const SHORT: Readonly<Record<string, InterfaceKind>> = {
  e: 'Ethernet',
  et: 'Ethernet',
  eth: 'Ethernet',
  f: 'FastEthernet',
  fa: 'FastEthernet',
  fas: 'FastEthernet',
  g: 'GigabitEthernet',
  gi: 'GigabitEthernet',
  gig: 'GigabitEthernet',
  tw: 'TwoGigabitEthernet',
  fi: 'FiveGigabitEthernet',
  t: 'TenGigabitEthernet',
  te: 'TenGigabitEthernet',
  ten: 'TenGigabitEthernet',
  twe: 'TwentyFiveGigE',
  fo: 'FortyGigabitEthernet',
  hu: 'HundredGigE',
  ap: 'AppGigabitEthernet',
  po: 'Port-channel',
  portchannel: 'Port-channel',
  vl: 'Vlan',
  lo: 'Loopback',
  tu: 'Tunnel',
  ma: 'Management',
  se: 'Serial',
}

const KIND_OF = new Map<string, InterfaceKind | null>()

/** The kind that this word means, in full or short; null for none. */
export function kindOf(word: string): InterfaceKind | null {
  let kind = KIND_OF.get(word)
  if (kind === undefined) {
    const typed = word.toLowerCase()
    const known = KINDS.filter((each) => each.toLowerCase().startsWith(typed))
    const only = known.length === 1 ? known[0] : undefined
    kind = KINDS.find((each) => each.toLowerCase() === typed) ?? SHORT[typed] ?? only ?? null
    if (KIND_OF.size < 1000) KIND_OF.set(word, kind)
  }
  return kind
}

/** Interface kinds that can be switch ports. */
export const ETHERNET_KINDS: ReadonlySet<InterfaceKind> = new Set([...ETHERNETS, 'Port-channel'])

/** The short forms that IOS prints in tables. */
export const SHORT_FORM: Readonly<Partial<Record<InterfaceKind, string>>> = {
  Ethernet: 'Et',
  FastEthernet: 'Fa',
  GigabitEthernet: 'Gi',
  TwoGigabitEthernet: 'Tw',
  FiveGigabitEthernet: 'Fi',
  TenGigabitEthernet: 'Te',
  TwentyFiveGigE: 'Twe',
  FortyGigabitEthernet: 'Fo',
  HundredGigE: 'Hu',
  'Port-channel': 'Po',
  Vlan: 'Vl',
}
