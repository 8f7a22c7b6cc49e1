import { Box, Text, useInput } from 'ink'
import { useContext, useState } from 'react'
import { asciiGlyph } from '../canvas/ascii.ts'
import { cellsOf, glyphsOf } from '../canvas/glyphs.ts'
import { LookContext } from '../shell/look.ts'
import { type Edit, edited, emptyEdit } from './line-edit.ts'

type TextFieldProps = {
  readonly prompt: string
  readonly place: { readonly x: number; readonly y: number; readonly width: number }
  readonly active: boolean
  readonly onEnter: (text: string) => void
  readonly initial?: string
}

/** The part of a line that is shown when it is longer than its field: the end up to the cursor stays in sight. */
function visible({ text, at }: Edit, width: number): { before: string; under: string; behind: string } {
  const glyphs = glyphsOf(text)
  const first = Math.max(0, at - width + 1)
  const shown = (from: number, to: number) =>
    glyphs
      .slice(from, to)
      .map((glyph) => glyph.text)
      .join('')
  return { before: shown(first, at), under: shown(at, at + 1) || ' ', behind: shown(at + 1, first + width) }
}

/** One line of text. While it is active every key is its own but Esc and Ctrl-C. */
export function TextField({ prompt, place, active, onEnter, initial = '' }: TextFieldProps) {
  const { palette, ascii } = useContext(LookContext)
  const [edit, setEdit] = useState<Edit>(() => ({ text: initial, at: glyphsOf(initial).length }))
  useInput(
    (input, key) => {
      if (key.return) {
        onEnter(edit.text)
        setEdit(emptyEdit)
        return
      }
      setEdit((now) => edited(now, input, key))
    },
    { isActive: active },
  )
  const width = Math.max(4, place.width - cellsOf(prompt) - 2)
  const { before, under, behind } = visible(edit, width)
  const plain = (text: string) => (ascii ? [...text].map(asciiGlyph).join('') : text)
  return (
    <Box position="absolute" left={place.x} top={place.y} width={place.width} height={1} overflow="hidden">
      <Text wrap="truncate">
        <Text bold>{plain(prompt)} </Text>
        {plain(before)}
        <Text {...palette.here}>
          {active && under === ' ' && palette.here.inverse !== true ? '_' : plain(under)}
        </Text>
        {plain(behind)}
      </Text>
    </Box>
  )
}
