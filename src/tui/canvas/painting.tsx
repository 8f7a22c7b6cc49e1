import { Box, Text } from 'ink'
import { memo } from 'react'
import type { Canvas, Run } from './canvas.ts'
import type { Palette } from './theme.ts'

const Piece = memo(function Piece({ run, y, palette }: { run: Run; y: number; palette: Palette }) {
  return (
    <Box position="absolute" left={run.x} top={y} height={1}>
      <Text wrap="truncate" {...palette[run.role]}>
        {run.text}
      </Text>
    </Box>
  )
}, samePiece)

type PieceProps = { run: Run; y: number; palette: Palette }

/** A run that reads the same where it was costs nothing. */
function samePiece(a: PieceProps, b: PieceProps): boolean {
  return a.run.text === b.run.text && a.run.role === b.run.role && a.palette === b.palette
}

/** A canvas on the terminal: small boxes at fixed places, of which only those that changed are drawn anew. */
export function Painting({ canvas, palette }: { canvas: Canvas; palette: Palette }) {
  const rows = Array.from({ length: canvas.height }, (_, y) => canvas.runs(y).map((run) => ({ run, y })))
  return rows.flat().map(({ run, y }) => <Piece key={`${y}.${run.x}`} run={run} y={y} palette={palette} />)
}
