/** The line that is being typed, and the lines typed before. Plain data. */
export type Editor = {
  readonly text: string
  /** Before which character the next one goes. */
  readonly cursor: number
  /** Lines typed before, oldest first. */
  readonly history: readonly string[]
  /** Which of them is shown, counted from the end; 0 for the line that is being typed. */
  readonly back: number
  /** The line that was being typed when one went back. */
  readonly kept: string
}

/** An editor with nothing in it. */
export const EMPTY_EDITOR: Editor = { text: '', cursor: 0, history: [], back: 0, kept: '' }

/** Keys that edit the line, by their names. */
export type EditKey =
  | 'left'
  | 'right'
  | 'home'
  | 'end'
  | 'backspace'
  | 'delete'
  | 'delete word'
  | 'delete to start'
  | 'delete to end'
  | 'up'
  | 'down'

/** Longest line that can be typed. */
export const LONGEST_TYPED = 1_000
/** How many lines are remembered. */
const REMEMBERED = 50
/** What nobody types as part of a command. */
const NOT_TEXT = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu

/** Puts text where the cursor is; what is no text is left out, and what is too long is cut. */
export function insert(editor: Editor, text: string): Editor {
  const clean = text
    .replace(/\t/g, ' ')
    .replace(NOT_TEXT, '')
    .slice(0, Math.max(0, LONGEST_TYPED - editor.text.length))
  const { cursor } = editor
  return at(editor, editor.text.slice(0, cursor) + clean + editor.text.slice(cursor), cursor + clean.length)
}

/** The editor with another line in it, the cursor at its end. */
export function withText(editor: Editor, text: string): Editor {
  return at(editor, text, text.length)
}

/** The editor after a line was entered: empty, and it remembers the line. */
export function entered(editor: Editor): Editor {
  const { text, history } = editor
  const isNew = text.trim() !== '' && text !== history.at(-1)
  return { ...EMPTY_EDITOR, history: isNew ? [...history, text].slice(-REMEMBERED) : history }
}

/** The editor after a key. */
export function edit(editor: Editor, key: EditKey): Editor {
  const { text, cursor } = editor
  switch (key) {
    case 'left':
      return at(editor, text, cursor - 1)
    case 'right':
      return at(editor, text, cursor + 1)
    case 'home':
      return at(editor, text, 0)
    case 'end':
      return at(editor, text, text.length)
    case 'backspace':
      return at(editor, text.slice(0, Math.max(0, cursor - 1)) + text.slice(cursor), cursor - 1)
    case 'delete':
      return at(editor, text.slice(0, cursor) + text.slice(cursor + 1), cursor)
    case 'delete word': {
      const before = text.slice(0, cursor).replace(/[^ ]* *$/, '')
      return at(editor, before + text.slice(cursor), before.length)
    }
    case 'delete to start':
      return at(editor, text.slice(cursor), 0)
    case 'delete to end':
      return at(editor, text.slice(0, cursor), cursor)
    case 'up':
      return recalled(editor, editor.back + 1)
    case 'down':
      return recalled(editor, editor.back - 1)
  }
}

function at(editor: Editor, text: string, cursor: number): Editor {
  return { ...editor, text, cursor: Math.min(text.length, Math.max(0, cursor)) }
}

function recalled(editor: Editor, back: number): Editor {
  const { history, text, kept } = editor
  if (back < 0 || back > history.length) return editor
  const typed = editor.back === 0 ? text : kept
  const line = back === 0 ? typed : (history[history.length - back] ?? '')
  return { ...withText(editor, line), back, kept: typed }
}
