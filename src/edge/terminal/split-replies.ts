/** What came from a terminal, taken apart. */
export type Input = {
  /** What a person typed. */
  readonly keys: string
  /** The background colour, as the terminal names it: what stands between `ESC ] 11 ;` and its end. */
  readonly colours: readonly string[]
  /** Whether the terminal has said what it is (DA1), which it does after all that was asked before. */
  readonly isAttributed: boolean
  /** The end of the input, where it may be the beginning of a reply. */
  readonly open: string
}

const ESC = '\u001b'
const BEL = '\u0007'
const COLOUR = `${ESC}\\]11;([^${BEL}${ESC}]*)(?:${BEL}|${ESC}\\\\)`
const ATTRIBUTES = `${ESC}\\[\\?[\\d;]*c`
const BEGUN_COLOUR = `\\](?:1(?:1(?:;[^${BEL}${ESC}]*${ESC}?)?)?)?`
const BEGUN_ATTRIBUTES = '\\[(?:\\?[\\d;]*)?'

const REPLY = new RegExp(`${COLOUR}|${ATTRIBUTES}`, 'g')
const BEGUN = new RegExp(`${ESC}(?:${BEGUN_COLOUR}|${BEGUN_ATTRIBUTES})?$`)

/** Takes replies to OSC 11 and DA1 out of what a terminal sent. `open` belongs before what comes next. */
export function splitReplies(sent: string): Input {
  const colours: string[] = []
  let isAttributed = false
  const rest = sent.replace(REPLY, (_, colour: string | undefined) => {
    if (colour === undefined) isAttributed = true
    else colours.push(colour)
    return ''
  })
  const open = BEGUN.exec(rest)?.[0] ?? ''
  return { keys: rest.slice(0, rest.length - open.length), colours, isAttributed, open }
}

/** Whether the beginning of a reply can be nothing else: not the Escape key, nor Alt with a bracket. */
export function isSurelyReply(open: string): boolean {
  return open.length > 2
}
