/** A packet of a capture file, with the name of the interface it was seen at. */
export type Captured = {
  readonly interface: string
  /** Microseconds. */
  readonly at: number
  readonly hex: string
  readonly comment: string
  readonly direction: 'in' | 'out' | 'unknown'
}

/** Reads a capture file in pcapng, written apart from the code that writes them. Throws `RangeError` for what breaks the format. */
export function readPcapng(file: Uint8Array): {
  readonly interfaces: string[]
  readonly packets: Captured[]
} {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const interfaces: string[] = []
  const packets: Captured[] = []
  let at = 0
  while (at < view.byteLength) {
    const type = view.getUint32(at, true)
    const length = view.getUint32(at + 4, true)
    if (length % 4 !== 0 || length < 12 || view.getUint32(at + length - 4, true) !== length) {
      throw new RangeError(`The block at ${at} has no right length.`)
    }
    const end = at + length - 4
    if (at === 0 && (type !== 0x0a0d0d0a || view.getUint32(8, true) !== 0x1a2b3c4d)) {
      throw new RangeError('This file does not begin with a section.')
    }
    if (type === 1) {
      const options = readOptions(view, at + 16, end)
      if (view.getUint16(at + 8, true) !== 1) throw new RangeError('An interface is no Ethernet.')
      if (options.get(9)?.[0] !== 6) throw new RangeError('An interface does not count microseconds.')
      interfaces.push(new TextDecoder().decode(options.get(2)))
    }
    if (type === 6) {
      const size = view.getUint32(at + 20, true)
      const start = at + 28
      const options = readOptions(view, start + Math.ceil(size / 4) * 4, end)
      const direction = (options.get(2)?.[0] ?? 0) & 3
      packets.push({
        interface: interfaces[view.getUint32(at + 8, true)] ?? '',
        at: view.getUint32(at + 12, true) * 2 ** 32 + view.getUint32(at + 16, true),
        hex: Buffer.from(file.subarray(start, start + size)).toString('hex'),
        comment: new TextDecoder().decode(options.get(1)),
        direction: direction === 1 ? 'in' : direction === 2 ? 'out' : 'unknown',
      })
    }
    at += length
  }
  return { interfaces, packets }
}

function readOptions(view: DataView, from: number, end: number): Map<number, Uint8Array> {
  const options = new Map<number, Uint8Array>()
  let at = from
  while (at + 4 <= end) {
    const code = view.getUint16(at, true)
    const length = view.getUint16(at + 2, true)
    if (code === 0) return options
    options.set(code, new Uint8Array(view.buffer, view.byteOffset + at + 4, length))
    at += 4 + Math.ceil(length / 4) * 4
  }
  return options
}
