import { LONGEST_LINE, type Output, type PastedLine, type PastedOutput } from './pasted.ts'

/** What a text is made of: configuration, and outputs of show commands between its lines. */
export type FoundOutputs = {
  /** The text with the lines of the outputs blank, so that every other line keeps its number. */
  readonly config: string
  readonly outputs: readonly PastedOutput[]
  /** The device's name in the first prompt before an output, or null. */
  readonly prompt: string | null
}

/** Whether a text may hold one of these outputs. Quick, whatever the size of the text. */
export function mayHold(text: string, outputs: readonly Output[]): boolean {
  return outputs.some(({ signatures }) => signatures.some((words) => text.includes(words)))
}

/** What stands in the place of a line that is no configuration. */
const BLANK = ' '
/** A prompt, and what was typed after it. */
const PROMPT = /^([A-Za-z0-9][\w.-]{0,62})(?:\([\w\-+/. ]{1,40}\))?[#>][ \t]*(.{0,200})/
const SHOWS = /^(?:do[ \t]+)?sho?w?[ \t]+\S/i
/** What a device prints first before its configuration. */
const CONFIGURATION = /^(?:Building configuration|Current configuration|Using \d+ )/
/** What stands where the terminal stopped a long output. */
const PAGING = /^[ \x08\r]*-+ ?More ?-+[ \x08\r]*/i

/** Takes these outputs of show commands out of a text, whose first line has this number in its file. */
export function findOutputs(text: string, known: readonly Output[], firstLine = 1): FoundOutputs {
  if (!mayHold(text, known)) return { config: text, outputs: [], prompt: null }
  const raw = text.split('\n')
  const outputs: { output: Output; lines: PastedLine[] }[] = []
  let open: { output: Output; lines: PastedLine[]; free: boolean } | null = null
  let prompt: string | null = null
  const beginsAt = (index: number): Output | undefined => {
    const line = cleaned(raw[index] ?? '')
    return known.find((each) => each.begins(line, cleaned(raw[index + 1] ?? '')))
  }
  const config = raw.map((written, index) => {
    const line = cleaned(written)
    const [, named, command = ''] = PROMPT.exec(line) ?? []
    if (named !== undefined) {
      prompt ??= named
      open = null
      return SHOWS.test(command) && printsOutput(raw, index, beginsAt) ? BLANK : written
    }
    const output = beginsAt(index)
    if (output && output !== open?.output) {
      open = { output, lines: [], free: false }
      outputs.push({ output, lines: open.lines })
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

/**
 * Whether the output of the command at this prompt is one that is read. The line of any other `show` command stays, so that the reader
 * of configurations knows that what follows is none.
 */
function printsOutput(
  raw: readonly string[],
  prompt: number,
  beginsAt: (index: number) => Output | undefined,
): boolean {
  let first = prompt + 1
  while (first < raw.length && cleaned(raw[first] ?? '').trim() === '') first++
  return beginsAt(first) !== undefined
}

function belongs(
  open: { output: Output; lines: readonly PastedLine[]; free: boolean },
  line: string,
): boolean {
  if (line.trim() === '') {
    open.free = false
    return true
  }
  if (line.length > LONGEST_LINE) return false
  if (open.free) return true
  if (CONFIGURATION.test(line)) return false
  const { freeText, goesOn, begins } = open.output
  open.free = freeText?.test(line) ?? false
  return open.free || open.lines.length === 0 || goesOn.test(line) || begins(line, '')
}

function cleaned(line: string): string {
  return line.replace(PAGING, '').trimEnd()
}
