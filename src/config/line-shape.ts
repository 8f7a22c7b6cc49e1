/** What a line is by its form alone, whatever it may belong to. */
export type LineShape =
  /** Empty, a comment, or what devices and terminals print around a configuration. */
  | { readonly kind: 'nothing' }
  /** `interface NAMES`, `interface range NAMES`, `default interface NAMES`. */
  | { readonly kind: 'interface'; readonly names: string; readonly range: boolean; readonly undo: boolean }
  /** `exit`, `end`. */
  | { readonly kind: 'leaves'; readonly all: boolean }
  /** A `show` command at a prompt, or the heading of its part in a `show tech`: output follows, a configuration or another. */
  | { readonly kind: 'shows'; readonly configuration: boolean }
  /** A prompt at which something else was typed: whatever was shown before is over. */
  | { readonly kind: 'prompted'; readonly command: string }
  /** `banner ...`, with what stands after it: text follows that may look like anything. */
  | { readonly kind: 'banner'; readonly command: string; readonly said: string }
  | { readonly kind: 'command'; readonly command: string }

const NOTHING: LineShape = { kind: 'nothing' }

const INTERFACE = /^(no |default )?[ \t]*int(?:e|er|erf|erfa|erfac|erface)?[ \t]+(range[ \t]+)?(\S.*)$/i
const LEAVES = /^(?:end|exit|quit|exit-\S+)$/i
/** What `show running-config` says first, and what a terminal prints between pages. */
const WRAPPING =
  /^(?:building configuration\.\.\.|current configuration ?:.*|using \d+ .*bytes.*|load for .*|time source .*)$/i
/** A paging mark, which the terminal wrote over: backspaces and blanks, or an erasing sequence, before the text goes on. */
const PAGING = /^(?:<?-+ ?more ?-+>?|<--- more --->)[\x08\r \t]*(?:\x1b\[[0-9;]*[A-Za-z][\x08 ]*)*/i
const EXEC_PROMPT = /^[A-Za-z0-9][\w.\-/:]{0,62}[#>][ \t]*/
const CONFIG_PROMPT = /^[A-Za-z0-9][\w.\-/:]{0,62}\([\w\-+/. ]{1,40}\)#[ \t]*/
const SHOW = /^(?:do[ \t]+)?sh(?:o|ow)?[ \t]+(\S.*)$/i
const SHOWS_CONFIGURATION = /^(?:run|start|conf)/i
const BANNER =
  /^(?:banner(?:[ \t]+(?:motd|login|exec|incoming|prompt-timeout|slip-ppp|config-save))?|aaa authentication (?:banner|fail-message))[ \t]+(\S.*)$/i
const TECH_HEADING = /^-{3,}[ \t]*show[ \t]+([^-].*?)[ \t]*-{3,}$/i

/** The shape of a line, given without blanks around it. */
export function shapeOf(line: string): LineShape {
  if (line === '' || line.startsWith('!')) return NOTHING
  const text = line.replace(PAGING, '')
  if (text === '' || WRAPPING.test(text)) return NOTHING
  const heading = TECH_HEADING.exec(text)?.[1]
  if (heading !== undefined) return shows(heading)
  const prompt = /[#>]/.test(text) ? EXEC_PROMPT.exec(text) : null
  if (prompt) return atPrompt(text.slice(prompt[0].length))
  return commandShape(text.replace(CONFIG_PROMPT, ''))
}

function atPrompt(typed: string): LineShape {
  const shown = SHOW.exec(typed)?.[1]
  return shown === undefined ? { kind: 'prompted', command: typed } : shows(shown)
}

function shows(what: string): LineShape {
  return { kind: 'shows', configuration: SHOWS_CONFIGURATION.test(what) }
}

function commandShape(text: string): LineShape {
  if (text === '') return NOTHING
  const shown = SHOW.exec(text)?.[1]
  if (shown !== undefined) return shows(shown)
  if (LEAVES.test(text)) return { kind: 'leaves', all: text.toLowerCase() === 'end' }
  const said = BANNER.exec(text)?.[1]
  if (said !== undefined) return { kind: 'banner', command: text, said }
  const header = text.length < LONGEST_HEADER ? INTERFACE.exec(text) : null
  if (!header) return { kind: 'command', command: text }
  const [, undo, range, names = ''] = header
  return { kind: 'interface', names, range: range !== undefined, undo: undo !== undefined }
}

/** No list of port names is longer, in characters. */
const LONGEST_HEADER = 1000
