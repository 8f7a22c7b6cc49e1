import { Box, Text } from 'ink'
import SelectInput from 'ink-select-input'
import { createContext, useContext } from 'react'
import { asciiGlyph } from '../canvas/ascii.ts'
import { clip, glyphsOf } from '../canvas/glyphs.ts'
import { LookContext } from '../shell/look.ts'

/** One choice of a menu; ids are strings and unique within it. */
export type Choice = { readonly id: string; readonly label: string }

/** Where a menu stands on the screen, in cells. */
export type MenuPlace = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

type MenuProps = {
  readonly choices: readonly Choice[]
  readonly onPick: (id: string) => void
  readonly onMove?: (id: string) => void
  readonly place: MenuPlace
  /** Whether it has the keys. A menu that is covered keeps its line. */
  readonly active: boolean
  /** The line to begin at. */
  readonly from?: string
}

const WidthContext = createContext(78)

function Indicator({ isSelected = false }: { readonly isSelected?: boolean }) {
  return <Text bold>{isSelected ? '> ' : '  '}</Text>
}

function Line({ isSelected = false, label }: { readonly isSelected?: boolean; readonly label: string }) {
  const { palette, ascii } = useContext(LookContext)
  const width = useContext(WidthContext)
  const shown = clip(label, width - 2)
  const text = glyphsOf(shown)
    .map((glyph) => (ascii ? asciiGlyph(glyph.text).padEnd(glyph.cells, '?') : glyph.text))
    .join('')
  return (
    <Text wrap="truncate" {...(isSelected ? palette.here : palette.plain)}>
      {text}
    </Text>
  )
}

/**
 * A vertical menu at a fixed place. While it is active, j, k, the arrows, digits and Enter are its own. Give it a `key` that
 * names the question: the line of one question must not survive into the next, whose ids may be the same.
 */
export function Menu({ choices, onPick, onMove, place, active, from }: MenuProps) {
  const items = choices.map(({ id, label }) => ({ key: id, value: id, label }))
  const start = Math.max(
    0,
    choices.findIndex(({ id }) => id === from),
  )
  const { x, y, width, height } = place
  // Without a line SelectInput still takes Enter, and picks nothing.
  if (items.length === 0) return null
  const limit = items.length > height ? { limit: Math.max(1, height) } : {}
  return (
    <WidthContext value={width}>
      <Box
        position="absolute"
        left={x}
        top={y}
        width={width}
        height={Math.max(1, height)}
        overflow="hidden"
        flexDirection="column"
      >
        <SelectInput
          items={items}
          isFocused={active}
          initialIndex={start}
          indicatorComponent={Indicator}
          itemComponent={Line}
          onSelect={({ value }) => onPick(value)}
          onHighlight={({ value }) => onMove?.(value)}
          {...limit}
        />
      </Box>
    </WidthContext>
  )
}
