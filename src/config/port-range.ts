import { type PortName, readPortName } from './port-name.ts'

/** Most ports that one `interface range` may name; a longer one is not a switch's. */
export const LONGEST_RANGE = 4096

/**
 * The ports of `interface range`: `Gi1/0/1 - 24`, `Gi1/0/1-24,Gi1/0/30`, `fa0/1 , fa0/5 - 6`, and `Ethernet1/1-1/16` as NX-OS has
 * it. Null where it is no such range.
 */
export function readPortRange(text: string): PortName[] | null {
  const ports: PortName[] = []
  let kind = ''
  for (const part of text.split(',')) {
    const [from, to, more] = part
      .split(/(?<=\d)[ \t]*-[ \t]*(?=\d|[a-z]+[ \t]*\d)/i)
      .map((each) => each.trim())
    if (!from || more !== undefined) return null
    const first = readPortName(/^\d/.test(from) ? kind + from : from)
    if (!first) return null
    kind = /^[a-z-]+/i.exec(first.written)?.[0] ?? ''
    if (to === undefined) {
      ports.push(first)
      continue
    }
    const last = readLast(to)
    const low = first.number
    if (last === null || last < low || ports.length + last - low >= LONGEST_RANGE) return null
    const slot = first.stem.slice(first.kind.length)
    for (let n = low; n <= last; n++) {
      const port = readPortName(`${kind}${slot}${n}`)
      if (port) ports.push(port)
    }
  }
  return ports
}

/** The end of a range: a bare number, or a name whose last number counts. */
function readLast(text: string): number | null {
  const end = /(\d{1,6})$/.exec(text)?.[1]
  return end === undefined ? null : Number(end)
}
