import { Box, Text, useInput } from 'ink'
import { useContext, useRef, useState } from 'react'
import { shownText } from '../canvas/ascii.ts'
import { cellsOf, charactersOf, type Glyph, glyphsOf } from '../canvas/glyphs.ts'
import { LookContext } from '../shell/look.ts'
import { type Edit, edited, emptyEdit } from './line-edit.ts'

type TextFieldProps = {
  readonly prompt: string
  readonly place: { readonly x: number; readonly y: number; readonly width: number }
  readonly active: boolean
  readonly onEnter: (text: string) => void
  readonly initial?: string
  /** What Tab makes of the text; without it Tab does nothing. */
  readonly onTab?: (text: string) => string
}

function textOf(glyphs: readonly Glyph[]): string {
  return glyphs.map(({ text }) => text).join('')
}

/** What a character without any width takes: a cell, so that the cursor can stand on it. */
const UNSEEN: Glyph = { text: ' ', cells: 1 }

/** The part of a line that is shown when it is longer than its field of `width` cells: the end up to the cursor stays in sight. */
function visible({ text, at }: Edit, width: number): { before: string; under: string; behind: string } {
  const glyphs = charactersOf(text).map((each) => glyphsOf(each)[0] ?? UNSEEN)
  let first = at
  let room = width - (glyphs[at]?.cells ?? 1)
  while (first > 0 && room >= (glyphs[first - 1]?.cells ?? 1)) room -= glyphs[--first]?.cells ?? 1
  const under = textOf(glyphs.slice(at, at + 1)) || ' '
  return { before: textOf(glyphs.slice(first, at)), under, behind: textOf(glyphs.slice(at + 1)) }
}

function atEndOf(text: string): Edit {
  return { text, at: charactersOf(text).length }
}

/** One line of text. While it is active every key is its own but Esc and Ctrl-C. */
export function TextField({ prompt, place, active, onEnter, initial = '', onTab }: TextFieldProps) {
  const { palette, ascii } = useContext(LookContext)
  // Keys may come faster than pictures: each is put to the line as the one before left it.
  const line = useRef(atEndOf(initial))
  const [edit, setEdit] = useState(line.current)
  const put = (next: Edit) => {
    line.current = next
    setEdit(next)
  }
  useInput(
    (input, key) => {
      const { text } = line.current
      if (key.return) {
        put(emptyEdit)
        onEnter(text)
      } else put(key.tab && onTab ? atEndOf(onTab(text)) : edited(line.current, input, key))
    },
    { isActive: active },
  )
  const width = Math.max(4, place.width - cellsOf(prompt) - 2)
  const { before, under, behind } = visible(edit, width)
  return (
    <Box position="absolute" left={place.x} top={place.y} width={place.width} height={1} overflow="hidden">
      <Text wrap="truncate">
        <Text bold>{shownText(prompt, ascii)} </Text>
        {shownText(before, ascii)}
        <Text {...palette.here}>
          {active && under === ' ' && palette.here.inverse !== true ? '_' : shownText(under, ascii)}
        </Text>
        {shownText(behind, ascii)}
      </Text>
    </Box>
  )
}
