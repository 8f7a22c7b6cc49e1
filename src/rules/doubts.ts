import type { LineReading } from '../config/reading.ts'
import type { PortSettings } from '../net/settings.ts'
import { hasVlan, type VlanSet } from '../net/vlan-set.ts'

/** Lines of one device that were not understood, by what they may change: an unknown line of a port touches that port only. */
export class Doubts {
  readonly #everywhere: LineReading[] = []
  readonly #byPort = new Map<string, LineReading[]>()
  readonly #byVlan: { readonly line: LineReading; readonly vlans: VlanSet }[] = []

  constructor(lines: readonly LineReading[]) {
    for (const line of lines) {
      const { touches } = line
      if (touches.what === 'switch') this.#everywhere.push(line)
      else if (touches.what === 'port') this.#noteFor(touches.port, line)
      else if (touches.what === 'ports') for (const port of touches.ports) this.#noteFor(port, line)
      else if (touches.what === 'vlans') this.#byVlan.push({ line, vlans: touches.vlans })
    }
  }

  #noteFor(port: string, line: LineReading): void {
    const known = this.#byPort.get(port)
    if (known) known.push(line)
    else this.#byPort.set(port, [line])
  }

  /** The lines that may change this port. */
  about(port: PortSettings): readonly LineReading[] {
    const own = this.#byPort.get(port.name)
    const shared = this.#sharedBy(port)
    return own ? [...own, ...shared] : shared
  }

  /** Whether some line may change a port of this name that is otherwise like `port`. */
  concern(name: string, port: PortSettings): boolean {
    return this.#byPort.has(name) || this.#sharedBy(port).length > 0
  }

  /** The lines that may change this port as any other with its VLANs. */
  #sharedBy({ accessVlan, nativeVlan }: PortSettings): readonly LineReading[] {
    if (this.#byVlan.length === 0) return this.#everywhere
    const ofVlans = this.#byVlan.filter(
      ({ vlans }) => hasVlan(vlans, accessVlan.value) || hasVlan(vlans, nativeVlan.value),
    )
    return [...ofVlans.map(({ line }) => line), ...this.#everywhere]
  }
}
