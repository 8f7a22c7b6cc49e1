import { LONGEST_LINE, type OutputKind, type PastedLine, type PastedOutput } from './pasted.ts'

/** What a text is made of: configuration, and outputs of show commands between its lines. */
export type FoundOutputs = {
  /** The text with the lines of the outputs blank, so that every other line keeps its number. */
  readonly config: string
  readonly outputs: readonly PastedOutput[]
  /** The device's name in the first prompt before an output, or null. */
  readonly prompt: string | null
}

/** Words that stand in every output that is read: without one of them a text is not looked at any closer. */
const SIGNATURES = [
  'Switchport: ',
  'Vlans allowed',
  'Native vlan',
  'VLAN Name ',
  'DTP information',
  'Device ID:',
  'Device ID :',
  'Local Intf:',
]

/** Whether a text may hold an output of a show command. Quick, whatever the size of the text. */
export function mayHoldOutputs(text: string): boolean {
  return SIGNATURES.some((words) => text.includes(words))
}

/** How an output begins, and which lines go on with it. */
type Shape = {
  readonly kind: OutputKind
  readonly begins: (line: string, next: string) => boolean
  readonly goesOn: RegExp
  /** A line after which anything goes on until a blank line: the description of a neighbour's system. */
  readonly freeText?: RegExp
}

const FIELD = /^[A-Za-z][\w ()/.-]{0,50}? ?:/
const INDENTED = /^[ \t]+\S/

const SHAPES: readonly Shape[] = [
  {
    kind: 'show interfaces switchport',
    begins: (line, next) => /^[ \t]*Name: ?\S+$/.test(line) && /^[ \t]*Switchport:/.test(next),
    goesOn: /^[ \t]*(?:[A-Z][\w ./-]{0,50}:|Capture Mode (?:Dis|En)abled$|[\d,-]+$)/,
  },
  {
    kind: 'show interfaces trunk',
    begins: (line) =>
      /^[ \t]*Port[ \t]+(?:Mode[ \t]+Encapsulation[ \t]+Status|Vlans (?:allowed|in spanning))/.test(line),
    goesOn:
      /^[ \t]*(?:Port[ \t]|[A-Za-z][A-Za-z-]*[\d/]+[ \t]+(?:o[nf]|auto|desirable|nonegotiate|none|\d)|[\d,-]+$)/,
  },
  {
    kind: 'show vlan',
    begins: (line) => /^[ \t]*VLAN (?:Name[ \t]+Status[ \t]+Ports|Type[ \t]+SAID)/.test(line),
    goesOn:
      /^(?:[ \t]*(?:-{4}|\d{1,4}[ \t]+\S|VLAN Type|Remote SPAN|Primary[ \t]+Secondary)|[ \t]+(?:[A-Z][A-Za-z]*[\d/]+,?[ \t]*)+$)/,
  },
  {
    kind: 'show dtp',
    begins: (line) => /^[ \t]*(?:DTP information for |Global DTP information$)/.test(line),
    goesOn:
      /^(?:[ \t]+\S|(?:TO[ST]\/TA[ST]\/TN[ST]|Neighbor address|Hello timer|Access timer|Negotiation timer|Multidrop timer|FSM state|#? ?times multi|Enabled|In STP|Statistics|-{5,}|\d+ (?:packets|output|trunk|link|native|bad|nonegotiate|software))\b)/,
  },
  {
    kind: 'show cdp neighbors detail',
    begins: (line, next) =>
      /^[ \t]*Device ID ?:/.test(line) || (/^[ \t]*-{10,}$/.test(line) && /^[ \t]*Device ID ?:/.test(next)),
    goesOn: new RegExp(`${FIELD.source}|${INDENTED.source}|^-{10,}$|^Total cdp`),
    freeText: /^[ \t]*Version ?:/,
  },
  {
    kind: 'show lldp neighbors detail',
    begins: (line, next) =>
      /^[ \t]*Local Intf:/.test(line) || (/^[ \t]*-{10,}$/.test(line) && /^[ \t]*Local Intf:/.test(next)),
    goesOn: new RegExp(`${FIELD.source}|${INDENTED.source}|^-{10,}$|^[A-Z][\\w ]{1,40} - |^Total entries`),
    freeText: /^[ \t]*System Description:/,
  },
]

/** What stands in the place of a line that is no configuration. */
const BLANK = ' '
/** A prompt, and what was typed after it. */
const PROMPT = /^([A-Za-z0-9][\w.-]{0,62})(?:\([\w\-+/. ]{1,40}\))?[#>][ \t]*(.{0,200})/
const SHOWS = /^(?:do[ \t]+)?sho?w?[ \t]+\S/i
/** What a device prints first before its configuration. */
const CONFIGURATION = /^(?:Building configuration|Current configuration|Using \d+ )/
/** What stands where the terminal stopped a long output. */
const PAGING = /^[ \x08\r]*-+ ?More ?-+[ \x08\r]*/i

/** Takes the outputs of show commands out of a text, whose first line has this number in its file. */
export function findOutputs(text: string, firstLine = 1): FoundOutputs {
  if (!mayHoldOutputs(text)) return { config: text, outputs: [], prompt: null }
  const raw = text.split('\n')
  const outputs: { kind: OutputKind; lines: PastedLine[] }[] = []
  let open: { shape: Shape; lines: PastedLine[]; free: boolean } | null = null
  let prompt: string | null = null
  const config = raw.map((written, index) => {
    const line = cleaned(written)
    const [, named, command = ''] = PROMPT.exec(line) ?? []
    if (named !== undefined) {
      prompt ??= named
      open = null
      return SHOWS.test(command) ? BLANK : written
    }
    const shape = SHAPES.find((each) => each.begins(line, cleaned(raw[index + 1] ?? '')))
    if (shape && shape.kind !== open?.shape.kind) {
      open = { shape, lines: [], free: false }
      outputs.push({ kind: shape.kind, lines: open.lines })
    }
    const afterLast = written === '' && index === raw.length - 1
    if (!open || afterLast || !belongs(open, line)) {
      open = null
      return written
    }
    open.lines.push({ line: firstLine + index, text: line })
    return BLANK
  })
  if (outputs.length === 0) return { config: text, outputs, prompt: null }
  return { config: config.join('\n'), outputs, prompt }
}

function belongs(open: { shape: Shape; lines: readonly PastedLine[]; free: boolean }, line: string): boolean {
  if (line.trim() === '') {
    open.free = false
    return true
  }
  if (line.length > LONGEST_LINE) return false
  if (open.free) return true
  if (CONFIGURATION.test(line)) return false
  open.free = open.shape.freeText?.test(line) ?? false
  return open.free || open.lines.length === 0 || open.shape.goesOn.test(line) || open.shape.begins(line, '')
}

function cleaned(line: string): string {
  return line.replace(PAGING, '').trimEnd()
}
