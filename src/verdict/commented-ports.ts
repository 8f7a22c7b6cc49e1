import type { DeviceReading, LineReading } from '../config/reading.ts'
import type { Finding } from './finding.ts'

/** A text with comments in it: of a switch, whose ports have places of their own, or of a host, which has none. */
export type Commented = Pick<DeviceReading, 'lines'> & Partial<Pick<DeviceReading, 'notes'>>

/**
 * The ports of a finding that a comment above this line is about: those whose block the line begins or stands in, or that the line
 * makes. A finding that rests on the line itself and has no ports to choose from is meant as a whole.
 */
export function commentedPorts(
  { lines, notes }: Commented,
  about: number,
  finding: Pick<Finding, 'ports' | 'lines'>,
): readonly string[] {
  const { ports } = finding
  const block = blockOf(lines, about)
  const own = ports.filter((port) => block.includes(port) || notes?.[port]?.line === about)
  const isWhole = finding.lines.includes(about) && (notes === undefined || ports.length === 1)
  return own.length === 0 && isWhole ? ports : own
}

/** The ports of the block that a line begins or stands in; none for a line outside of all blocks of ports. */
function blockOf(lines: readonly LineReading[], about: number): readonly string[] {
  const at = lines.findIndex(({ line }) => line === about)
  const inside = isIndented(lines[at])
  for (let index = at; index >= 0; index--) {
    const before = lines[index]
    if (!before || before.touches.what === 'switch') return []
    if (SAYS_NOTHING.test(before.text)) continue
    const ports = portsOf(before)
    // Indentation tells blocks apart, where a text has any: a line behind one has left it, and the header of another is none of ports.
    if (!inside && isIndented(before)) return []
    if (ports.length > 0) return ports
    if (inside && !isIndented(before)) return []
  }
  return []
}

const SAYS_NOTHING = /^\s*(?:[!#]|$)/

function portsOf({ touches }: LineReading): readonly string[] {
  if (touches.what === 'port') return [touches.port]
  return touches.what === 'ports' ? touches.ports : []
}

function isIndented(line: LineReading | undefined): boolean {
  return /^[ \t]/.test(line?.text ?? '')
}
