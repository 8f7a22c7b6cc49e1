import type { Key } from 'ink'
import { charactersOf } from '../canvas/glyphs.ts'

/** A line being typed: its text, and the cursor's place counted in characters. */
export type Edit = { readonly text: string; readonly at: number }

/** Nothing typed yet. */
export const emptyEdit: Edit = { text: '', at: 0 }

type Keys = Partial<
  Pick<
    Key,
    | 'ctrl'
    | 'meta'
    | 'escape'
    | 'tab'
    | 'leftArrow'
    | 'rightArrow'
    | 'home'
    | 'end'
    | 'backspace'
    | 'delete'
    | 'upArrow'
    | 'downArrow'
  >
>

/** The line after one key. What is pasted goes in without its control characters and line ends; other keys change nothing. */
export function edited(edit: Edit, input: string, key: Keys): Edit {
  const glyphs = charactersOf(edit.text)
  const { at } = edit
  const cut = (from: number, to: number) => [...glyphs.slice(0, from), ...glyphs.slice(to)].join('')
  if (key.leftArrow) return { ...edit, at: Math.max(0, at - 1) }
  if (key.rightArrow) return { ...edit, at: Math.min(glyphs.length, at + 1) }
  if (key.home || (key.ctrl && input === 'a')) return { ...edit, at: 0 }
  if (key.end || (key.ctrl && input === 'e')) return { ...edit, at: glyphs.length }
  if (key.ctrl && input === 'u') return { text: cut(0, at), at: 0 }
  if (key.ctrl && input === 'k') return { text: cut(at, glyphs.length), at }
  if (key.backspace) return at === 0 ? edit : { text: cut(at - 1, at), at: at - 1 }
  if (key.delete) return { text: cut(at, at + 1), at }
  if (key.ctrl || key.meta || key.escape || key.tab || key.upArrow || key.downArrow) return edit
  const typed = charactersOf(input.replace(/[\u0000-\u001f\u007f]+/g, ''))
  const text = [...glyphs.slice(0, at), ...typed, ...glyphs.slice(at)].join('')
  return { text, at: at + typed.length }
}
