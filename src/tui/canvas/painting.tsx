import { Box, Text } from 'ink'
import { memo } from 'react'
import type { Canvas, Run } from './canvas.ts'
import type { Palette } from './theme.ts'

type RowProps = { readonly runs: readonly Run[]; readonly y: number; readonly palette: Palette }

/** A row that reads the same as before costs nothing; in one that changed, its boxes stay and get other text. */
const Row = memo(function Row({ runs, y, palette }: RowProps) {
  return runs.map(({ x, text, role }, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a run has no name but its place in the row
    <Box key={i} position="absolute" left={x} top={y} height={1}>
      <Text wrap="truncate" {...palette[role]}>
        {text}
      </Text>
    </Box>
  ))
}, readsTheSame)

function readsTheSame(a: RowProps, b: RowProps): boolean {
  if (a.palette !== b.palette || a.runs.length !== b.runs.length) return false
  return a.runs.every(({ x, text, role }, i) => {
    const other = b.runs[i]
    return other?.x === x && other.role === role && other.text === text
  })
}

/** A canvas on the terminal: small boxes at fixed places, of which only those that changed are drawn anew. */
export function Painting({ canvas, palette }: { canvas: Canvas; palette: Palette }) {
  const rows = Array.from({ length: canvas.height }, (_, y) => ({ y, runs: canvas.runs(y) }))
  return rows.map(({ y, runs }) => <Row key={y} runs={runs} y={y} palette={palette} />)
}
