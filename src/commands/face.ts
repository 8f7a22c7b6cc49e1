import type { Io } from '../edge/io.ts'

/**
 * Which face a person gets: full screen where it can work, else plain lines. Ink throws without a terminal to read keys from,
 * draws nothing where CI is set, and writes cursor codes to a dumb terminal.
 */
export function faceFor(io: Pick<Io, 'isTerminal' | 'env'>): 'tui' | 'plain' {
  const { TERM, CI } = io.env
  const drawable = io.isTerminal && TERM !== 'dumb' && (!CI || CI === 'false' || CI === '0')
  return drawable ? 'tui' : 'plain'
}
