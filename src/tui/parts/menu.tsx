import { Box, Text } from 'ink'
import SelectInput from 'ink-select-input'
import { createContext, useContext, useState } from 'react'
import { shownText } from '../canvas/ascii.ts'
import { clip } from '../canvas/glyphs.ts'
import { LookContext } from '../shell/look.ts'
import { marksOf, windowFrom } from './menu-window.ts'

/** One choice of a menu; ids are strings and unique within it. One that is set apart has a blank row above it. */
export type Choice = { readonly id: string; readonly label: string; readonly apart?: boolean }

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

/** The lines in sight by their ids, each with what stands at its right end. */
type Sight = { readonly marks: ReadonlyMap<string, string>; readonly width: number }

const SightContext = createContext<Sight>({ marks: new Map(), width: 78 })

/** Cells of the sign of the chosen line. */
const SIGN = 2

type LineProps = {
  readonly isSelected?: boolean
  readonly label: string
  readonly value?: string
  readonly apart?: boolean
}

function Line({ isSelected = false, label, value = '', apart = false }: LineProps) {
  const { palette, ascii } = useContext(LookContext)
  const { marks, width } = useContext(SightContext)
  const mark = marks.get(value)
  if (mark === undefined) return null
  return (
    <Box width={width} height={1} marginTop={apart ? 1 : 0}>
      <Box flexGrow={1}>
        <Text bold>{isSelected ? '> ' : '  '}</Text>
        <Text wrap="truncate" {...(isSelected ? palette.here : palette.plain)}>
          {shownText(clip(label, width - SIGN - mark.length - 1), ascii)}
        </Text>
      </Box>
      <Text {...palette.quiet}>{shownText(mark, ascii)}</Text>
    </Box>
  )
}

/** The sign of the chosen line is drawn with the line, which may be out of sight. */
function NoIndicator() {
  return null
}

/** Where the mark of a menu stands, and which line is the first in sight. `ids` tells whose mark it is. */
type Standing = { readonly ids: string; readonly at: number; readonly first: number }

/**
 * A vertical menu at a fixed place. While it is active, j, k, the arrows, digits and Enter are its own. Where it has more lines than
 * room, it shows those around the mark and says how many are out of sight. Give it a `key` that names the question: the line of one
 * question must not survive into the next, whose ids may be the same.
 */
export function Menu({ choices, onPick, onMove, place, active, from }: MenuProps) {
  const ids = choices.map(({ id }) => id).join('\n')
  const start = Math.max(
    0,
    choices.findIndex(({ id }) => id === from),
  )
  const [kept, setKept] = useState<Standing>({ ids, at: start, first: 0 })
  const { x, y, width, height } = place
  // Without a line SelectInput still takes Enter, and picks nothing.
  if (choices.length === 0 || height < 1) return null
  const mine = kept.ids === ids ? kept : { ids, at: start, first: 0 }
  const rows = choices.map(({ apart }) => (apart ? 2 : 1))
  const first = windowFrom(mine, height, rows)
  const moved = (id: string) => setKept({ ids, at: choices.findIndex((each) => each.id === id), first })
  const marks = marksOf(
    choices.map(({ id }) => id),
    first,
    height,
    rows,
  )
  return (
    <SightContext value={{ marks, width }}>
      <Box position="absolute" left={x} top={y} width={width} height={height} overflow="hidden">
        <SelectInput
          key={ids}
          items={choices.map(({ id, label, apart = false }) => ({ key: id, value: id, label, apart }))}
          isFocused={active}
          initialIndex={start}
          indicatorComponent={NoIndicator}
          itemComponent={Line}
          onSelect={({ value }) => onPick(value)}
          onHighlight={({ value }) => {
            moved(value)
            onMove?.(value)
          }}
        />
      </Box>
    </SightContext>
  )
}
