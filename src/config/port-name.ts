import { type InterfaceKind, interfaceKind, isEthernet } from '../net/interface-kind.ts'

/** An interface name taken apart. */
export type PortName = {
  readonly kind: InterfaceKind
  /** Number of the sub-interface, or null. */
  readonly sub: number | null
  /** As written, without blanks. */
  readonly written: string
  /** The same for every way of writing this name: `GigabitEthernet1/0/24`. */
  readonly key: string
  /** The last number of the key, without leading zeros and of nine digits at most, and what stands before it. */
  readonly number: number
  readonly stem: string
}

const NAME = /^([a-z][a-z-]*?)[ \t]*(\d+(?:\/\d+){0,4}(?:\.(\d{1,10}))?)$/i
const LONGEST_NAME = 80

/** The interface a name means, whether written in full (`GigabitEthernet1/0/1`) or short (`Gi1/0/1`, `gi 1/0/1`); null for none. */
export function readPortName(text: string): PortName | null {
  if (text.length > LONGEST_NAME) return null
  return readNeighbour(text) ?? readAny(text)
}

/** What stood before the last number of the last name that was written in full: the next name mostly differs in that number alone. */
let last: Pick<PortName, 'kind' | 'stem'> = { kind: 'GigabitEthernet', stem: 'GigabitEthernet1/0/' }

/** A name like the last one but for its last number, without the detour over a regular expression; null for any other. */
function readNeighbour(text: string): PortName | null {
  const { kind, stem } = last
  // A cut and a comparison take half as long as `startsWith`.
  if (text.slice(0, stem.length) !== stem) return null
  const number = numberFrom(text, stem.length)
  return number === null ? null : { kind, sub: null, written: text, key: text, number, stem }
}

function readAny(text: string): PortName | null {
  const [, word, tail, sub] = NAME.exec(text) ?? []
  if (word === undefined || tail === undefined) return null
  const kind = interfaceKind(word)
  if (!kind) return null
  const written = text.length === word.length + tail.length ? text : word + tail
  const key = word === kind ? written : kind + tail
  const from = numberStart(tail)
  const stem = kind + tail.slice(0, from)
  if (word === kind && sub === undefined && (from === 0 || tail[from - 1] === '/')) last = { kind, stem }
  return {
    kind,
    sub: sub === undefined ? null : Number(sub),
    written,
    key,
    number: Number(tail.slice(from)),
    stem,
  }
}

/** Most digits that are counted as one number. */
const MOST_DIGITS = 9
const ZERO = 0x30
const NINE = 0x39

/** Where the last number begins; leading zeros stand before it, so that `01` and `1` stay different. */
function numberStart(text: string): number {
  let from = text.length
  while (from > 0 && text.length - from < MOST_DIGITS && isDigit(text.charCodeAt(from - 1))) from--
  while (from < text.length - 1 && text.charCodeAt(from) === ZERO) from++
  return from
}

/** The number that fills a text from here to its end; null where something else does. */
function numberFrom(text: string, from: number): number | null {
  const digits = text.length - from
  if (digits < 1 || digits > MOST_DIGITS || (digits > 1 && text.charCodeAt(from) === ZERO)) return null
  let number = 0
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (!isDigit(code)) return null
    number = number * 10 + code - ZERO
  }
  return number
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE
}

/** The numbers of a name as written: `1/0/24`. */
export function numbersOf({ kind, key }: PortName): string {
  return key.slice(kind.length)
}

/** Whether an interface of this name can be a switch port: Ethernet or a port-channel, and no sub-interface. */
export function canSwitch(name: PortName): boolean {
  return name.sub === null && (isEthernet(name.kind) || name.kind === 'Port-channel')
}

/** The short forms that IOS prints in tables. */
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
  return name && short !== undefined ? short + numbersOf(name) : text
}

/** A port's name in a sentence: in full where a text has it as some device writes it, else as IOS prints it short. */
export function portInWords(name: string): string {
  const key = readPortName(name)?.key
  // NX-OS and EOS write this one word in other capitals.
  const isInFull = key === name || key === name.replace(/^port-channel/i, 'Port-channel')
  return isInFull ? name : shortPortName(name)
}
