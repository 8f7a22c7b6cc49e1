import type { Part } from './dialect.ts'
import { type NamedAt, sameDevice, sessionPrompts } from './session-prompts.ts'

/** Where a device's part begins or the one before it has ended. */
const ENDS = /^end[ \t]*\r?$/
const BEGINS =
  /^(?:building configuration|current configuration|! ?command: ?show running-config|[A-Za-z0-9][\w.-]*[#>][ \t]*sh\w* +run|-+ *show running-config)/i

/** A device named in the text: by a `hostname` line, or by a prompt before a show command. */
type Named = NamedAt & { readonly by: 'hostname' | 'prompt' }

/** The output of another command follows: what looks like a name there is none. */
const OTHER_OUTPUT =
  /^(?:-{3,}[ \t]*show[ \t]+(?!run|start|conf)|[A-Za-z0-9][\w.-]*[#>][ \t]*sh\w*[ \t]+(?!run|start|conf))/i

/**
 * The parts of a text that holds several devices, one after the other: each has a `hostname` of its own, and before it stands the
 * `end` of the one before, or what a device says before its configuration; or a recorded session goes on at another device, whose
 * prompt tells. A text of one device is one part.
 */
export function splitDevices(text: string): Part[] {
  const named = namesIn(text)
  const cuts: number[] = []
  for (let i = 1; i < named.length; i++) {
    const before = named[i - 1]
    const here = named[i]
    if (!before || !here) continue
    const cut =
      before.by === 'prompt' || here.by === 'prompt'
        ? sessionCut(text, before, here)
        : cutBetween(text, before, here)
    if (cut !== null && cut > (cuts.at(-1) ?? 0)) cuts.push(cut)
  }
  return parts(text, cuts)
}

function cutBetween(text: string, before: Named, here: Named): number | null {
  const found = boundary(text, before.at, here.at) ?? (before.name === here.name ? 'none' : here.at)
  return found === 'none' ? null : found
}

/** Where a session leaves a device for another; a prompt and a configuration of one name belong together. */
function sessionCut(text: string, before: Named, here: Named): number | null {
  if (sameDevice(before.name, here.name)) return null
  const found = here.by === 'prompt' ? here.at : boundary(text, before.at, here.at)
  return found === 'none' ? null : found
}

function namesIn(text: string): Named[] {
  const prompts = sessionPrompts(text).map((prompt): Named => ({ ...prompt, by: 'prompt' }))
  return prompts.length === 0 ? hostnames(text) : [...hostnames(text), ...prompts].sort((a, b) => a.at - b.at)
}

function parts(text: string, cuts: readonly number[]): Part[] {
  if (cuts.length === 0) return [{ text, firstLine: 1 }]
  const made: Part[] = []
  let from = 0
  let firstLine = 1
  for (const to of [...cuts, text.length]) {
    const part = text.slice(from, to)
    made.push({ text: part, firstLine })
    firstLine += countLines(part)
    from = to
  }
  return made
}

/** A line that names the device. As an expression it is found in a quarter of the time that `indexOf` takes. */
const HOSTNAME = /(?<![^\n])hostname ([^\n]{0,200})/g

function hostnames(text: string): Named[] {
  return [...text.matchAll(HOSTNAME)].map(({ index, 1: name = '' }) => {
    return { at: index, name: name.trim(), by: 'hostname' }
  })
}

/**
 * Where a device begins between two names: after the last `end`, or where its configuration is announced. `none` where the second
 * name stands in the output of another command, null where nothing tells.
 */
function boundary(text: string, from: number, to: number): number | 'none' | null {
  let announced: number | null = null
  for (let end = to - 1; end > from; ) {
    const start = text.lastIndexOf('\n', end - 1) + 1
    const line = text.slice(start, Math.min(end, start + 200))
    if (announced === null && OTHER_OUTPUT.test(line)) return 'none'
    if (ENDS.test(line)) return end + 1
    if (BEGINS.test(line)) announced = start
    end = start - 1
  }
  return announced
}

function countLines(text: string): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
