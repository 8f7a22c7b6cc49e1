/** Kinds of interfaces by the full word a device writes; a shorter word is any beginning of it that fits no other first. */
const KINDS = [
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

function kindOf(word: string): InterfaceKind | null {
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

/** An interface name taken apart. */
export type PortName = {
  readonly kind: InterfaceKind
  /** The numbers as written: `1/0/24`. */
  readonly numbers: string
  /** Number of the sub-interface, or null. */
  readonly sub: number | null
  /** As written, without blanks. */
  readonly written: string
  /** The same for every way of writing this name: `GigabitEthernet1/0/24`. */
  readonly key: string
}

const NAME = /^([a-z][a-z-]*?)[ \t]*(\d+(?:\/\d+){0,4})(?:\.(\d{1,10}))?$/i
const LONGEST_NAME = 80

/** The interface a name means, whether written in full (`GigabitEthernet1/0/1`) or short (`Gi1/0/1`, `gi 1/0/1`); null for none. */
export function readPortName(text: string): PortName | null {
  if (text.length > LONGEST_NAME) return null
  return readInFull(text) ?? readInShort(text)
}

/** The kind whose full word began the last name: those of one device mostly begin alike. */
let lastKind: InterfaceKind = 'GigabitEthernet'

/** A name as devices write it, a full word and numbers, without the detour over a regular expression; null for any other. */
function readInFull(text: string): PortName | null {
  const kind = text.startsWith(lastKind) ? lastKind : null
  if (kind === null || !areNumbers(text, kind.length)) return null
  return { kind, numbers: text.slice(kind.length), sub: null, written: text, key: text }
}

const SLASH = 0x2f
const MOST_NUMBERS = 5

/** Whether a text is `1`, `1/2` and so on from here to its end. */
function areNumbers(text: string, from: number): boolean {
  let numbers = 0
  let digits = 0
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === SLASH && digits > 0) digits = 0
    else if (code >= 0x30 && code <= 0x39) {
      if (digits++ === 0) numbers++
    } else return false
  }
  return digits > 0 && numbers <= MOST_NUMBERS
}

function readInShort(text: string): PortName | null {
  const [, word, numbers, sub] = NAME.exec(text) ?? []
  if (word === undefined || numbers === undefined) return null
  const kind = kindOf(word)
  if (!kind) return null
  if (word === kind) lastKind = kind
  const tail = sub === undefined ? numbers : `${numbers}.${sub}`
  const written = text.length === word.length + tail.length ? text : word + tail
  return {
    kind,
    numbers,
    sub: sub === undefined ? null : Number(sub),
    written,
    key: word === kind ? written : kind + tail,
  }
}

/** Most ports that one `interface range` may name; a longer one is not a switch's. */
export const LONGEST_RANGE = 4096

/**
 * The ports of `interface range`: `Gi1/0/1 - 24`, `Gi1/0/1-24,Gi1/0/30`, `fa0/1 , fa0/5 - 6`, and `Ethernet1/1-1/16` as NX-OS has
 * it. Null where it is no such range.
 */
export function readPortRange(text: string): PortName[] | null {
  const ports: PortName[] = []
  let kind = ''
  for (const part of text.split(',')) {
    const [from, to, more] = part
      .split(/(?<=\d)[ \t]*-[ \t]*(?=\d|[a-z]+[ \t]*\d)/i)
      .map((each) => each.trim())
    if (!from || more !== undefined) return null
    const first = readPortName(/^\d/.test(from) ? kind + from : from)
    if (!first) return null
    kind = /^[a-z-]+/i.exec(first.written)?.[0] ?? ''
    if (to === undefined) {
      ports.push(first)
      continue
    }
    const last = readLast(to)
    const low = lastNumber(first.numbers)
    if (last === null || last < low || ports.length + last - low >= LONGEST_RANGE) return null
    const slot = first.numbers.slice(0, first.numbers.length - String(low).length)
    for (let n = low; n <= last; n++) {
      const port = readPortName(`${kind}${slot}${n}`)
      if (port) ports.push(port)
    }
  }
  return ports
}

function lastNumber(numbers: string): number {
  return Number(numbers.slice(numbers.lastIndexOf('/') + 1))
}

/** The end of a range: a bare number, or a name whose last number counts. */
function readLast(text: string): number | null {
  const end = /(\d{1,6})$/.exec(text)?.[1]
  return end === undefined ? null : Number(end)
}

/** Interface kinds that can be switch ports. */
const ETHERNET: ReadonlySet<InterfaceKind> = new Set([
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
  'Port-channel',
])

/** Whether an interface of this name can be a switch port: Ethernet or a port-channel, and no sub-interface. */
export function canSwitch(name: PortName): boolean {
  return name.sub === null && ETHERNET.has(name.kind)
}

const SHORT_FORM: Readonly<Partial<Record<InterfaceKind, string>>> = {
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

/** The short form of a name as IOS prints it in tables: `Gi1/0/1`. */
export function shortPortName(text: string): string {
  // A card of a host is called as it is written: `eth1` is no Ethernet1.
  if (/^eth\d+$/.test(text)) return text
  const name = readPortName(text)
  const short = name ? SHORT_FORM[name.kind] : undefined
  return name && short !== undefined ? short + name.key.slice(name.kind.length) : text
}
